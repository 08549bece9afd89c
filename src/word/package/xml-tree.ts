import { textsIn, type XmlElement } from './parse-xml.ts';

/** An element and its descendants, in the order of the text, without those that are `isOut` and their content. */
export function elementsIn(
  element: XmlElement,
  isOut: (one: XmlElement) => boolean = () => false,
): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (one: XmlElement) => {
    if (isOut(one)) return;
    found.push(one);
    for (const child of one.children) visit(child);
  };
  visit(element);
  return found;
}

/** Every paragraph in an element, those in text boxes of others included. */
export const paragraphsIn = (element: XmlElement): XmlElement[] =>
  elementsIn(element).filter(({ local }) => local === 'p');

export const childOf = (element: XmlElement | undefined, local: string): XmlElement | undefined =>
  element?.children.find((child) => child.local === local);

/** A property of a paragraph, a table, a row or a cell. */
export const propertyOf = (element: XmlElement | undefined, local: string): XmlElement | undefined =>
  element && childOf(childOf(element, `${element.local}Pr`), local);

/** The text of a paragraph, without that of text boxes in it. */
export const paragraphText = (paragraph: XmlElement): string =>
  textsIn(paragraph)
    .map(({ text }) => text)
    .join('');

/** Elements as written, concatenated. */
export const xmlOf = (source: string, ...elements: readonly (XmlElement | undefined)[]): string =>
  elements.map((element) => (element ? source.slice(element.start, element.end) : '')).join('');

/** XML that replaces a span of a part; offsets in UTF-16 units. */
export interface XmlEdit {
  readonly start: number;
  readonly end: number;
  readonly xml: string;
}

export const removed = ({ start, end }: XmlElement): XmlEdit => ({ start, end, xml: '' });

/** Appends XML to the content of an element, which may be empty (`<w:p/>`). */
export function appended(
  { name, contentStart, end }: Pick<XmlElement, 'name' | 'contentStart' | 'end'>,
  source: string,
  xml: string,
): XmlEdit {
  if (contentStart === end) return { start: source.lastIndexOf('/', end - 1), end, xml: `>${xml}</${name}>` };
  const closing = source.lastIndexOf('</', end - 1);
  return { start: closing, end: closing, xml };
}

/** The source with the edits in it, which must not overlap; those at one place are written in their order. */
export function withEdits(source: string, edits: readonly XmlEdit[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end, xml } of [...edits].sort((a, b) => a.start - b.start)) {
    pieces.push(source.slice(position, start), xml);
    position = end;
  }
  return pieces.join('') + source.slice(position);
}
