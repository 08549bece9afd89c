import type { Place } from '../../diagnostics/finding.ts';
import { type Block, paragraphsOf, type Table } from '../document/document.ts';

/** A line of text outside the form's table, and where it is. */
export interface Line {
  readonly text: string;
  readonly place: Place;
  readonly startsPage?: true;
  /** Whether a line break is before it, in its paragraph. */
  readonly continues?: true;
}

/** The content of a document besides the form's table, in order. */
export type Item =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'table'; readonly table: Table }
  /** One of the tables of the form; `which` counts them from 0. */
  | { readonly kind: 'form'; readonly table: Table };

/** Lays a document out; tables that only frame the form's table are taken apart. */
export function itemsOf(blocks: readonly Block[], forms: ReadonlySet<Table>): Item[] {
  return blocks.flatMap((block): Item[] => {
    if (block.kind === 'paragraph') {
      return linesOf([block], block.row ?? { kind: 'document', paragraph: block.number }).map((line) => ({
        kind: 'line',
        line,
      }));
    }
    if (forms.has(block)) return [{ kind: 'form', table: block }];
    if (!framesForm(block, forms)) return [{ kind: 'table', table: block }];
    return block.rows.flatMap((row) =>
      row.cells.flatMap((cell) =>
        cell.blocks.flatMap((inner): Item[] => {
          if (inner.kind === 'table') return itemsOf([inner], forms);
          const place = { kind: 'table', table: block.number, row: row.number } as const;
          return linesOf([inner], place).map((line) => ({ kind: 'line', line }));
        }),
      ),
    );
  });
}

function framesForm(table: Table, forms: ReadonlySet<Table>): boolean {
  return table.rows.some(({ cells }) =>
    cells.some(({ blocks }) =>
      blocks.some((block) => block.kind === 'table' && (forms.has(block) || framesForm(block, forms))),
    ),
  );
}

/** All lines but those of the form's tables. */
export const linesOfItems = (items: readonly Item[]): Line[] =>
  items.flatMap((item) => {
    if (item.kind === 'form') return [];
    return item.kind === 'line' ? [item.line] : linesOfTable(item.table);
  });

/** The lines of a table, row by row, cell by cell. */
export function linesOfTable({ number, rows }: Table): Line[] {
  return rows.flatMap((row) =>
    row.cells.flatMap(({ blocks }) => linesOf(blocks, { kind: 'table', table: number, row: row.number })),
  );
}

/** The lines of all paragraphs in blocks, trimmed, without empty ones. */
export function linesOf(blocks: readonly Block[], place: Place): Line[] {
  return paragraphsOf(blocks).flatMap(({ text, startsPage }) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, index) => ({
        ...{ text: line.trim(), place },
        ...(index > 0 ? { continues: true } : startsPage && { startsPage }),
      })),
  );
}

/** What notes begin with. */
export const notesHeading = /^(?:\*\s*)?ghi\s+chú\s*(?:[:;.]|$)\s*/iu;

/** Whether a text is left open to be written over: nothing, dots, or a row of dashes; a lone sign is a text. */
export const isOpen = (text: string): boolean =>
  isDotted(text) && (!/[^\s()]/.test(text) || /…|‥|[.․_·*\-–—]\s?[.․_·*\-–—/]/u.test(text));

/** Whether a text is nothing but dots, dashes and signs between them. */
export const isDotted = (text: string): boolean => /^[\s\u00a0.…․‥_·*\-–—/,:()]*$/u.test(text);

/** The name of a unit, without the dots that it was written over and the brackets that it is printed between. */
export function bareUnit(text: string): string {
  const isFill = (run: string) => run.includes('…') || run.replace(/\s/g, '').length > 2;
  let end = text.length;
  while (/[.…_\s]/.test(text.charAt(end - 1))) end -= 1;
  return (isFill(text.slice(end)) ? text.slice(0, end) : text)
    .replace(/^[.…_\s]+/, (run) => (isFill(run) ? '' : run))
    .replace(/^\(\s*(.*?)\s*\)\s*[.]?$/u, '$1')
    .trim();
}
