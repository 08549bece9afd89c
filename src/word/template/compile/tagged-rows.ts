import type { TablePlace } from '../../../diagnostics/finding.ts';
import type { XmlElement } from '../../package/xml-tree.ts';
import { isRowTag, type RowTag } from '../placeholders.ts';
import { tokensIn } from './find-tokens.ts';

/** A row of a table. */
export interface TableRow {
  readonly row: XmlElement;
  readonly table: XmlElement;
  readonly place: TablePlace;
}

/** The rows of all tables, in order, counted as `readWordForm` counts them. */
export function tableRows(document: XmlElement): TableRow[] {
  const found: TableRow[] = [];
  let tables = 0;
  const visit = (element: XmlElement, around?: { table: XmlElement; number: number; rows: number }) => {
    const nearest = element.local === 'tbl' ? { table: element, number: ++tables, rows: 0 } : around;
    if (element.local === 'tr' && nearest) {
      nearest.rows += 1;
      const place = { kind: 'table', table: nearest.number, row: nearest.rows } as const;
      found.push({ row: element, table: nearest.table, place });
    }
    // Text boxes are in the file twice, for older programs.
    const children =
      element.known === 'mc:AlternateContent' ? element.children.slice(0, 1) : element.children;
    for (const child of children) visit(child, nearest);
  };
  visit(document);
  return found;
}

/** A row that carries one tag or, by mistake, several. */
export interface TaggedRow extends TableRow {
  readonly tags: readonly [RowTag, ...RowTag[]];
}

/** All prototype rows of a document, in order; none of tables within them. */
export function taggedRows(document: XmlElement): TaggedRow[] {
  let end = 0;
  return tableRows(document).flatMap((one) => {
    const [tag, ...further] = one.row.start < end ? [] : tagsIn(one.row);
    if (!tag) return [];
    end = one.row.end;
    return [{ ...one, tags: [tag, ...further] }];
  });
}

/** The tags of a row, not those of tables within its cells. */
const tagsIn = (row: XmlElement): RowTag[] =>
  tokensIn(row, ({ local }) => local === 'tbl' || local === 'txbxContent').flatMap(({ name, sign }) =>
    sign === '#' && isRowTag(name) ? [name] : [],
  );
