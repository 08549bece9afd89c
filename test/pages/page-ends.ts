import type { SheetRow } from '../../src/sheet/sheet.ts';

/** How many rows of the form have begun by the end of each page, out of the text of the pages. */
export function pageEnds(pages: readonly string[], rows: readonly SheetRow[]): number[] {
  let row = 0;
  return pages.map((page) => {
    const text = page.replace(/\s+/g, ' ');
    let position = 0;
    for (let start = beginning(rows[row]); start !== undefined; start = beginning(rows[row])) {
      const found = text.indexOf(start, position);
      if (found < 0) break;
      position = found + start.length;
      row += 1;
    }
    return row;
  });
}

/** The first words of a row, which are on one line of paper. */
const beginning = (row: SheetRow | undefined) =>
  row && ('text' in row ? (row.text[0] ?? '') : row.title).split(/\s+/).slice(0, 3).join(' ');
