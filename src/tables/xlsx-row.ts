import type { TableCell } from './table.ts';

/** The maximum of UTF-16 units in an Excel cell. */
export const cellLimit = 32_767;

/** “A”, “B” … “Z”, “AA” … for 0, 1 … */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** How the cells of a column are written: their letters, the number of their style, and their width in characters. */
export interface XlsxColumn {
  readonly letters: string;
  readonly style: number;
  readonly width: number;
}

/**
 * A row of a sheet (ECMA-376 part 1, 18.3.1.73), as high as its texts need. Texts are in their cells: a table of shared
 * strings would have to be kept until the end.
 *
 * @param number of the row, from 1
 */
export function xlsxRow(number: number, cells: readonly TableCell[], columns: readonly XlsxColumn[]): string {
  let xml = '';
  let lines = 1;
  for (const [index, { letters, style, width }] of columns.entries()) {
    const cell = cells[index];
    if (cell === undefined || cell === null || cell === '') continue;
    const head = `<c r="${letters}${number}" s="${style}"`;
    if (typeof cell === 'string') {
      xml += `${head} t="inlineStr"><is><t xml:space="preserve">${xlsxText(cell)}</t></is></c>`;
      lines = Math.max(lines, linesOf(cell, width));
    } else if (Number.isFinite(cell)) {
      xml += `${head}><v>${cell}</v></c>`;
    }
  }
  const height = lines === 1 ? '' : ` ht="${Math.min(lines * lineHeight, highest)}"`;
  return `<row r="${number}"${height}>${xml}</row>`;
}

/** In points: a line in the workbook's font, and the highest row that Excel accepts. */
const lineHeight = 15.75;
const highest = 409;

/** Widths of letters in Times New Roman, as parts of a digit's: the unit of the widths of columns (18.3.1.13). */
const widths = { letter: 1, capital: 1.4, space: 0.5 };

/**
 * The lines of a text in a column, estimated, rather too many than too few. Without a height for them LibreOffice shows
 * only the first.
 */
function linesOf(text: string, width: number): number {
  if (text.length * widths.capital <= width && !text.includes('\n')) return 1;
  let count = 0;
  for (const paragraph of text.normalize('NFC').split('\n')) {
    count += 1;
    let taken = 0;
    for (const word of paragraph.split(' ')) {
      const own = widthOf(word);
      if (taken > 0 && taken + own > width) {
        count += 1;
        taken = 0;
      }
      // Words longer than a line are broken.
      count += Math.floor(own / width);
      taken += (own % width) + widths.space;
    }
  }
  return count;
}

function widthOf(word: string): number {
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
  return (word.length - capitals) * widths.letter + capitals * widths.capital;
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
