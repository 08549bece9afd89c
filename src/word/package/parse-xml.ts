import { SaxesParser } from 'saxes';

/** An element and its place in the text, in UTF-16 units: enough to copy all that is left as it is. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  /** The text directly in the element, decoded. */
  text: string;
  readonly start: number;
  /** Behind the start tag. */
  readonly contentStart: number;
  end: number;
}

export interface XmlAttribute {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly value: string;
}

const maxDepth = 200;

/** Reads one part of a Word file. Throws when it is not well-formed XML, declares a DTD or nests too deeply. */
export function parseXml(source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  parser.on('doctype', () => {
    throw new Error('a document type declaration is not allowed');
  });
  parser.on('opentag', (tag) => {
    const contentStart = parser.position;
    const element: XmlElement = {
      name: tag.name,
      local: tag.local,
      namespace: tag.uri,
      attributes: Object.values(tag.attributes).map(({ name, local, value }) => ({ name, local, value })),
      children: [],
      text: '',
      // No attribute value can hold a “<”.
      start: source.lastIndexOf('<', contentStart - 1),
      contentStart,
      end: contentStart,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
    if (open.length > maxDepth) throw new Error(`elements are nested more than ${maxDepth} deep`);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) element.end = parser.position;
  });
  parser.write(source).close();
  if (!root) throw new Error('there is no element');
  return root;
}

/** An attribute of an element by its local name; empty where it has none. */
export const attributeIn = ({ attributes }: XmlElement, name: string): string =>
  attributes.find(({ local }) => local === name)?.value ?? '';

/** The text elements of a paragraph, without those of text boxes in it. */
export function textsIn(element: XmlElement): XmlElement[] {
  if (element.local === 't') return [element];
  return element.children.filter(({ local }) => local !== 'txbxContent').flatMap(textsIn);
}
