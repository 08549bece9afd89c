import { findTokens } from './find-tokens.ts';
import type { XmlElement } from './parse-xml.ts';
import { isRowTag, type RowTag } from './placeholders.ts';
import { textsIn } from './texts-in.ts';

/** A row that carries one tag or, by mistake, several. */
export interface TaggedRow {
  readonly row: XmlElement;
  readonly table: XmlElement;
  readonly tags: readonly [RowTag, ...RowTag[]];
}

/** All prototype rows of a document, in order. */
export function taggedRows(element: XmlElement, table?: XmlElement): TaggedRow[] {
  const nearest = element.local === 'tbl' ? element : table;
  if (element.local === 'tr' && nearest) {
    const [tag, ...further] = tagsIn(element);
    if (tag) return [{ row: element, table: nearest, tags: [tag, ...further] }];
  }
  return element.children.flatMap((child) => taggedRows(child, nearest));
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
