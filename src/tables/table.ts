/** What a cell holds. Empty cells are `undefined` or `null`; a share is a fraction of 1. */
export type TableCell = string | number | null | undefined;

/** A column of a table. */
export interface Column {
  readonly title: string;
  /** The kind of its cells: text wraps; a percentage is written as a fraction and shown as “12.5%”. */
  readonly kind: 'text' | 'number' | 'percent';
  /** In characters, as spreadsheets count them; default: the title's width. */
  readonly width?: number;
}

/** A table for spreadsheets. Its rows are consumed one by one and not kept, so there may be any number. */
export interface DataTable {
  /** The name of its sheet, in which invalid characters are replaced. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly TableCell[]> | AsyncIterable<readonly TableCell[]>;
}

/** Writes a piece; the next one waits until it is done. */
export type Write<Chunk> = (chunk: Chunk) => void | Promise<void>;

/** A text that is longer than a cell of a spreadsheet may hold. */
export class OversizedCell extends Error {
  /** The title of its column, and its length in UTF-16 units, as spreadsheets count. */
  readonly title: string;
  readonly length: number;

  /** @param row of the table, from 1, without the titles */
  constructor(title: string, length: number, row: number, table: string) {
    super(`${length} characters in row ${row}, column ${title} of ${table}`);
    this.title = title;
    this.length = length;
  }
}
