import { displayWidth } from '../reporters/display-width.ts';
import { printable } from '../reporters/printable.ts';
import { wrapWords } from '../reporters/wrap-words.ts';
import { bar, partColumns } from './bar.ts';
import { counts, groupsIn, ratedTasks } from './cells.ts';
import { outlierBrief, outlierWords } from './outlier-words.ts';
import { sharedWords } from './shared-task-words.ts';
import type { Summary, UnitSummary } from './summary.ts';
import {
  formatShare,
  groupName,
  headline,
  lackedGroups,
  levelList,
  levelName,
  moreItems,
  moreUnits,
  unitName,
} from './summary-words.ts';
import { levelMarks, TextPen, type TextStyle } from './text-pen.ts';
import type { TextColumn } from './text-table.ts';

export interface SummaryStyle extends TextStyle {
  /** Every unit and every outlier, however many. */
  readonly all: boolean;
}

const [shownUnits, shownOutliers, shownTasks] = [20, 10, 10];

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
  readonly #pen: TextPen;

  constructor(summary: Summary, style: SummaryStyle) {
    this.#summary = summary;
    this.#style = style;
    this.#pen = new TextPen(style);
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
    const title = only && units.length === 1 ? [this.#pen.chalk.bold(printable(this.#name(only)))] : [];
    const tasks = counts(cells).tasks;
    return [...title, ...wrapWords(headline(this.#summary, tasks, this.#style.language), this.#style.width)];
  }

  #groups(): string[] {
    const { cells } = this.#summary;
    const groups = groupsIn(cells);
    const rows = groups.map((group) => [
      groupName(group, this.#style.language),
      ...this.#pen.countCells(counts(cells, [group])),
    ]);
    const total = [this.#pen.say('total'), ...this.#pen.countCells(counts(cells))];
    const columns = [this.#pen.column('group', 'left'), ...this.#pen.countColumns()];
    return [
      this.#pen.title('groups'),
      ...this.#pen.table(columns, [...rows, total], (text, _, row) =>
        row === rows.length ? this.#pen.chalk.bold(text) : text,
      ),
      ...lackedGroups(this.#summary, this.#style.language).map((text) => this.#pen.chalk.red(text)),
    ];
  }

  #levels(): string[] {
    const all = counts(this.#summary.cells);
    const rated = ratedTasks(all);
    if (rated === 0) return [];
    const most = Math.max(...all.levels);
    const label = displayWidth(levelName(5, this.#style.language));
    const digits = this.#pen.number(most).length;
    const room = Math.min(40, this.#style.width - label - digits - 12);
    const rows = all.levels.map((count, index) => {
      const drawn = this.#pen.level(index, bar(count / most, room));
      const figures = `${this.#pen.number(count).padStart(digits)}  ${formatShare(count, rated).padStart(4)}`;
      return `${levelName(index + 1, this.#style.language)}  ${figures}  ${drawn}`.trimEnd();
    });
    return [this.#pen.title('levels'), ...rows];
  }

  #units(): string[] {
    const { width, all, language } = this.#style;
    const shown = this.#summary.units.slice(0, all ? undefined : shownUnits);
    const isWide = width >= 100;
    const barColumns = isWide ? 20 : width < 70 ? 0 : 10;
    const columns: TextColumn[] = [
      this.#pen.column('unit', 'left'),
      ...this.#pen.countColumns(isWide),
      this.#pen.column('errors', 'right'),
      { head: '', align: 'left' },
    ];
    const rows = shown.map((unit) => {
      const sums = counts(unit.cells);
      return [
        printable(unitName(unit, language)),
        ...this.#pen.countCells(sums, isWide),
        this.#pen.countOrDash(unit.errors),
        partColumns(sums.levels, barColumns)
          .map((length, index) => levelMarks[index]?.repeat(length) ?? '')
          .join(''),
      ];
    });
    const last = columns.length - 1;
    const rest = this.#summary.units.length - shown.length;
    const legend = levelMarks.map((mark, index) => `${mark} ${index + 1}`).join('  ');
    return [
      `${this.#pen.title('units')}  ${this.#pen.paintMarks(legend)}`,
      ...this.#pen.table(columns, rows, (text, column, row) => {
        if (column === last) return this.#pen.paintMarks(text);
        const isAlarm = column >= last - 2 && (rows[row]?.[column] ?? '–') !== '–';
        return isAlarm ? this.#pen.chalk.red(text) : text;
      }),
      ...(rest > 0 ? [this.#pen.more(moreUnits(rest, language))] : []),
    ];
  }

  #outliers(): string[] {
    const { outliers } = this.#summary;
    const { all, language, width } = this.#style;
    if (outliers.length === 0) return [];
    const shown = outliers.slice(0, all ? undefined : shownOutliers);
    const rest = outliers.length - shown.length;
    return [
      this.#pen.title('outliers'),
      ...wrapWords(outlierBrief[language], width).map((line) => this.#pen.chalk.dim(line)),
      ...shown.flatMap((outlier) =>
        this.#pen.item(`${printable(this.#name(outlier.unit))}: ${outlierWords(outlier, language)}`),
      ),
      ...(rest > 0 ? [this.#pen.more(moreItems(rest, language))] : []),
    ];
  }

  #shared(): string[] {
    const { shared } = this.#summary;
    const { all, language, width } = this.#style;
    const shown = shared.top.slice(0, all ? undefined : shownTasks);
    const columns: TextColumn[] = [
      this.#pen.column('task', 'left'),
      this.#pen.column('unitCount', 'right'),
      this.#pen.column('levelsGiven', 'left'),
    ];
    const rows = shown.map(({ text, units, levels }) => [
      printable(text),
      this.#pen.number(units),
      levelList(levels),
    ]);
    return [
      this.#pen.title('shared'),
      ...wrapWords(sharedWords(shared, language), width),
      ...(rows.length > 0 ? this.#pen.table(columns, rows) : []),
    ];
  }

  #rules(): string[] {
    const { rules } = this.#summary;
    if (rules.length === 0) return [this.#pen.chalk.green(`✓ ${this.#pen.say('noFindings')}`)];
    const columns: TextColumn[] = [
      this.#pen.column('rule', 'left'),
      this.#pen.column('errors', 'right'),
      this.#pen.column('warnings', 'right'),
      this.#pen.column('inForms', 'right'),
    ];
    const rows = rules.map(({ rule, errors, warnings, forms }) => [
      rule,
      ...[errors, warnings, forms].map((count) => this.#pen.countOrDash(count)),
    ]);
    return [
      this.#pen.title('rules'),
      ...this.#pen.table(columns, rows, (text, column) => {
        const paint = [undefined, this.#pen.chalk.red, this.#pen.chalk.yellow][column];
        return paint && text.trim() !== '–' ? paint(text) : text;
      }),
    ];
  }

  #name = (unit: UnitSummary) => unitName(unit, this.#style.language);
}
