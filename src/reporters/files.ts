import { Chalk, type ChalkInstance } from 'chalk';
import { enCount, formatNumber, viNumber } from '../diagnostics/format-number.ts';
import type { Wording } from '../diagnostics/wording.ts';
import { displayWidth } from './display-width.ts';
import type { FileCounts, RuleTotal } from './overview.ts';
import { printable, shellWord } from './printable.ts';
import { closingText, columnTitles } from './report-words.ts';
import type { ReportEnd, Reporter, ReporterOptions } from './reporter.ts';
import { cutText, textTable, widest } from './text-table.ts';
import { withoutCommands } from './without-commands.ts';
import { wrapWords } from './wrap-words.ts';

/** For many forms: a line for each that has findings, errors first, then a table by rule; no findings themselves. */
export const files: Reporter = {
  open: () => '',
  file: () => [],
  separator: '',
  close: (end, options) => {
    const { overview } = end;
    const chalk = new Chalk({ level: options.colorLevel });
    const faulty = overview.files.filter(({ errors, warnings }) => errors + warnings > 0);
    const example = faulty.find(({ file }) => file !== '-');
    const say = (wording: Wording) => wording[options.language];
    const sections = [
      ...(options.onlyStatistics ? [] : [fileLines(faulty, end, options, chalk)]),
      ruleLines(overview.rules, options, chalk),
      example && !options.onlyStatistics ? [say(details(example))] : [],
    ];
    const text = sections.flatMap((lines) => (lines.length === 0 ? [] : `${lines.join('\n')}\n\n`)).join('');
    return (options.isObeyed ? withoutCommands(text) : text) + closingText(end, options, chalk);
  },
};

function fileLines(
  faulty: readonly FileCounts[],
  { summary, isQuiet = false }: ReportEnd,
  options: ReporterOptions,
  chalk: ChalkInstance,
): string[] {
  if (faulty.length === 0) return [];
  const fine = summary.files - faulty.length;
  const rows = faulty.map(({ file, errors, warnings, rules }) => ({
    counts: [errors, warnings],
    name: printable(file),
    note: mostOften(rules, errors > 0 ? 'errors' : 'warnings', options),
  }));
  const heads = [
    columnTitles.errors,
    columnTitles.warnings,
    columnTitles.file,
    { vi: 'Vấn đề chính', en: 'Most often' },
  ];
  return [
    ...countTable(heads, rows, options, chalk),
    ...(fine > 0 ? [chalk.green(`✓ ${fineForms(fine, isQuiet)[options.language]}`)] : []),
  ];
}

function ruleLines(rules: readonly RuleTotal[], options: ReporterOptions, chalk: ChalkInstance): string[] {
  if (rules.length === 0) return [];
  const { language } = options;
  // On narrow terminals the whole name of a rule says more.
  const hasForms = options.width >= 60;
  const isFixable = rules.some(({ info }) => info?.fix !== undefined);
  const rows = rules.map(({ rule, errors, warnings, forms, info }) => ({
    counts: [errors, warnings, ...(hasForms ? [forms] : [])],
    name: printable(rule) + (info?.fix ? ' [*]' : ''),
    note: info ? info.summary[language] : '',
  }));
  const formsHead = hasForms ? [{ vi: 'Biểu', en: 'Forms' }] : [];
  const heads = [columnTitles.errors, columnTitles.warnings, ...formsHead, columnTitles.rule, noHead];
  return [
    ...countTable(heads, rows, options, chalk),
    ...(isFixable ? wrapWords(`[*] ${fixable[language]}`, options.width) : []),
  ];
}

/** A row of figures, then whose they are, then a remark. */
interface CountRow {
  readonly counts: readonly number[];
  readonly name: string;
  readonly note: string;
}

/** Columns between two cells. */
const gap = 2;
/** Columns that a name gets before a remark gets any, and those that a remark needs. */
const wideName = 60;
const narrowNote = 18;

