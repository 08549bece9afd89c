import type { Column, DataTable, TableCell, Write } from './table.ts';

/** So that Excel reads UTF-8. */
const byteOrderMark = '\ufeff';

/** In UTF-16 units: rows are written in pieces of about this size. */
const pieceSize = 64 * 1024;

/**
 * Writes a table as CSV: RFC 4180, UTF-8 with a byte order mark, commas, titles in the first line. Shares are
 * fractions. Text that a spreadsheet would run as a formula gets an apostrophe in front (as OWASP advises against CSV
 * injection), and so does such text after leading apostrophes; removing one apostrophe from either gives
 * the text back.
 */
export async function writeCsv({ columns, rows }: DataTable, write: Write<string>): Promise<void> {
  const titles = columns.map(({ title }) => title);
  let piece = byteOrderMark + csvRow(titles, columns);
  for await (const row of rows) {
    piece += csvRow(row, columns);
    if (piece.length < pieceSize) continue;
    await write(piece);
    piece = '';
  }
  if (piece !== '') await write(piece);
}

const csvRow = (cells: readonly TableCell[], columns: readonly Column[]) =>
  `${columns.map((_, index) => csvCell(cells[index])).join(',')}\r\n`;

/** How formulas begin; the wide signs are typed on East Asian keyboards. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

// Spaces at either end are quoted, too: some readers drop them otherwise.
const needsQuotes = /[",\r\n]|^[ \t]|[ \t]$/;

function csvCell(cell: TableCell): string {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = formula.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
