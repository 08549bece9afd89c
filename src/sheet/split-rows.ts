import type { Sheet, SheetRow } from './sheet.ts';

/**
 * In rows. Word and LibreOffice need quadratic time to lay out a table: LibreOffice
 * takes minutes for 5,000 rows in one table.
 */
const longTable = 1000;
const longPiece = 250;
/** In rows. From this length, the next section begins a new table. Not shorter, since each table leaves the rest of its last page empty. */
const shortPiece = 150;

/**
 * Splits the rows of a long table into several: each ends with a section (a group, a position, an
 * area), and a long section is split, too. A position that is split is named again.
 */
export function* splitRows(rows: readonly SheetRow[]): Generator<readonly SheetRow[]> {
  if (rows.length <= longTable) {
    yield rows;
    return;
  }
  let piece: SheetRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (piece.length >= longPiece || (piece.length >= shortPiece && beginsSection(row, rows[index - 1]))) {
      yield piece;
      piece = [];
    }
    piece.push(piece.length === 0 && row.kind === 'duty' ? { ...row, first: true } : row);
  }
  yield piece;
}

/** A group and its first position or area begin together. */
const beginsSection = (row: SheetRow, before: SheetRow | undefined) =>
  row.kind === 'group' ||
  ((row.kind === 'area' || (row.kind === 'duty' && row.first)) && before?.kind !== 'group');

/** How many rows stay on the page of the signatures: the last one, with the headings right above it. */
export function endLength(rows: readonly SheetRow[]): number {
  let first = rows.length - 1;
  while (isHeading(rows[first - 1])) first -= 1;
  return rows.length - Math.max(0, first);
}

/**
 * Whether notes stay on the page of the signatures: only few surely fit there, below the last row, on a page in
 * landscape, too.
 */
export const keepsNotes = (rows: readonly SheetRow[], notes: Sheet['notes'] = []): boolean =>
  linesOf(notes, 90) + rows.slice(-1).reduce((_, row) => textLines(row), 0) <= 12;

/** Whether a row may be taller than a page; LibreOffice cuts off the end of such a row if it must stay whole. */
export const mayBreak = (row: SheetRow, perLine: number): boolean => textLines(row, perLine) > 36;

/** The letters in a line of a task's text, on an upright page. */
export const usualLine = 45;

const textLines = (row: SheetRow, perLine = usualLine) => ('text' in row ? linesOf(row.text, perLine) : 0);

const linesOf = (texts: readonly string[], letters: number) =>
  texts.reduce((sum, { length }) => sum + Math.ceil(length / letters), 0);

const isHeading = (row: SheetRow | undefined) => row?.kind === 'group' || row?.kind === 'area';

/** How many rows the position that begins at `index` takes. */
export function dutiesFrom(rows: readonly SheetRow[], index: number): number {
  let end = index + 1;
  for (let row = rows[end]; row?.kind === 'duty' && !row.first; row = rows[end]) end += 1;
  return end - index;
}
