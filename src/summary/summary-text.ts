import { Chalk, type ChalkInstance } from 'chalk';
import { formatNumber } from '../diagnostics/wording.ts';
import { displayWidth, wrapWords } from '../reporters/display-width.ts';
import { printable } from '../reporters/printable.ts';
import type { TextStyle } from '../reporters/reporter.ts';
import { type TextColumn, textTable } from '../reporters/text-table.ts';
import { counts, ratedTasks } from './cells.ts';
import { cellTexts, isCounts, type SummaryCell, type SummaryTable } from './summary-table.ts';
import { summaryTables } from './summary-tables.ts';
import { formatShare, headline, levelName, moreRows, summaryTexts, unitName } from './summary-words.ts';
import type { Summary } from './tally.ts';

export interface SummaryStyle extends TextStyle {
  readonly all: boolean;
}

/** For people at a terminal: tables and bars, in colour if supported. */
export function summaryText(summary: Summary, style: SummaryStyle): string {
  const { language, width } = style;
  const writer = new TextWriter(style);
  const format = width >= 100 ? 'wide' : width < 70 ? 'narrow' : 'text';
  const sections = [
    writer.head(summary),
    ...summaryTables(summary, language, format).flatMap((table) => [
      writer.table(table),
      table.hasTotal ? writer.levels(summary) : [],
    ]),
    summary.rules.length === 0 ? writer.nothingFound(summary) : [],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

class TextWriter {
  readonly #style: SummaryStyle;
  readonly #chalk: ChalkInstance;
  readonly #levelPaints: readonly ((text: string) => string)[];

  constructor(style: SummaryStyle) {
    this.#style = style;
    this.#chalk = new Chalk({ level: style.colorLevel });
    const { blue, cyan, green, yellow, red } = this.#chalk;
    this.#levelPaints = [blue, cyan, green, yellow, red];
  }

  head(summary: Summary): string[] {
    const { language, width } = this.#style;
    const [only, second] = summary.units;
    const lines = wrapWords(headline(summary, language), width);
    if (!only || second) return lines;
    const files = only.forms.length === 1 ? only.forms.map(({ file }) => file) : [];
    return [this.#chalk.bold(printable(unitName(only, language))), ...this.#below(files, ''), ...lines];
  }

  /** The sign of success only if every file was read. */
  nothingFound({ unreadable }: Summary): string[] {
    const sentence = summaryTexts.noFindings[this.#style.language];
    return [unreadable.length > 0 ? sentence : this.#chalk.green(`✓ ${sentence}`)];
  }

  levels({ cells }: Summary): string[] {
    const { language, width } = this.#style;
    const { levels } = counts(cells);
    const rated = ratedTasks({ levels });
    if (rated === 0) return [];
    const most = Math.max(...levels);
    const digits = formatNumber(most, language).length;
    const room = Math.min(40, width - displayWidth(levelName(5, language)) - digits - 12);
    const rows = levels.map((count, index) => {
      const figures = `${formatNumber(count, language).padStart(digits)}  ${formatShare(count, rated).padStart(4)}`;
      const bar = this.#level(index, lengthBar(count / most, room));
      return `${levelName(index + 1, language)}  ${figures}  ${bar}`.trimEnd();
    });
    return [this.#chalk.bold(summaryTexts.levels[language]), ...rows];
  }

  table(table: SummaryTable): string[] {
    const { count, lead = '', brief = '', shown = 0, alarms = [] } = table;
    if (count === 0 && lead === '') return [];
    const { width, all, language } = this.#style;
    const rows: (readonly SummaryCell[])[] = [];
    for (const row of table.rows) if (rows.push(row) >= shown && !all) break;
    const rest = count - rows.length;
    const sentence = (text: string) => (text === '' ? [] : wrapWords(text, width));
    return [
      this.#title(table),
      ...sentence(lead),
      ...sentence(brief).map((line) => this.#chalk.dim(line)),
      ...(table.isList ? rows.flatMap((row) => this.#item(table, row)) : this.#rows(table, rows)),
      ...(rest > 0 ? [this.#chalk.dim(`${moreRows(rest, language)} (--all)`)] : []),
      ...alarms.map((alarm) => this.#chalk.red(alarm)),
    ];
  }

  #title({ title, columns }: SummaryTable): string {
    const bold = this.#chalk.bold(title);
    if (columns.every(({ kind }) => kind !== 'levels')) return bold;
    return `${bold}  ${this.#paintMarks(levelMarks.map((mark, index) => `${mark} ${index + 1}`).join('  '))}`;
  }

  #rows({ columns, hasTotal }: SummaryTable, rows: readonly (readonly SummaryCell[])[]): string[] {
    if (rows.length === 0) return [];
    const shown = columns.filter(({ kind }) => kind !== 'files');
    const heads = shown.map(
      ({ kind, title, short = title }, index): TextColumn => ({
        head: short,
        ...(index > 0 && kind !== 'text' && kind !== 'levels' && { align: 'right' }),
        ...(shown.length > 4 && index > 0 && { headWidth: 5 }),
      }),
    );
    const texts = rows.map((row) => row.slice(0, shown.length).map((cell) => this.#cell(cell)));
    return textTable(heads, texts, {
      width: this.#style.width,
      paintHead: (text) => this.#chalk.dim(text),
      paint: (text, column, row) => {
        const kind = shown[column]?.kind;
        if (kind === 'levels') return this.#paintMarks(text);
        if (kind === 'problem' && texts[row]?.[column] !== '–') return this.#chalk.red(text);
        return hasTotal && row === rows.length - 1 ? this.#chalk.bold(text) : text;
      },
      below: (row) => this.#below(rows[row]?.slice(shown.length).flatMap(cellTexts)),
    });
  }

  #item({ columns }: SummaryTable, row: readonly SummaryCell[]): string[] {
    const cellsOf = (isFiles: boolean) => row.filter((_, at) => (columns[at]?.kind === 'files') === isFiles);
    const texts = cellsOf(false).map((cell) => this.#cell(cell));
    const [first = '', ...rest] = wrapWords(texts.join(': '), this.#style.width - 2);
    return [
      `- ${first}`,
      ...rest.map((line) => `  ${line}`),
      ...this.#below(cellsOf(true).flatMap(cellTexts)),
    ];
  }

  /** Where a row comes from. */
  #below(files: readonly string[] = [], indent = '  '): string[] {
    if (files.length === 0) return [];
    const room = this.#style.width - indent.length;
    return wrapWords(printable(files.join(', ')), room).map((line) => indent + this.#chalk.dim(line));
  }

  #cell(cell: SummaryCell): string {
    if (typeof cell === 'number') return cell === 0 ? '–' : formatNumber(cell, this.#style.language);
    if (isCounts(cell)) return levelBar(cell.levels, this.#style.width >= 100 ? 20 : 10);
    return printable(cellTexts(cell).join(', '));
  }

  #paintMarks(text: string): string {
    if (this.#style.colorLevel === 0) return text;
    return levelMarks.reduce(
      (painted, mark, index) => painted.replace(new RegExp(`${mark}+`), (run) => this.#level(index, run)),
      text,
    );
  }

  /** @param index 0–4 for levels 1–5 */
  #level = (index: number, text: string): string => this.#levelPaints[index]?.(text) ?? text;
}

/** The marks of levels 1–5 in a bar, which are distinct without colour, too. */
const levelMarks = ['·', '░', '▒', '▓', '█'] as const;

/** The tasks by level as a bar of a given width; empty if no task has a level. */
const levelBar = (levels: readonly number[], columns: number): string =>
  partColumns(levels, columns)
    .map((length, index) => levelMarks[index]?.repeat(length) ?? '')
    .join('');

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar with a precision of an eighth of a column; anything above 0 is visible. @param share from 0 to 1 */
function lengthBar(share: number, columns: number): string {
  const length = Math.round(share * columns * 8);
  const shown = '█'.repeat(Math.floor(length / 8)) + (eighths[length % 8] ?? '');
  return shown === '' && share > 0 ? '▏' : shown;
}

/** Distributes all columns among the parts (largest remainders). */
function partColumns(parts: readonly number[], columns: number): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / whole) * columns);
  const widths = exact.map(Math.floor);
  const left = columns - widths.reduce((sum, width) => sum + width, 0);
  const remainder = (index: number) => (exact[index] ?? 0) % 1;
  const byRemainder = [...exact.keys()].sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const index of byRemainder.slice(0, left)) widths[index] = (widths[index] ?? 0) + 1;
  return widths;
}
