import { Chalk, type ChalkInstance } from 'chalk';
import { enCount, formatNumber, viNumber } from '../diagnostics/format-number.ts';
import type { Wording } from '../diagnostics/wording.ts';
import { displayWidth } from './display-width.ts';
import type { FileCounts, KnownTotal } from './overview.ts';
import { printable, shellWord } from './printable.ts';
import { closingText, columnTitles } from './report-words.ts';
import type { ReportEnd, Reporter, ReporterOptions } from './reporter.ts';
import { cutText, type TextColumn, textTable, widest } from './text-table.ts';
import { withoutCommands } from './without-commands.ts';
import { wrapWords } from './wrap-words.ts';

/** For many forms: a line for each that has findings, errors first, then a table by rule; no findings themselves. */
export const files: Reporter = {
  file: () => [],
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
  const { language } = options;
  const fine = summary.files - faulty.length;
  const names = { head: columnTitles.file[language], texts: faulty.map(({ file }) => printable(file)) };
  const notes = {
    head: mostOftenTitle[language],
    texts: faulty.map(({ errors, rules }) => mostOften(rules, errors > 0 ? 'errors' : 'warnings', options)),
  };
  return [
    ...countTable(findingCounts(faulty, chalk), names, notes, options, chalk),
    ...(fine > 0 ? [chalk.green(`✓ ${fineForms(fine, isQuiet)[language]}`)] : []),
  ];
}

function ruleLines(rules: readonly KnownTotal[], options: ReporterOptions, chalk: ChalkInstance): string[] {
  if (rules.length === 0) return [];
  const { language, width } = options;
  const forms: CountColumn = { title: { vi: 'Biểu', en: 'Forms' }, counts: rules.map((rule) => rule.forms) };
  // On narrow terminals the whole name of a rule says more.
  const counts = [...findingCounts(rules, chalk), ...(width >= 60 ? [forms] : [])];
  const names = {
    head: columnTitles.rule[language],
    texts: rules.map(({ rule, info }) => printable(rule) + (info?.fix ? ' [*]' : '')),
  };
  const notes = { head: '', texts: rules.map(({ info }) => info?.summary[language] ?? '') };
  const isFixable = rules.some(({ info }) => info?.fix !== undefined);
  return [
    ...countTable(counts, names, notes, options, chalk),
    ...(isFixable ? wrapWords(`[*] ${fixable[language]}`, width) : []),
  ];
}

/** A column of figures. */
interface CountColumn {
  readonly title: Wording;
  readonly counts: readonly number[];
  readonly paint?: (text: string) => string;
}

/** A column of texts. */
interface TextCells {
  readonly head: string;
  readonly texts: readonly string[];
}

const findingCounts = (
  items: readonly { readonly errors: number; readonly warnings: number }[],
  chalk: ChalkInstance,
): CountColumn[] => [
  { title: columnTitles.errors, counts: items.map(({ errors }) => errors), paint: chalk.red },
  { title: columnTitles.warnings, counts: items.map(({ warnings }) => warnings), paint: chalk.yellow },
];

/** Columns between two cells. */
const gap = 2;
/** Columns that a name gets before a remark gets any, and those that a remark needs. */
const wideName = 60;
const narrowNote = 18;

/**
 * A line for each name: its figures before it, a remark behind it. Columns without any figure are left out; names and
 * remarks are cut to fit.
 */
function countTable(
  counts: readonly CountColumn[],
  names: TextCells,
  notes: TextCells,
  { width: columns, language }: ReporterOptions,
  chalk: ChalkInstance,
): string[] {
  const width = Math.max(20, columns);
  const figures = counts
    .filter((column) => column.counts.some((count) => count > 0))
    .map((column) => ({
      head: column.title[language],
      texts: column.counts.map((count) => (count > 0 ? formatNumber(count, language) : '–')),
      paint: column.paint,
    }));
  const room = figures.reduce((left, { head, texts }) => left - widest([head, ...texts]) - gap, width);
  const widestName = widest(names.texts);
  const widestNote = widest(notes.texts);
  const wish = Math.min(widestName, wideName);
  const hasNotes = widestNote > 0 && room - gap - wish >= narrowNote;
  const forName = hasNotes ? Math.min(widestName, Math.max(wish, room - gap - widestNote)) : room;
  const rows = names.texts.map((name, row) => [
    ...figures.map(({ texts }) => texts[row] ?? ''),
    cutWithin(name, forName),
    ...(hasNotes ? [cutText(notes.texts[row] ?? '', room - gap - forName)] : []),
  ]);
  const table: TextColumn[] = [
    ...figures.map(({ head }) => ({ head, align: 'right' as const })),
    { head: names.head },
    ...(hasNotes ? [{ head: notes.head }] : []),
  ];
  return textTable(table, rows, {
    width,
    paintHead: (text) => chalk.dim(text),
    paint: (text, column) =>
      text.trim() === '–' ? chalk.dim(text) : (figures[column]?.paint?.(text) ?? text),
  });
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

const mostOftenTitle: Wording = { vi: 'Vấn đề chính', en: 'Main findings' };

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
