import {
  childOf,
  elementsIn,
  parseXml,
  withEdits,
  type XmlEdit,
  type XmlElement,
} from '../../package/xml-tree.ts';

/**
 * Removes the content controls, smart tags and custom XML around placeholders, and keeps their
 * content: in a form they would bind the text that is filled in to a source of their own, lock it, or repeat their
 * ids with the rows. Others (a letterhead's) stay.
 *
 * @returns the XML, and its root as read from it
 */
export function unwrapControls(source: string): { readonly source: string; readonly root: XmlElement } {
  const root = parseXml(source);
  const edits = unwrapping(root);
  if (edits.length === 0) return { source, root };
  const unwrapped = withEdits(source, edits);
  return { source: unwrapped, root: parseXml(unwrapped) };
}

function unwrapping(element: XmlElement): XmlEdit[] {
  if (!/^(?:sdt|smartTag|customXml)$/.test(element.local) || !holdsBraces(element)) {
    return element.children.flatMap(unwrapping);
  }
  const content = (childOf(element, 'sdtContent') ?? element).children.filter(
    ({ local }) => !/^(smartTag|customXml)Pr$/.test(local),
  );
  const starts = [element.start, ...content.map(({ end }) => end)];
  const ends = [...content.map(({ start }) => start), element.end];
  return [
    ...starts.map((start, index): XmlEdit => ({ start, end: ends[index] ?? start, xml: '' })),
    ...content.flatMap(unwrapping),
  ];
}

const holdsBraces = (element: XmlElement): boolean =>
  elementsIn(element).some(({ local, text }) => local === 't' && /[{}]/.test(text));
