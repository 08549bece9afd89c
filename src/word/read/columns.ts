import type { Cell, Row, Table } from '../document/document.ts';

/** A horizontal range of the table, in the units of its grid. */
export interface GridRange {
  readonly from: number;
  readonly to: number;
}

/** The columns of the form, as its header draws them. */
export interface Columns {
  /** Absent where the first column is missing. */
  readonly number: GridRange | undefined;
  readonly group: GridRange;
  readonly task: GridRange;
  /** Of the levels 1 to 5, as far as they were found. */
  readonly levels: readonly (GridRange | undefined)[];
  /** One column in which the level is written as a number, instead of a column for each level. */
  readonly rated?: GridRange | undefined;
}

/** Where each column of the grid begins; the last is the right edge. Without widths all are equally wide. */
export function edgesOf(table: Table): number[] {
  let count = 0;
  for (const { cells } of table.rows) count = Math.max(count, endOf(cells.at(-1)));
  const edges = [0];
  const known = table.grid.length >= count && table.grid.every((width) => width > 0);
  for (let column = 0; column < Math.max(count, table.grid.length); column++) {
    edges.push((edges[column] ?? 0) + (known ? (table.grid[column] ?? 1) : 1));
  }
  return edges;
}

const endOf = (cell: Cell | undefined) => (cell ? cell.column + cell.span : 0);

export function rangeOf(cell: Cell, edges: readonly number[]): GridRange {
  const last = edges.at(-1) ?? 0;
  return { from: edges[cell.column] ?? last, to: edges[cell.column + cell.span] ?? last };
}

/**
 * The cell of a row under a column: the one that covers more than half of it. Borders dragged by hand
 * leave slivers of columns in the grid, which belong to nothing.
 */
export function cellUnder(
  column: GridRange | undefined,
  row: Row,
  edges: readonly number[],
): Cell | undefined {
  if (!column) return undefined;
  const middle = (column.from + column.to) / 2;
  const last = edges.at(-1) ?? 0;
  // A loop without objects: it is run for every column of every row.
  for (const cell of row.cells) {
    const from = edges[cell.column] ?? last;
    if (from <= middle && middle < (edges[cell.column + cell.span] ?? last)) return cell;
  }
  return undefined;
}

/** For each column of a table's grid, the visible column of the header that contains it, from 1. */
export const shownColumns = (edges: readonly number[], leaves: readonly number[]): number[] =>
  edges.map((edge) => Math.max(1, leaves.filter((leaf) => leaf <= edge).length));
