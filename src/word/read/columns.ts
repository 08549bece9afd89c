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

/**
 * A row that has a cell for each column of the header, but was pasted with widths of its own: its cells are counted, so
 * that each is under its column. A narrow cell is what a split leaves, and then one that spans columns is in the row, too.
 */
export function straightened(
  row: Row,
  { edges, leaves }: { readonly edges: readonly number[]; readonly leaves: readonly number[] },
): Row {
  const { cells } = row;
  const isInPlace = (cell: Cell, index: number) => edges[cell.column] === leaves[index];
  if (cells.length !== leaves.length || cells.every(isInPlace)) return row;
  const columns = [...leaves.map((leaf) => edges.indexOf(leaf)), edges.length - 1];
  const widths = leaves.map((leaf, index) => (leaves[index + 1] ?? edges.at(-1) ?? 0) - leaf);
  const narrowest = 0.6 * Math.min(...widths);
  const isUnder = (cell: Cell, index: number) => {
    const { from, to } = rangeOf(cell, edges);
    const middle = (leaves[index] ?? 0) + (widths[index] ?? 0) / 2;
    return from <= middle && middle < to;
  };
  const isNarrow = (cell: Cell) => rangeOf(cell, edges).to - rangeOf(cell, edges).from < narrowest;
  if (cells.every(isUnder) || cells.some(isNarrow)) return row;
  const laid = cells.map((cell, index): Cell => {
    const column = columns[index] ?? 0;
    return { ...cell, column, span: (columns[index + 1] ?? 0) - column };
  });
  return { ...row, cells: laid };
}

/** A row in which the cells of a table within a cell that is merged over levels are in its place, one for each level. */
export function unnested(row: Row, { levels }: Columns, edges: readonly number[]): Row {
  if (!row.cells.some(({ blocks: [inner] }) => inner?.kind === 'table')) return row;
  const isDrawn = (edge: number) => edges.includes(edge);
  const cells = row.cells.flatMap((cell): Cell | Cell[] => {
    const [inner, more] = cell.blocks;
    const own = rangeOf(cell, edges);
    const within = levels
      .filter((level) => level !== undefined)
      .filter(({ from, to }) => from >= own.from && to <= own.to && isDrawn(from) && isDrawn(to))
      .sort((a, b) => a.from - b.from);
    const [parts, below] = inner?.kind === 'table' && !more ? inner.rows : [];
    if (below || within.length === 0 || parts?.cells.length !== within.length) return cell;
    return within.flatMap(({ from, to }, index): Cell[] => {
      const [part] = parts.cells.slice(index);
      const column = edges.indexOf(from);
      return part ? [{ ...part, column, span: edges.indexOf(to) - column, merge: cell.merge }] : [];
    });
  });
  return { ...row, cells };
}

/** For each column of a table's grid, the visible column of the header that contains it, from 1. */
export const shownColumns = (edges: readonly number[], leaves: readonly number[]): number[] =>
  edges.map((edge) => Math.max(1, leaves.filter((leaf) => leaf <= edge).length));
