import { Chalk, type ChalkInstance } from 'chalk';
import { enCount, formatNumber, viNumber, type Wording } from '../diagnostics/wording.ts';
import { cutText, displayWidth, widest, wrapWords } from './display-width.ts';
import type { FileCounts, KnownTotal } from './overview.ts';
import { printable, shellWord } from './printable.ts';
import { closingText, columnTitles } from './report-words.ts';
import type { ReportEnd, Reporter, ReporterOptions } from './reporter.ts';
import { type TextColumn, textTable } from './text-table.ts';

/** The options of a report, and the colours that go with them. */
type Style = ReporterOptions & { readonly chalk: ChalkInstance };

/** For many forms: a line for each with findings, errors first, then a table by rule, without the findings themselves. */
export const files: Reporter = {
  isForPeople: true,
  listsFiles: true,
  file: () => [],
  close: (end, options) => {
    const style = { ...options, chalk: new Chalk({ level: options.colorLevel }) };
    const faulty = end.overview.files.filter(({ errors, warnings }) => errors + warnings > 0);
    const example = faulty.find(({ file }) => file !== '-');
    const sections = [
      options.onlyStatistics ? [] : fileLines(faulty, end, style),
      ruleLines(end.overview.rules, style),
      example && !options.onlyStatistics ? [details(example)[options.language]] : [],
    ];
    const text = sections.flatMap((lines) => (lines.length === 0 ? [] : `${lines.join('\n')}\n\n`)).join('');
    return text + closingText(end, options, style.chalk);
  },
};

function fileLines(faulty: readonly FileCounts[], { summary, isQuiet }: ReportEnd, style: Style): string[] {
  if (faulty.length === 0) return [];
  const { errors, warnings, file: name } = columnTitles;
  const rows = faulty.map((file) => ({
    counts: [file.errors, file.warnings],
    name: printable(file.file),
    remark: mostOften(file, style),
  }));
  const fine = summary.files - faulty.length;
  return [
    ...countTable(rows, { counts: [errors, warnings], name, remark: mostOftenTitle }, style),
    ...(fine > 0 ? [style.chalk.green(`✓ ${fineForms(fine, isQuiet)[style.language]}`)] : []),
  ];
}

function ruleLines(rules: readonly KnownTotal[], style: Style): string[] {
  if (rules.length === 0) return [];
  const { language, width } = style;
  const rows = rules.map(({ rule, info, ...total }) => ({
    // On narrow terminals the whole name of a rule says more.
    counts: [total.errors, total.warnings, width >= 60 ? total.forms : 0],
    name: printable(rule) + (info?.fix ? ' [*]' : ''),
    remark: info?.summary[language] ?? '',
  }));
  const { errors, warnings, rule: name } = columnTitles;
  const counts = [errors, warnings, { vi: 'Biểu', en: 'Forms' }];
  const isFixable = rules.some(({ info }) => info?.fix !== undefined);
  return [
    ...countTable(rows, { counts, name, remark: { vi: '', en: '' } }, style),
    ...(isFixable ? wrapWords(`[*] ${fixable[language]}`, width) : []),
  ];
}

const gap = 2;
/** The columns for a name before a remark gets any, and those that a remark needs. */
const wideName = 60;
const narrowRemark = 18;

/** Columns without figures are left out; names and remarks are cut to fit. */
function countTable(
  rows: readonly { readonly counts: readonly number[]; readonly name: string; readonly remark: string }[],
  titles: { readonly counts: readonly Wording[]; readonly name: Wording; readonly remark: Wording },
  { width: columns, language, chalk }: Style,
): string[] {
  const width = Math.max(20, columns);
  const paints = [chalk.red, chalk.yellow];
  const figures = titles.counts.flatMap((title, index) => {
    const counts = rows.map((row) => row.counts[index] ?? 0);
    if (counts.every((count) => count === 0)) return [];
    const texts = counts.map((count) => (count > 0 ? formatNumber(count, language) : '–'));
    return { head: title[language], texts, paint: paints[index] };
  });
  const room = figures.reduce((left, { head, texts }) => left - widest([head, ...texts]) - gap, width);
  const widestName = widest(rows.map(({ name }) => name));
  const widestRemark = widest(rows.map(({ remark }) => remark));
  const wish = Math.min(widestName, wideName);
  const hasRemarks = widestRemark > 0 && room - gap - wish >= narrowRemark;
  const forName = hasRemarks ? Math.min(widestName, Math.max(wish, room - gap - widestRemark)) : room;
  const cells = rows.map(({ name, remark }, row) => [
    ...figures.map(({ texts }) => texts[row] ?? ''),
    cutWithin(name, forName),
    ...(hasRemarks ? [cutText(remark, room - gap - forName)] : []),
  ]);
  const heads: TextColumn[] = [
    ...figures.map(({ head }) => ({ head, align: 'right' as const })),
    { head: titles.name[language] },
    ...(hasRemarks ? [{ head: titles.remark[language] }] : []),
  ];
  return textTable(heads, cells, {
    width,
    paintHead: (text) => chalk.dim(text),
    paint: (text, column) =>
      text.trim() === '–' ? chalk.dim(text) : (figures[column]?.paint?.(text) ?? text),
  });
}

/** Cuts a name to a number of columns: two thirds are for its end, which differs more than its folders. */
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

const mostOftenTitle = { vi: 'Vấn đề chính', en: 'Main findings' };

/** “task-complexity 12, numbering 3”. */
function mostOften({ errors, rules }: FileCounts, { language }: ReporterOptions): string {
  const severity = errors > 0 ? 'errors' : 'warnings';
  return rules
    .filter((count) => count[severity] > 0)
    .sort((a, b) => b[severity] - a[severity])
    .map((count) => `${printable(count.rule)} ${formatNumber(count[severity], language)}`)
    .join(', ');
}

const fineForms = (count: number, isQuiet = false): Wording => ({
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
