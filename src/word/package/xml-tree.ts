import { Refusal } from '../../zip/refusal.ts';
import { attributeOf, readXmlText, type XmlAttributes } from './read-xml.ts';

/** An element and its place in the text, in UTF-16 units: enough to copy the unchanged rest. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  /** As `XmlNames` reports it, independent of the prefix. */
  readonly known: string;
  readonly attributes: XmlAttributes;
  children: readonly XmlElement[];
  /** The text directly in the element, decoded. */
  text: string;
  readonly start: number;
  /** After the start tag. */
  readonly contentStart: number;
  end: number;
}

const none: readonly XmlElement[] = [];

/** Reads one part of a Word file. @throws Refusal as `readXml` does, and for prefixes of attributes that are not declared */
export function parseXml(source: string, part = ''): XmlElement {
  const open: XmlElement[] = [];
  /** The children of each open element. */
  const inner: XmlElement[][] = [];
  let root: XmlElement | undefined;
  const isDeclared = (prefix: string) =>
    /^xml(?:ns)?$/.test(prefix) || open.some(({ attributes }) => `xmlns:${prefix}` in attributes);
  readXmlText(source, part, {
    open(known, attributes, contentStart, name) {
      const element: XmlElement = {
        name,
        local: localOf(name),
        known,
        attributes,
        children: none,
        text: '',
        // No attribute value can hold a “<”.
        start: source.lastIndexOf('<', contentStart - 1),
        contentStart,
        end: contentStart,
      };
      inner.at(-1)?.push(element);
      root ??= element;
      open.push(element);
      inner.push([]);
      for (const attribute in attributes) {
        const colon = attribute.indexOf(':');
        if (colon >= 0 && !isDeclared(attribute.slice(0, colon))) throw new Refusal('not-xml', { part });
      }
    },
    close(_name, end) {
      const element = open.pop();
      const children = inner.pop();
      if (!element || !children) return;
      element.end = end;
      // A growing array starts with a capacity of 17.
      if (children.length > 0) element.children = children.slice();
    },
    text(text) {
      const element = open.at(-1);
      if (element) element.text += text;
    },
  });
  if (!root) throw new Refusal('not-xml', { part });
  return root;
}

/** A name without its prefix. */
export const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute of an element by its local name; empty where it has none. */
export const attributeIn = ({ attributes }: XmlElement, local: string): string =>
  attributeOf(attributes, local) ?? '';

/** The text elements of a paragraph, without those of text boxes in it. */
export function textsIn(element: XmlElement): XmlElement[] {
  if (element.local === 't') return [element];
  return element.children.flatMap((child) => (child.local === 'txbxContent' ? [] : textsIn(child)));
}

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
