import { parseXml, type XmlElement } from '../../package/parse-xml.ts';

/**
 * Takes away the content controls, smart tags and custom XML around what holds a placeholder, and leaves their
 * content: in a form they would bind the text that is filled in to a source of their own, lock it, or repeat their
 * ids with the rows. Others (a letterhead's) stay.
 *
 * @returns the XML, and its root as read from it
 */
export function unwrapControls(source: string): { readonly source: string; readonly root: XmlElement } {
  const root = parseXml(source);
  if (!holdsWrapper(root)) return { source, root };
  const unwrapped = source.slice(0, root.start) + write(root, source);
  return { source: unwrapped, root: parseXml(unwrapped) };
}

const wrappers = new Set(['sdt', 'smartTag', 'customXml']);

function write(element: XmlElement, source: string): string {
  if (wrappers.has(element.local) && holdsBraces(element)) {
    const content = element.children.find(({ local }) => local === 'sdtContent') ?? element;
    return content.children
      .filter(({ local }) => !/^(smartTag|customXml)Pr$/.test(local))
      .map((child) => write(child, source))
      .join('');
  }
  if (!element.children.some(holdsWrapper)) return source.slice(element.start, element.end);
  let xml = '';
  let position = element.start;
  for (const child of element.children) {
    xml += source.slice(position, child.start) + write(child, source);
    position = child.end;
  }
  return xml + source.slice(position, element.end);
}

const holdsBraces = (element: XmlElement): boolean =>
  (element.local === 't' && /[{}]/.test(element.text)) || element.children.some(holdsBraces);

const holdsWrapper = (element: XmlElement): boolean =>
  wrappers.has(element.local) || element.children.some(holdsWrapper);
