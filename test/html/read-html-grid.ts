import type { Page } from 'playwright-core';
import type { GridCell } from '../word/read-grid.ts';

export interface HtmlCell extends GridCell {
  /** `TD`, or `TH` with its scope; that of the cell that goes on from above for a merged one. */
  readonly kind: string;
}

/**
 * The rows of a page's first table as a browser lays them out, in the terms of Word: merged cells go on below. The
 * row of the signatures and the line that closes pages are left out.
 */
export const readHtmlGrid = (page: Page): Promise<HtmlCell[][]> => page.evaluate(reader);

// Runs in the page.
const reader = `(() => {
  const open = [];
  return [...document.querySelectorAll('table:first-of-type tr:not(:has(.foot, .close))')].map((row) => {
    const cells = [];
    let column = 0;
    const goOn = () => {
      while (open[column]?.rows > 0) {
        const above = open[column];
        above.rows -= 1;
        cells.push({ column, span: above.span, merge: 'continue', text: '', kind: above.kind });
        column += above.span;
      }
    };
    for (const cell of row.cells) {
      goOn();
      const kind = cell.scope ? cell.tagName + ' ' + cell.scope : cell.tagName;
      const { colSpan: span, rowSpan } = cell;
      const paragraphs = [...cell.querySelectorAll('p')].map((one) => one.textContent);
      const text = paragraphs.length > 0 ? paragraphs.join('\\n') : cell.textContent;
      cells.push({ column, span, merge: rowSpan > 1 ? 'restart' : 'none', text, kind });
      open[column] = { rows: rowSpan - 1, span, kind };
      column += span;
    }
    goOn();
    return cells;
  });
})()`;
