import type { Place } from '../diagnostics/finding.ts';
import { type Language, severityWords, type Wording } from '../diagnostics/wording.ts';
import type { Column, DataTable } from '../tables/table.ts';
import { cellLimit } from '../tables/xlsx-row.ts';
import { formatPlace } from './format-place.ts';
import type { FileCounts, KnownTotal } from './overview.ts';
import { printable } from './printable.ts';
import { columnTitles, stateWords } from './report-words.ts';
import type { ReportEnd, Reporter } from './reporter.ts';

/**
 * The rows of findings of a workbook as lines of JSON, which can be sent between threads.
 * `openWorkbook` makes the workbook from them.
 */
export const xlsx: Reporter = {
  listsFiles: true,
  *file({ file, unit = '', diagnostics }, { language }) {
    for (const { place, severity, rule, message, hint = '' } of diagnostics) {
      const where = place.kind === 'text' ? inText(place)[language] : formatPlace(place, language);
      const texts = [file, unit, where, severityWords[severity][language], rule, message, hint];
      yield `${JSON.stringify(texts.map(cell))}\n`;
    }
  },
};

/** Parses the rows. @param lines from `xlsx` */
export function* findingRows(lines: string): Generator<readonly string[]> {
  for (const line of lines.split('\n')) if (line !== '') yield JSON.parse(line);
}

/** The sheet of findings, without its rows. */
export const findingsSheet = (language: Language): Omit<DataTable, 'rows'> => ({
  name: { vi: 'Vấn đề', en: 'Findings' }[language],
  columns: columnsIn(language, [
    [columnTitles.file, 36],
    [columnTitles.unit, 26],
    [{ vi: 'Vị trí', en: 'Place' }, 20],
    [{ vi: 'Mức', en: 'Severity' }, 11],
    [columnTitles.rule, 20],
    [{ vi: 'Nội dung', en: 'Message' }, 50],
    [{ vi: 'Gợi ý sửa', en: 'How to fix it' }, 50],
  ]),
});

/** The sheet of files: those with errors, then those that could not be read, then the others. */
export function filesSheet(
  { overview, isQuiet, failedFiles = [], unread = [] }: Omit<ReportEnd, 'isEmpty'>,
  language: Language,
): DataTable {
  const row = ({ file, unit, ...counts }: FileCounts) => [
    ...[cell(file), cell(unit), counts.errors, counts.warnings],
    stateWords(counts, isQuiet)[language],
  ];
  const label = { vi: 'Không đọc được', en: 'Not read' }[language];
  const notRead = unread.map(({ file, reason }) => ({ file, reason: `${label}: ${reason}` }));
  const isFaulty = ({ errors }: FileCounts) => errors > 0;
  return {
    name: { vi: 'Tổng quan', en: 'Overview' }[language],
    columns: columnsIn(language, [
      [columnTitles.file, 50],
      [columnTitles.unit, 40],
      [columnTitles.errors],
      [columnTitles.warnings],
      [{ vi: 'Tình trạng', en: 'State' }, 40],
    ]),
    rows: [
      ...overview.files.filter(isFaulty).map(row),
      ...[...failedFiles, ...notRead].map(({ file, reason }) => [cell(file), '', null, null, cell(reason)]),
      ...overview.files.filter((file) => !isFaulty(file)).map(row),
    ],
  };
}

export const rulesSheet = (rules: readonly KnownTotal[], language: Language): DataTable => ({
  name: { vi: 'Quy tắc', en: 'Rules' }[language],
  columns: columnsIn(language, [
    [columnTitles.rule, 24],
    [{ vi: 'Yêu cầu', en: 'What it requires' }, 60],
    [columnTitles.errors],
    [columnTitles.warnings],
    [{ vi: 'Số biểu', en: 'Forms' }],
  ]),
  rows: rules.map(({ rule, info, ...counts }) => [
    ...[cell(rule), info?.summary[language]],
    ...[counts.errors, counts.warnings, counts.forms],
  ]),
});

/** Columns of texts have a width, those of numbers that of their title. */
const columnsIn = (language: Language, columns: readonly [title: Wording, width?: number][]): Column[] =>
  columns.map(([{ [language]: title }, width]) =>
    width === undefined ? { title, kind: 'number' } : { title, kind: 'text', width },
  );

const inText = ({ start: { line, column } }: Extract<Place, { kind: 'text' }>): Wording => ({
  vi: `dòng ${line}, cột ${column}`,
  en: `line ${line}, column ${column}`,
});

/** A text that fits into a cell: only messages of an office's schema may be longer. */
function cell(content: string): string {
  const shown = printable(content);
  return shown.length > cellLimit
    ? `${shown.slice(0, cellLimit - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : shown;
}
