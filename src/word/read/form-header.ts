import { foldHeading } from '../../vietnamese/fold-text.ts';
import { hasLetters } from '../../vietnamese/is-letter.ts';
import { type Cell, type Row, type Table, textOf } from '../document/document.ts';
import { type Columns, edgesOf, type GridRange, rangeOf, shownColumns } from './columns.ts';
import { levelIn, levelsByScale } from './level-heading.ts';

/** The header of the form's table. */
export interface FormHeader {
  readonly columns: Columns;
  readonly edges: readonly number[];
  /** Where the columns that the header shows begin, in the units of the grid. */
  readonly leaves: readonly number[];
  /** As `shownColumns` gives them. */
  readonly shown: readonly number[];
  /** Positions in `table.rows`: the first row of the header, and the first row after it. */
  readonly start: number;
  readonly end: number;
  /** Headings that are not there, by the form's own wording. */
  readonly missing: readonly string[];
  /** It has a heading of the levels, or their columns: other tables of offices have work and groups, too. */
  readonly hasLevels: boolean;
}

/** A header may be below titles that are rows of the same table. */
const searchedRows = 40;

const headings = {
  group: 'Nhóm công việc',
  task: 'Công việc cụ thể',
  levels: 'Mức độ phức tạp của công việc',
} as const;

const isNumberHeading = (text: string) => /^(?:s?tt|so tt|so thu tu|thu tu|so)$/.test(text);
const isGroupHeading = (text: string) => /^(?:ten )?nhom\b/.test(text) && text.length < 60;
const isTaskHeading = (text: string) =>
  /^(?:noi dung |ten |cac )?(?:cong viec|nhiem vu)(?: cu the| chi tiet)?\b/.test(text) && text.length < 60;
const isLevelsHeading = (text: string) =>
  /muc do|do phuc tap/.test(text) &&
  !/muc do (?:hoan thanh|hai long|thuong xuyen)/.test(text) &&
  text.length < 80;
/** Beside the other two headings only: tables of pay have such a column, too. */
const isShortLevelsHeading = (text: string) =>
  /^(?:xep )?(?:muc(?: phuc tap)?|cap do)(?: 1(?: den)? 5)?$/.test(text);
/** “Quý I” heads a column of another table, unless there is a heading of the levels above it. */
const isLevelColumn = (text: string) =>
  /^[iv\d ]+$|\b(?:muc|cap|bac|do|phuc tap|don gian|trung binh)\b/.test(foldHeading(text));
/** “Nhóm tuổi” and “Mức độ đau” head tables of other trades. */
const isOfWork = (text: string) => /cong viec|nhiem vu|phuc tap/.test(text);

/** Finds the header of the form in a table by its wording; undefined where the table is another one. */
export function formHeader(table: Table): FormHeader | undefined {
  let edges: readonly number[] | undefined;
  for (const [start, row] of table.rows.slice(0, searchedRows).entries()) {
    if (row.cells.length < 2) continue;
    edges ??= edgesOf(table);
    const found = headerAt(table, start, row, edges);
    if (found) return found;
  }
  return undefined;
}

