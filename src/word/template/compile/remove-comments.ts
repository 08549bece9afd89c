import {
  attributeIn,
  elementsIn,
  parseXml,
  removed,
  withEdits,
  type XmlElement,
} from '../../package/xml-tree.ts';
import { partText } from './parse-parts.ts';

/**
 * Removes comments from the parts of a document by their ids, with what Word notes about them in other parts
 * (`commentsExtended.xml` and the like), which name the paragraphs of a comment, or their ids.
 *
 * @param names of the parts that hold comments and notes about them
 */
export function removeComments(
  parts: Map<string, string | Uint8Array>,
  names: readonly string[],
  ids: ReadonlySet<string>,
): void {
  if (ids.size === 0) return;
  const gone = new Set<string>();
  const files = names.map((name) => {
    const text = partText(parts, name);
    return { name, text, entries: parseXml(text).children };
  });
  const entries = files.flatMap((file) => file.entries);
  for (const entry of entries) {
    if (entry.local === 'comment' && ids.has(attributeIn(entry, 'id'))) {
      for (const element of elementsIn(entry)) gone.add(attributeIn(element, 'paraId'));
    }
  }
  for (const entry of entries) {
    if (gone.has(attributeIn(entry, 'paraId'))) gone.add(attributeIn(entry, 'durableId'));
  }
  gone.delete('');
  const isGone = (entry: XmlElement) =>
    entry.local === 'comment'
      ? ids.has(attributeIn(entry, 'id'))
      : ['paraId', 'durableId'].some((name) => gone.has(attributeIn(entry, name)));
  for (const { name, text, entries } of files) {
    parts.set(name, withEdits(text, entries.filter(isGone).map(removed)));
  }
}
