import { Chalk, type ChalkInstance } from 'chalk';
import type { Language } from '../diagnostics/wording.ts';
import { displayWidth } from '../reporters/display-width.ts';
import { printable } from '../reporters/printable.ts';
import { wrapWords } from '../reporters/wrap-words.ts';
import { bar, partColumns } from './bar.ts';
import { type Counts, counts, groupsIn, ratedTasks } from './cells.ts';
import type { Summary, UnitSummary } from './summary.ts';
import {
  formatCount,
  formatShare,
  groupName,
  headline,
  lackedGroups,
  levelList,
  levelName,
  moreItems,
  moreUnits,
  outlierBrief,
  outlierWords,
  type SummaryText,
  sharedWords,
  summaryTexts,
  unitName,
} from './summary-words.ts';
import { type TextColumn, textTable } from './text-table.ts';

export interface SummaryStyle {
  readonly language: Language;
  readonly colorLevel: 0 | 1 | 2 | 3;
  /** Columns of the terminal. */
  readonly width: number;
  /** Every unit and every outlier, however many. */
  readonly all: boolean;
}

const [shownUnits, shownOutliers, shownTasks] = [20, 10, 10];
const levelMarks = ['·', '░', '▒', '▓', '█'] as const;

/** For people at a terminal: tables and bars, in colour where there is some. */
export function summaryText(summary: Summary, style: SummaryStyle): string {
  const writer = new TextWriter(summary, style);
  return writer
    .lines()
    .map((line) => `${line}\n`)
    .join('');
}

class TextWriter {
  readonly #summary: Summary;
  readonly #style: SummaryStyle;
  readonly #chalk: ChalkInstance;
  readonly #levelPaints: readonly ((text: string) => string)[];

  constructor(summary: Summary, style: SummaryStyle) {
    this.#summary = summary;
    this.#style = style;
    const chalk = new Chalk({ level: style.colorLevel });
    this.#chalk = chalk;
    this.#levelPaints = [chalk.blue, chalk.cyan, chalk.green, chalk.yellow, chalk.red];
  }

