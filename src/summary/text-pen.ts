import { Chalk, type ChalkInstance } from 'chalk';
import type { Language } from '../diagnostics/wording.ts';
import { wrapWords } from '../reporters/wrap-words.ts';
import type { Counts } from './cells.ts';
import { formatCount, type SummaryText, summaryTexts } from './summary-words.ts';
import { type TextColumn, textTable } from './text-table.ts';

export interface TextStyle {
  readonly language: Language;
  readonly colorLevel: 0 | 1 | 2 | 3;
  /** Columns of the terminal. */
  readonly width: number;
}

/** What stands for levels 1–5 in a bar, where there is no colour, too. */
export const levelMarks = ['·', '░', '▒', '▓', '█'] as const;

/** How a summary is set on a terminal: words in its language, numbers, tables, colours. */
export class TextPen {
  readonly chalk: ChalkInstance;
  readonly #style: TextStyle;
  readonly #levelPaints: readonly ((text: string) => string)[];

  constructor(style: TextStyle) {
    this.#style = style;
    this.chalk = new Chalk({ level: style.colorLevel });
    const { blue, cyan, green, yellow, red } = this.chalk;
    this.#levelPaints = [blue, cyan, green, yellow, red];
  }

  /** Tasks, levels 1–5, and those without a level; those that need none where there is room. */
  countColumns(withFree = true): TextColumn[] {
    const narrow = (text: SummaryText) => this.column(text, 'right', true);
    const levels = [1, 2, 3, 4, 5].map((level): TextColumn => ({ head: String(level), align: 'right' }));
    const free = withFree ? [narrow('free')] : [];
    return [narrow('tasks'), ...levels, ...free, narrow('unrated'), narrow('missing')];
  }

  /** What stands in those columns. */
  countCells({ tasks, levels, free, unrated, missing }: Counts, withFree = true): string[] {
    const numbers = [tasks, ...levels, ...(withFree ? [free] : []), unrated, missing];
    return numbers.map((count) => this.countOrDash(count));
  }

  /** @param isNarrow its head is broken into short lines */
  column(text: SummaryText, align: TextColumn['align'], isNarrow = false): TextColumn {
    const head = this.say(text);
    return { head, align, ...(isNarrow && { headWidth: 5 }) };
  }

  table(
    columns: readonly TextColumn[],
    rows: readonly (readonly string[])[],
    paint: (text: string, column: number, row: number) => string = (text) => text,
  ): string[] {
    const { width } = this.#style;
    return textTable(columns, rows, { width, paint, paintHead: (text) => this.chalk.dim(text) });
  }

  /** An item of a list. */
  item(text: string): string[] {
    const [first = '', ...rest] = wrapWords(text, this.#style.width - 2);
    return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
  }

  /** Sets a bar of `levelMarks`, one run of each. */
  paintMarks(text: string): string {
    if (this.#style.colorLevel === 0) return text;
    return levelMarks.reduce(
      (painted, mark, index) => painted.replace(new RegExp(`${mark}+`), (run) => this.level(index, run)),
      text,
    );
  }

  /** @param index 0–4 for levels 1–5 */
  level(index: number, text: string): string {
    return this.#levelPaints[index]?.(text) ?? text;
  }

  say = (text: SummaryText): string => summaryTexts[text][this.#style.language];
  title = (text: SummaryText): string => this.chalk.bold(this.say(text));
  more = (text: string): string => this.chalk.dim(`${text} (--all)`);
  number = (count: number): string => formatCount(count, this.#style.language);
  countOrDash = (count: number): string => (count === 0 ? '–' : this.number(count));
}
