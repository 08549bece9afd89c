import { attributeIn, parseXml, type XmlElement } from '../../package/parse-xml.ts';
import { utf8Text } from '../../package/plain-package.ts';

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
  const texts = names.map((name) => {
    const content = parts.get(name) ?? '';
    return { name, text: typeof content === 'string' ? content : utf8Text(content, name) };
  });
  const entries = texts.flatMap(({ text }) => parseXml(text).children);
  for (const entry of entries) {
    if (entry.local === 'comment' && ids.has(attributeIn(entry, 'id'))) {
      for (const id of paragraphIds(entry)) gone.add(id);
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
  for (const { name, text } of texts) parts.set(name, withoutEntries(text, isGone));
}

function withoutEntries(xml: string, isGone: (entry: XmlElement) => boolean): string {
  let kept = '';
  let position = 0;
  for (const { start, end } of parseXml(xml).children.filter(isGone)) {
    kept += xml.slice(position, start);
    position = end;
  }
  return kept + xml.slice(position);
}

const paragraphIds = (element: XmlElement): string[] => [
  attributeIn(element, 'paraId'),
  ...element.children.flatMap(paragraphIds),
];