  lines(): string[] {
    const { units } = this.#summary;
    const sections = [
      this.#head(),
      this.#groups(),
      this.#levels(),
      ...(units.length > 1 ? [this.#units(), this.#outliers(), this.#shared()] : []),
      this.#rules(),
    ];
    return sections
      .filter((lines) => lines.length > 0)
      .flatMap((lines, at) => (at > 0 ? ['', ...lines] : lines));
  }

  #head(): string[] {
    const { units, cells } = this.#summary;
    const [only] = units;
    const title = only && units.length === 1 ? [this.#title(printable(this.#name(only)))] : [];
    const tasks = counts(cells).tasks;
    return [...title, ...wrapWords(headline(this.#summary, tasks, this.#style.language), this.#style.width)];
  }

  #groups(): string[] {
    const { cells } = this.#summary;
    const groups = groupsIn(cells);
    const rows = groups.map((group) => [
      groupName(group, this.#style.language),
      ...this.#countCells(counts(cells, [group])),
    ]);
    const total = [this.#say('total'), ...this.#countCells(counts(cells))];
    const columns = [this.#column('group', 'left'), ...this.#countColumns()];
    return [
      this.#title(this.#say('groups')),
      ...this.#table(columns, [...rows, total], (text, _, row) =>
        row === rows.length ? this.#chalk.bold(text) : text,
      ),
      ...lackedGroups(this.#summary, this.#style.language).map((text) => this.#chalk.red(text)),
    ];
  }

  #levels(): string[] {
    const all = counts(this.#summary.cells);
    const rated = ratedTasks(all);
    if (rated === 0) return [];
    const most = Math.max(...all.levels);
    const label = displayWidth(levelName(5, this.#style.language));
    const digits = this.#number(most).length;
    const room = Math.min(40, this.#style.width - label - digits - 12);
    const rows = all.levels.map((count, index) => {
      const drawn = this.#levelPaints[index]?.(bar(count / most, room)) ?? '';
      const figures = `${this.#number(count).padStart(digits)}  ${formatShare(count, rated).padStart(4)}`;
      return `${levelName(index + 1, this.#style.language)}  ${figures}  ${drawn}`.trimEnd();
    });
    return [this.#title(this.#say('levels')), ...rows];
  }

  #units(): string[] {
    const { width, all, language } = this.#style;
    const shown = this.#summary.units.slice(0, all ? undefined : shownUnits);
    const isWide = width >= 100;
    const barColumns = isWide ? 20 : width < 70 ? 0 : 10;
    const columns: TextColumn[] = [
      this.#column('unit', 'left'),
      ...this.#countColumns(isWide),
      this.#column('errors', 'right'),
      { head: '', align: 'left' },
    ];
    const rows = shown.map((unit) => {
      const sums = counts(unit.cells);
      return [
        printable(unitName(unit, language)),
        ...this.#countCells(sums, isWide),
        this.#countOrDash(unit.errors),
        partColumns(sums.levels, barColumns)
          .map((length, index) => levelMarks[index]?.repeat(length) ?? '')
          .join(''),
      ];
    });
    const last = columns.length - 1;
    const rest = this.#summary.units.length - shown.length;
    const legend = levelMarks.map((mark, index) => `${mark} ${index + 1}`).join('  ');
    return [
      `${this.#title(this.#say('units'))}  ${this.#paintMarks(legend)}`,
      ...this.#table(columns, rows, (text, column, row) => {
        if (column === last) return this.#paintMarks(text);
        const isAlarm = column >= last - 2 && (rows[row]?.[column] ?? '–') !== '–';
        return isAlarm ? this.#chalk.red(text) : text;
      }),
      ...(rest > 0 ? [this.#more(moreUnits(rest, language))] : []),
    ];
  }

  #outliers(): string[] {
    const { outliers } = this.#summary;
    const { all, language, width } = this.#style;
    if (outliers.length === 0) return [];
    const shown = outliers.slice(0, all ? undefined : shownOutliers);
    const rest = outliers.length - shown.length;
    return [
      this.#title(this.#say('outliers')),
      ...wrapWords(outlierBrief[language], width).map((line) => this.#chalk.dim(line)),
      ...shown.flatMap((outlier) =>
        this.#item(`${printable(this.#name(outlier.unit))}: ${outlierWords(outlier, language)}`),
      ),
      ...(rest > 0 ? [this.#more(moreItems(rest, language))] : []),
    ];
  }

  #shared(): string[] {
    const { shared } = this.#summary;
    const { all, language, width } = this.#style;
    const shown = shared.top.slice(0, all ? undefined : shownTasks);
    const columns: TextColumn[] = [
      this.#column('task', 'left'),
      this.#column('unitCount', 'right'),
      this.#column('levelsGiven', 'left'),
    ];
    const rows = shown.map(({ text, units, levels }) => [
      printable(text),
      this.#number(units),
      levelList(levels),
    ]);
    return [
      this.#title(this.#say('shared')),
      ...wrapWords(sharedWords(shared, language), width),
      ...(rows.length > 0 ? this.#table(columns, rows) : []),
    ];
  }

  #rules(): string[] {
    const { rules } = this.#summary;
    if (rules.length === 0) return [this.#chalk.green(`✓ ${this.#say('noFindings')}`)];
    const columns: TextColumn[] = [
      this.#column('rule', 'left'),
      this.#column('errors', 'right'),
      this.#column('warnings', 'right'),
      this.#column('inForms', 'right'),
    ];
    const rows = rules.map(({ rule, errors, warnings, forms }) => [
      rule,
      ...[errors, warnings, forms].map((count) => this.#countOrDash(count)),
    ]);
    return [
      this.#title(this.#say('rules')),
      ...this.#table(columns, rows, (text, column) => {
        const paint = [undefined, this.#chalk.red, this.#chalk.yellow][column];
        return paint && text.trim() !== '–' ? paint(text) : text;
      }),
    ];
  }

  /** Tasks, levels 1–5, and those without a level; those that need none where there is room. */
  #countColumns(withFree = true): TextColumn[] {
    const narrow = (text: SummaryText) => this.#column(text, 'right', true);
    const levels = [1, 2, 3, 4, 5].map((level): TextColumn => ({ head: String(level), align: 'right' }));
    const free = withFree ? [narrow('free')] : [];
    return [narrow('tasks'), ...levels, ...free, narrow('unrated'), narrow('missing')];
  }

  #countCells({ tasks, levels, free, unrated, missing }: Counts, withFree = true): string[] {
    const numbers = [tasks, ...levels, ...(withFree ? [free] : []), unrated, missing];
    return numbers.map((count) => this.#countOrDash(count));
  }

  #column(text: SummaryText, align: TextColumn['align'], isNarrow = false): TextColumn {
    const head = this.#say(text);
    return { head, align, ...(isNarrow && { headWidth: 5 }) };
  }

  #table(
    columns: readonly TextColumn[],
    rows: readonly (readonly string[])[],
    paint: (text: string, column: number, row: number) => string = (text) => text,
  ): string[] {
    const { width } = this.#style;
    return textTable(columns, rows, { width, paint, paintHead: (text) => this.#chalk.dim(text) });
  }

  #item(text: string): string[] {
    const [first = '', ...rest] = wrapWords(text, this.#style.width - 2);
    return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
  }

  #paintMarks(text: string): string {
    if (this.#style.colorLevel === 0) return text;
    return levelMarks.reduce(
      (painted, mark, index) =>
        painted.replace(new RegExp(`${mark}+`), (run) => this.#levelPaints[index]?.(run) ?? run),
      text,
    );
  }

  #name = (unit: UnitSummary) => unitName(unit, this.#style.language);
  #say = (text: SummaryText) => summaryTexts[text][this.#style.language];
  #title = (text: string) => this.#chalk.bold(text);
  #more = (text: string) => this.#chalk.dim(`${text} (--all)`);
  #number = (count: number) => formatCount(count, this.#style.language);
  #countOrDash = (count: number) => (count === 0 ? '–' : this.#number(count));
}
