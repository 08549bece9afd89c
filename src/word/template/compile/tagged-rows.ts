import type { TablePlace } from '../../../diagnostics/place.ts';
import { textsIn, type XmlElement } from '../../package/parse-xml.ts';
import { isRowTag, type RowTag } from '../placeholders.ts';
import { findTokens } from './find-tokens.ts';

/** A row that carries one tag or, by mistake, several. */
export interface TaggedRow {
  readonly row: XmlElement;
  readonly table: XmlElement;
  readonly place: TablePlace;
  readonly tags: readonly [RowTag, ...RowTag[]];
}

/** All prototype rows of a document, in order. */
export function taggedRows(document: XmlElement): TaggedRow[] {
  const found: TaggedRow[] = [];
  let tables = 0;
  const visit = (element: XmlElement, around?: { table: XmlElement; number: number; rows: number }) => {
    const nearest = element.local === 'tbl' ? { table: element, number: ++tables, rows: 0 } : around;
    if (element.local === 'tr' && nearest) {
      nearest.rows += 1;
      const [tag, ...further] = tagsIn(element);
      if (tag) {
        const place = { kind: 'table', table: nearest.number, row: nearest.rows } as const;
        found.push({ row: element, table: nearest.table, place, tags: [tag, ...further] });
        return;
      }
    }
    for (const child of element.children) visit(child, nearest);
  };
  visit(document);
  return found;
}

/** The tags of a row, not those of tables within its cells. */
function tagsIn(element: XmlElement): RowTag[] {
  if (element.local === 'tbl') return [];
  if (element.local !== 'p') return element.children.flatMap(tagsIn);
  const text = textsIn(element).map((part) => part.text);
  return findTokens(text.join('')).flatMap(({ name, sign }) =>
    sign === '#' && isRowTag(name) ? [name] : [],
  );
}
