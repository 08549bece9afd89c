import type { XmlElement } from './parse-xml.ts';

/** The text elements of a paragraph, without those of text boxes in it. */
export function textsIn(element: XmlElement): XmlElement[] {
  if (element.local === 't') return [element];
  return element.children.filter(({ local }) => local !== 'txbxContent').flatMap(textsIn);
}
