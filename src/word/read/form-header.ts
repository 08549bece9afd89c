import { type Columns, edgesOf, type Range, rangeOf } from './columns.ts';
import { type Cell, type Row, type Table, textOf } from '../document/document.ts';
import { foldHeading } from './fold-heading.ts';

/** The header of the form's table. */
export interface FormHeader {
  readonly columns: Columns;
  readonly edges: readonly number[];
  /** Where the columns that the header shows begin, in the units of the grid. */
  readonly leaves: readonly number[];
  /** Positions in `table.rows`: the first row of the header, and the first behind it. */
  readonly start: number;
  readonly end: number;
  /** Headings that are not there, by the form's own wording. */
  readonly missing: readonly string[];
}

/** A header may stand below titles that are rows of the same table. */
const searchedRows = 40;

export const headings = {
  group: 'Nhóm công việc',
  task: 'Công việc cụ thể',
  levels: 'Mức độ phức tạp của công việc',
} as const;

const isNumberHeading = (text: string) => /^(?:s?tt|so tt|so thu tu|thu tu|so)$/.test(text);
const isGroupHeading = (text: string) => /^(?:ten )?nhom\b/.test(text) && text.length < 60;
const isTaskHeading = (text: string) =>
  /^(?:noi dung |ten |cac )?(?:cong viec|nhiem vu)(?: cu the| chi tiet)?\b/.test(text) && text.length < 60;
const isLevelsHeading = (text: string) => /muc do|do phuc tap/.test(text) && text.length < 80;
const levelHeading = (text: string) => /^(?:muc |muc do |cap do )?([1-5])$/.exec(text)?.[1];

/** Finds the header of the form in a table by its wording; undefined where the table is another one. */
export function formHeader(table: Table): FormHeader | undefined {
  const edges = edgesOf(table);
  for (const [start, row] of table.rows.slice(0, searchedRows).entries()) {
    const found = headerAt(table, start, row, edges);
    if (found) return found;
  }
  return undefined;
}

function headerAt(table: Table, start: number, row: Row, edges: readonly number[]): FormHeader | undefined {
  const headed = row.cells.map((cell) => ({ cell, text: foldHeading(textOf(cell)) }));
  const find = (is: (text: string) => boolean) => headed.find(({ text }) => is(text))?.cell;
  const group = find(isGroupHeading);
  const task = find(isTaskHeading);
  const levelsCell = find(isLevelsHeading);
  if ([group, task, levelsCell].filter((cell) => cell !== undefined).length < 2) return undefined;

  const { levels, end } = levelColumns(table, start, edges);
  const beside = (cell: Cell | undefined, step: 1 | -1): Cell | undefined =>
    cell && row.cells[row.cells.indexOf(cell) + step];
  const groupCell = group ?? beside(task, -1);
  const taskCell = task ?? beside(group, 1) ?? beside(levelsCell, -1);
  if (!groupCell || !taskCell) return undefined;
  const before = row.cells.slice(0, row.cells.indexOf(groupCell));
  const numberCell = before.find((cell) => isNumberHeading(foldHeading(textOf(cell)))) ?? before.at(-1);
  const missing = [
    ...(group ? [] : [headings.group]),
    ...(task ? [] : [headings.task]),
    // In a header of one row there is no room for it.
    ...(levelsCell || end === start + 1 ? [] : [headings.levels]),
    ...levels.flatMap((level, index) => (level ? [] : [String(index + 1)])),
  ];
  const leaves = table.rows
    .slice(start, end)
    .flatMap(({ cells }) => cells.map((cell) => rangeOf(cell, edges).from));
  return {
    edges,
    leaves: [...new Set(leaves)].sort((a, b) => a - b),
    start,
    end,
    missing,
    columns: {
      number: numberCell && rangeOf(numberCell, edges),
      group: rangeOf(groupCell, edges),
      task: rangeOf(taskCell, edges),
      levels: levels.some((level) => level) ? levels : underHeading(levelsCell, edges),
    },
  };
}

/** The level columns stand in the row of the other headings or in one of the two rows below it. */
function levelColumns(table: Table, start: number, edges: readonly number[]) {
  for (const [index, row] of table.rows.slice(start, start + 3).entries()) {
    const levels: (Range | undefined)[] = [undefined, undefined, undefined, undefined, undefined];
    for (const cell of row.cells) {
      const level = levelHeading(foldHeading(textOf(cell)));
      if (level !== undefined) levels[Number(level) - 1] ??= rangeOf(cell, edges);
    }
    const isHeading = levels.filter((level) => level).length >= 3 && isInOrder(levels);
    if (isHeading) return { levels, end: start + index + 1 };
  }
  return { levels: [undefined, undefined, undefined, undefined, undefined], end: start + 1 };
}

function isInOrder(levels: readonly (Range | undefined)[]): boolean {
  const found = levels.filter((level) => level !== undefined);
  return found.every((level, index) => index === 0 || level.from > (found[index - 1]?.from ?? 0));
}

/** Without figures, the columns under the heading of the levels are the levels where they are five. */
function underHeading(cell: Cell | undefined, edges: readonly number[]): (Range | undefined)[] {
  const columns = cell && edges.slice(cell.column, cell.column + cell.span + 1);
  return [0, 1, 2, 3, 4].map((index) => {
    const [from, to] = [columns?.[index], columns?.[index + 1]];
    return columns?.length === 6 && from !== undefined && to !== undefined ? { from, to } : undefined;
  });
}
