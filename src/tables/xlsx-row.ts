import type { TableCell } from './table.ts';

/** The maximum of UTF-16 units in an Excel cell. */
export const cellLimit = 32_767;

/** “A”, “B” … “Z”, “AA” … for 0, 1 … */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** Where the cells of a column are, and the number of their style. */
export interface XlsxColumn {
  readonly letters: string;
  readonly style: number;
}

/**
 * A row of a sheet (ECMA-376 part 1, 18.3.1.73). Texts are in their cells: a table of shared strings would have to be
 * kept until the end.
 *
 * @param number of the row, from 1 @param height in points, where it is not that of a line
 */
export function xlsxRow(
  number: number,
  cells: readonly TableCell[],
  columns: readonly XlsxColumn[],
  height?: number,
): string {
  let xml = `<row r="${number}"${height === undefined ? '' : ` ht="${height}"`}>`;
  for (const [index, { letters, style }] of columns.entries()) {
    const cell = cells[index];
    if (cell === undefined || cell === null || cell === '') continue;
    const head = `<c r="${letters}${number}" s="${style}"`;
    if (typeof cell === 'string') {
      xml += `${head} t="inlineStr"><is><t xml:space="preserve">${xlsxText(cell)}</t></is></c>`;
    } else if (Number.isFinite(cell)) {
      xml += `${head}><v>${cell}</v></c>`;
    }
  }
  return `${xml}</row>`;
}

const special = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}|_x[\da-f]{4}_/giu;
const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters not allowed in XML are escaped as `_x000B_`, and text that looks like such an escape has its `_` escaped (22.9.2.19). */
export const xlsxText = (text: string) =>
  text.replace(
    special,
    (found) =>
      markup[found] ??
      (found.startsWith('_')
        ? `_x005F${found}`
        : `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  );