function headerAt(table: Table, start: number, row: Row, edges: readonly number[]): FormHeader | undefined {
  const headed = row.cells.map((cell) => {
    const text = textOf(cell);
    return { cell, text: hasLetters(text, 2) ? foldHeading(text) : '' };
  });
  const find = (is: (text: string) => boolean) => headed.find(({ text }) => is(text));
  const group = find(isGroupHeading);
  const task = find(isTaskHeading);
  const levelsHeading =
    headed.find(
      ({ cell, text }) => isLevelsHeading(text) && (cell.span > 1 || levelIn(text) === undefined),
    ) ??
    (group && task && find(isShortLevelsHeading));
  const found = [group, task, levelsHeading ?? find(isLevelsHeading)].filter((each) => each !== undefined);
  if (found.length < 2 || !found.some(({ text }) => isOfWork(text))) return undefined;

  const levelsCell = levelsHeading?.cell;
  const beside = (cell: Cell | undefined, step: 1 | -1): Cell | undefined =>
    cell && row.cells[row.cells.indexOf(cell) + step];
  const groupCell = group?.cell ?? beside(task?.cell, -1);
  const taskCell = task?.cell ?? beside(group?.cell, 1) ?? beside(levelsCell, -1);
  if (!groupCell || !taskCell) return undefined;
  const behindTask = { from: rangeOf(taskCell, edges).to, to: edges.at(-1) ?? 0 };
  const { levels, end } = levelsCell
    ? levelColumns(table, start, rangeOf(levelsCell, edges), edges, () => true)
    : levelColumns(table, start, behindTask, edges, isLevelColumn);
  const columns = levels.some((level) => level) ? levels : underHeading(levelsCell, edges);
  const rated = levelsCell && columns.every((level) => !level) ? rangeOf(levelsCell, edges) : undefined;
  const hasLevels = columns.some((level) => level);
  const before = row.cells.slice(0, row.cells.indexOf(groupCell));
  const numberCell = before.find((cell) => isNumberHeading(foldHeading(textOf(cell)))) ?? before.at(-1);
  const missing = [
    ...(group ? [] : [headings.group]),
    ...(task ? [] : [headings.task]),
    // In a header of one row there is no room for it above its columns.
    ...(levelsCell || (end === start + 1 && hasLevels) ? [] : [headings.levels]),
    ...(hasLevels ? columns.flatMap((level, index) => (level ? [] : [String(index + 1)])) : []),
  ];
  const starts = table.rows
    .slice(start, end)
    .flatMap(({ cells }) => cells.map((cell) => rangeOf(cell, edges).from));
  const leaves = [...new Set(starts)].sort((a, b) => a - b);
  return {
    edges,
    leaves,
    shown: shownColumns(edges, leaves),
    start,
    end,
    missing,
    hasLevels: levelsCell !== undefined || hasLevels,
    columns: {
      number: numberCell && rangeOf(numberCell, edges),
      group: rangeOf(groupCell, edges),
      task: rangeOf(taskCell, edges),
      levels: columns,
      rated,
    },
  };
}

const noLevels: readonly undefined[] = [undefined, undefined, undefined, undefined, undefined];

/** The level columns are headed in the row of the other headings or in one of the two rows below it. */
function levelColumns(
  table: Table,
  start: number,
  within: GridRange,
  edges: readonly number[],
  isLevel: (text: string) => boolean,
) {
  const headings = new Set(table.rows[start]?.cells.map((cell) => foldHeading(textOf(cell))));
  const isBesideLevels = (text: string) => /^\(?\w?\)?$/.test(text) || headings.has(foldHeading(text));
  for (const [index, row] of table.rows.slice(start, start + 3).entries()) {
    const levels: (GridRange | undefined)[] = [...noLevels];
    const isWithin = (cell: Cell) => {
      const { from, to } = rangeOf(cell, edges);
      const middle = (from + to) / 2;
      return middle >= within.from && middle <= within.to;
    };
    // A row of statistics has figures there, too, and texts beside them.
    if (index > 0 && !row.cells.every((cell) => isWithin(cell) || isBesideLevels(textOf(cell)))) continue;
    const cells = row.cells.filter(isWithin);
    const byScale = levelsByScale(cells.map(textOf));
    for (const [at, cell] of cells.entries()) {
      const text = textOf(cell);
      const level = byScale?.[at] ?? (isLevel(text) ? levelIn(text) : undefined);
      if (level !== undefined) levels[level - 1] ??= rangeOf(cell, edges);
    }
    if (levels.filter((level) => level).length >= 3) return { levels, end: start + index + 1 };
  }
  return { levels: noLevels, end: start + 1 };
}

/** Without figures, the columns under the heading of the levels are the levels where they are five. */
function underHeading(cell: Cell | undefined, edges: readonly number[]): readonly (GridRange | undefined)[] {
  const columns = cell && edges.slice(cell.column, cell.column + cell.span + 1);
  if (columns?.length !== 6) return noLevels;
  return [0, 1, 2, 3, 4].map((index) => ({ from: columns[index] ?? 0, to: columns[index + 1] ?? 0 }));
}
