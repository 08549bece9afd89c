import type { Cell, Column } from './table.ts';

/** What spreadsheets take for the beginning of a formula; the wide forms are typed on East Asian keyboards. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

// Blanks at either end stand in quotes, too: some readers drop them otherwise.
const needsQuotes = /[",\r\n]|^[ \t]|[ \t]$/;

/**
 * A line of CSV (RFC 4180) with its end. Text that a spreadsheet would take for a formula gets an apostrophe in
 * front (as OWASP advises against CSV injection), and so does text that begins with apostrophes and then so;
 * taking one apostrophe away from either gives the text back.
 */
export function csvRow(cells: readonly Cell[], columns: readonly Column[]): string {
  return `${columns.map((_, index) => csvCell(cells[index])).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = formula.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
