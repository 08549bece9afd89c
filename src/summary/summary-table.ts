import type { TableCell } from '../tables/table.ts';
import type { Counts } from './cells.ts';

/** The targets of a summary: terminals with less than 70 columns, less than 100, or more; a page; a workbook. */
export type Format = 'narrow' | 'text' | 'wide' | 'html' | 'xlsx';

export const everywhere: readonly Format[] = ['narrow', 'text', 'wide', 'html', 'xlsx'];

/** A list of texts becomes lines of a cell. Counts become a bar of their levels. */
export type SummaryCell = TableCell | readonly string[] | Counts;

export const isCounts = (cell: SummaryCell): cell is Counts =>
  typeof cell === 'object' && cell !== null && 'tasks' in cell;

/** The texts of a cell; empty for figures. */
export const cellTexts = (cell: SummaryCell): readonly string[] =>
  typeof cell === 'string' ? [cell] : Array.isArray(cell) ? cell : [];

/** How a cell is shown: `problem` is a count that should be 0; but in workbooks `files` are below the first cell. */
export interface SummaryColumn {
  readonly title: string;
  readonly kind: 'text' | 'count' | 'problem' | 'share' | 'files' | 'levels';
  /** In characters, as spreadsheets count them. */
  readonly width: number;
  /** The title on terminals. */
  readonly short?: string;
  readonly in: readonly Format[];
}

/** A column; those of figures are ten characters wide. */
export const column = (
  kind: SummaryColumn['kind'],
  title: string,
  width: number,
  formats = everywhere,
): SummaryColumn => ({ kind, title, width, in: formats });
export const text = (title: string, width: number, formats?: readonly Format[]) =>
  column('text', title, width, formats);
export const count = (title: string, formats?: readonly Format[]) => column('count', title, 10, formats);
export const problem = (title: string) => column('problem', title, 10);

/** A table of a summary, from which text, page and workbook are made. */
export interface SummaryTable {
  readonly title: string;
  /** The name of its sheet in a workbook, if not the title. */
  readonly sheet?: string;
  readonly in: readonly Format[];
  readonly columns: readonly SummaryColumn[];
  readonly count: number;
  /** Generated during iteration; can be iterated again. */
  readonly rows: Iterable<readonly SummaryCell[]>;
  /** The number of rows shown on terminals, as items of a list. */
  readonly shown?: number;
  readonly isList?: true;
  /** The last row is the sum of the others. */
  readonly hasTotal?: true;
  /** A sentence above the table; what the table means, on terminals and below it on pages; what is wrong in it. */
  readonly lead?: string;
  readonly brief?: string;
  readonly note?: string;
  readonly alarms?: readonly string[];
}

/** A table with the columns that a format shows; undefined if it shows none. */
export function shownIn(format: Format, { columns, rows, ...table }: SummaryTable): SummaryTable[] {
  if (!table.in.includes(format)) return [];
  const shown = [...columns.keys()].filter((index) => columns[index]?.in.includes(format));
  const cells = {
    *[Symbol.iterator]() {
      for (const row of rows) yield shown.map((index) => row[index]);
    },
  };
  return [{ ...table, columns: shown.flatMap((index) => columns[index] ?? []), rows: cells }];
}

/** Rows generated during iteration, with the number of items. */
export const lazily = <Item>(
  items: readonly Item[],
  rowsOf: (item: Item) => Iterable<readonly SummaryCell[]>,
) => ({
  count: items.length,
  rows: {
    *[Symbol.iterator]() {
      for (const item of items) yield* rowsOf(item);
    },
  },
});
