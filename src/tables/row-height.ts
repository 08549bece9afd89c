import type { Column, TableCell } from './table.ts';

/** In points: a line in the workbook's font, and the highest row that Excel accepts. */
const lineHeight = 15.75;
const highest = 409;

/** Widths of letters in Times New Roman, as parts of a digit's: the unit of the widths of columns (18.3.1.13). */
const widths = { letter: 1, capital: 1.4, space: 0.5 };

/**
 * The height of a row for its texts, in points; undefined if one line is enough. Without it LibreOffice shows
 * only the first line. It is estimated, rather too high than too low.
 */
export function rowHeight(cells: readonly TableCell[], columns: readonly Column[]): number | undefined {
  let most = 1;
  for (const [index, { title, width = title.length + 4 }] of columns.entries()) {
    const cell = cells[index];
    if (typeof cell !== 'string') continue;
    if (cell.length * widths.capital > width || cell.includes('\n'))
      most = Math.max(most, lines(cell, width));
  }
  return most === 1 ? undefined : Math.min(most * lineHeight, highest);
}

function lines(text: string, width: number): number {
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
