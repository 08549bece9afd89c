import type { Write } from '../zip/streamed-zip.ts';
import { csvRow } from './csv-row.ts';
import type { Cell, Table } from './table.ts';

/** So that Excel reads UTF-8. */
const byteOrderMark = '\ufeff';

/** In UTF-16 units: rows are handed on by pieces of about this size. */
const pieceSize = 64 * 1024;

/**
 * Writes a table as CSV: RFC 4180, UTF-8 with a byte order mark, commas, titles in the first line. Text that
 * looks like a formula gets an apostrophe in front: see `csvRow`. Shares are fractions.
 */
export async function writeCsv({ columns, rows }: Table, write: Write<string>): Promise<void> {
  let piece = csvHead(columns);
  for await (const row of rows) {
    piece += csvRow(row, columns);
    if (piece.length < pieceSize) continue;
    await write(piece);
    piece = '';
  }
  if (piece !== '') await write(piece);
}

/** A table whose rows are at hand as CSV: see `writeCsv`. */
export function csvOf({ columns, rows }: Table & { readonly rows: Iterable<readonly Cell[]> }): string {
  return csvHead(columns) + Array.from(rows, (row) => csvRow(row, columns)).join('');
}

const csvHead = (columns: Table['columns']) =>
  byteOrderMark +
  csvRow(
    columns.map(({ title }) => title),
    columns,
  );