/** A line for each row. Columns of errors and warnings without any are left out; names and remarks are cut to fit. */
function countTable(
  heads: readonly Wording[],
  rows: readonly CountRow[],
  { width: columns, language }: ReporterOptions,
  chalk: ChalkInstance,
): string[] {
  const width = Math.max(20, columns);
  const words = heads.map((head) => head[language]);
  const shown = [...(rows[0]?.counts.keys() ?? [])].filter((at) => rows.some(({ counts }) => counts[at]));
  const figures = rows.map(({ counts }) =>
    shown.map((at) => (counts[at] ? formatNumber(counts[at], language) : '–')),
  );
  const used = shown.map((at, column) =>
    widest([words[at] ?? '', ...figures.map((row) => row[column] ?? '')]),
  );
  const room = width - used.reduce((sum, one) => sum + one + gap, 0);
  const names = widest(rows.map(({ name }) => name));
  const notes = widest(rows.map(({ note }) => note));
  const wish = Math.min(names, wideName);
  const hasNotes = notes > 0 && room - gap - wish >= narrowNote;
  const forName = hasNotes ? Math.min(names, Math.max(wish, room - gap - notes)) : room;
  const cells = rows.map(({ name, note }, at) => [
    ...(figures[at] ?? []),
    cutWithin(name, forName),
    ...(hasNotes ? [cutText(note, room - gap - forName)] : []),
  ]);
  const isCount = (at: number) => at < words.length - 2;
  const table = [...words.keys()]
    .filter((at) => (isCount(at) ? shown.includes(at) : hasNotes || at === words.length - 2))
    .map((at) => ({ head: words[at] ?? '', align: isCount(at) ? 'right' : 'left' }) as const);
  return textTable(table, cells, {
    width,
    paintHead: (text) => chalk.dim(text),
    paint: (text, column) => paintCount(text, shown[column], chalk),
    below: () => [],
  });
}

function paintCount(text: string, count: number | undefined, chalk: ChalkInstance): string {
  if (text.trim() === '–') return chalk.dim(text);
  return count === 0 ? chalk.red(text) : count === 1 ? chalk.yellow(text) : text;
}

/** A name within so many columns: two thirds are for its end, which differs where folders do not. */
function cutWithin(name: string, width: number): string {
  if (displayWidth(name) <= width) return name;
  const head = cutText(name, Math.ceil(width / 3));
  const characters = [...name];
  let tail = '';
  for (let at = characters.length - 1; at >= 0; at -= 1) {
    const longer = characters[at] + tail;
    if (displayWidth(head) + displayWidth(longer) > width) break;
    tail = longer;
  }
  return head + tail;
}

/** “task-complexity 12, numbering 3”. */
const mostOften = (
  rules: FileCounts['rules'],
  severity: 'errors' | 'warnings',
  { language }: ReporterOptions,
): string =>
  rules
    .filter((count) => count[severity] > 0)
    .sort((a, b) => b[severity] - a[severity])
    .map((count) => `${printable(count.rule)} ${formatNumber(count[severity], language)}`)
    .join(', ');

const noHead: Wording = { vi: '', en: '' };

const fineForms = (count: number, isQuiet: boolean): Wording => ({
  vi: `${viNumber(count)} biểu không có ${isQuiet ? 'lỗi' : 'vấn đề'} nào`,
  en: `${enCount(count, 'form has', 'forms have')} no ${isQuiet ? 'errors' : 'problems'}`,
});

const fixable: Wording = {
  vi: 'tự sửa được, ít nhất một phần: bieu2 validate --fix',
  en: 'fixable, at least in part: bieu2 validate --fix',
};

const details = ({ file }: FileCounts): Wording => ({
  vi: `Xem chi tiết một biểu: bieu2 validate ${shellWord(file)} --format pretty`,
  en: `Details of a form: bieu2 validate ${shellWord(file)} --format pretty`,
});
