import { Chalk, type ChalkInstance } from 'chalk';
import { formatNumber } from '../diagnostics/format-number.ts';
import type { Language } from '../diagnostics/wording.ts';
import { displayWidth } from '../reporters/display-width.ts';
import { printable } from '../reporters/printable.ts';
import { type TextColumn, textTable } from '../reporters/text-table.ts';
import { wrapWords } from '../reporters/wrap-words.ts';
import { type Counts, counts, ratedTasks } from './cells.ts';
import { lengthBar, levelBar, levelMarks } from './level-bars.ts';
import type { Summary } from './summary.ts';
import type { SummaryCell, SummaryTable } from './summary-table.ts';
import { summaryTables } from './summary-tables.ts';
import { formatShare, headline, levelName, moreRows, summaryTexts, unitName } from './summary-words.ts';

export interface SummaryStyle {
  readonly language: Language;
  readonly colorLevel: 0 | 1 | 2 | 3;
  /** Columns of the terminal. */
  readonly width: number;
  /** Every row, however many. */
  readonly all: boolean;
}

/** So many rows of each table are shown. */
const shownRows: Readonly<Partial<Record<SummaryTable['id'], number>>> = {
  groups: 20,
  units: 20,
  unreadable: 20,
  skipped: 20,
  outliers: 10,
  shared: 10,
  rules: 100,
};

/** For people at a terminal: tables and bars, in colour where there is some. */
export function summaryText(summary: Summary, style: SummaryStyle): string {
  const writer = new TextWriter(style);
  const tables = new Map(summaryTables(summary, style.language).map((table) => [table.id, table]));
  const table = (id: SummaryTable['id']) => {
    const found = tables.get(id);
    return found ? writer.table(found) : [];
  };
  const many = summary.units.length > 1;
  const sections = [
    writer.head(summary),
    table('unreadable'),
    table('skipped'),
    table('groups'),
    writer.levels(counts(summary.cells)),
    ...(many ? [table('units'), table('outliers'), table('shared')] : []),
    summary.rules.length > 0 ? table('rules') : writer.nothingFound(summary),
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
    const [only] = summary.units;
    const lines = wrapWords(headline(summary, language), width);
    if (!only || summary.units.length > 1) return lines;
    const file =
      only.forms.length === 1
        ? this.#below(
            only.forms.map(({ file }) => file),
            '',
          )
        : [];
    return [this.#chalk.bold(printable(unitName(only, language))), ...file, ...lines];
  }

  /** The sign of success only where every file was read. */
  nothingFound({ unreadable }: Summary): string[] {
    const sentence = summaryTexts.noFindings[this.#style.language];
    return [unreadable.length > 0 ? sentence : this.#chalk.green(`✓ ${sentence}`)];
  }

  /** How many tasks have each level, with bars. */
  levels({ levels }: Counts): string[] {
    const { language, width } = this.#style;
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
    if (table.count === 0 && table.lead === undefined) return [];
    const { width, all, language } = this.#style;
    const limit = all ? Number.POSITIVE_INFINITY : (shownRows[table.id] ?? 0);
    const rows: (readonly SummaryCell[])[] = [];
    for (const row of table.rows) if (rows.push(row) >= limit) break;
    const rest = table.count - rows.length;
    return [
      this.#title(table),
      ...wrapWords(table.lead ?? '', width).filter((line) => line !== ''),
      ...wrapWords(table.brief ?? '', width).flatMap((line) => (line === '' ? [] : this.#chalk.dim(line))),
      ...(isList(table) ? rows.flatMap((row) => this.#item(table, row)) : this.#rows(table, rows)),
      ...(rest > 0 ? [this.#chalk.dim(`${moreRows(rest, language)} (--all)`)] : []),
      ...(table.id === 'groups' ? (table.notes ?? []).map((note) => this.#chalk.red(note)) : []),
    ];
  }

  #title({ id, title }: SummaryTable): string {
    const bold = this.#chalk.bold(title);
    if (id !== 'units' || this.#barColumns === 0) return bold;
    return `${bold}  ${this.#paintMarks(levelMarks.map((mark, index) => `${mark} ${index + 1}`).join('  '))}`;
  }

  #rows(table: SummaryTable, rows: readonly (readonly SummaryCell[])[]): string[] {
    if (rows.length === 0) return [];
    const shown = this.#shown(table).filter((index) => table.columns[index]?.kind !== 'files');
    const columns = shown.flatMap((index) => table.columns[index] ?? []);
    const heads = columns.map(
      ({ kind, title, short }, index): TextColumn => ({
        head: short ?? title,
        ...(index > 0 && kind !== 'text' && kind !== 'levels' && { align: 'right' }),
        ...(columns.length > 4 && index > 0 && { headWidth: 5 }),
      }),
    );
    const texts = rows.map((row) => shown.map((index) => this.#cell(row[index])));
    const files = table.columns.findIndex(({ kind }) => kind === 'files');
    const isBelow = this.#shown(table).includes(files);
    return textTable(heads, texts, {
      width: this.#style.width,
      paintHead: (text) => this.#chalk.dim(text),
      paint: (text, column, row) => {
        const kind = columns[column]?.kind;
        if (kind === 'levels') return this.#paintMarks(text);
        if (kind === 'problem' && texts[row]?.[column] !== '–') return this.#chalk.red(text);
        return table.id === 'groups' && row === rows.length - 1 ? this.#chalk.bold(text) : text;
      },
      below: (row) => (isBelow ? this.#below(linesOf(rows[row]?.[files])) : []),
    });
  }

  /** An item of a list: the first text, then the others. */
  #item(table: SummaryTable, row: readonly SummaryCell[]): string[] {
    const shown = this.#shown(table);
    const texts = shown
      .filter((index) => table.columns[index]?.kind === 'text')
      .map((index) => this.#cell(row[index]));
    const files = shown.filter((index) => table.columns[index]?.kind === 'files');
    const [first = '', ...rest] = wrapWords(texts.join(': '), this.#style.width - 2);
    return [
      `- ${first}`,
      ...rest.map((line) => `  ${line}`),
      ...files.flatMap((index) => this.#below(linesOf(row[index]))),
    ];
  }

  /** Where a row comes from. */
  #below(files: readonly string[], indent = '  '): string[] {
    const room = this.#style.width - indent.length;
    return wrapWords(printable(files.join(', ')), room).map((line) => indent + this.#chalk.dim(line));
  }

  #shown(table: SummaryTable): number[] {
    const isWide = this.#style.width >= 100;
    const isShown = ({ in: formats, kind }: SummaryTable['columns'][number]) =>
      (formats.includes('text') || (isWide && formats.includes('wide'))) &&
      (kind !== 'levels' || this.#barColumns > 0);
    return [...table.columns.keys()].filter((index) => {
      const column = table.columns[index];
      return column && isShown(column);
    });
  }

  #cell(cell: SummaryCell): string {
    if (typeof cell === 'number') return cell === 0 ? '–' : formatNumber(cell, this.#style.language);
    if (typeof cell === 'object' && cell !== null && 'tasks' in cell)
      return levelBar(cell.levels, this.#barColumns);
    return printable(linesOf(cell).join(', '));
  }

  get #barColumns(): number {
    const { width } = this.#style;
    return width >= 100 ? 20 : width < 70 ? 0 : 10;
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

const isList = ({ id }: SummaryTable) => id === 'unreadable' || id === 'skipped' || id === 'outliers';

const linesOf = (cell: SummaryCell): readonly string[] =>
  Array.isArray(cell) ? cell : typeof cell === 'string' ? [cell] : [];
