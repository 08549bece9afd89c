import { escapeXml } from '../../diagnostics/escape-markup.ts';
import type { XmlElement } from '../package/parse-xml.ts';
import type { Segment, Segments } from './segment.ts';

/** Marks that belong to one place in a document and say nothing of its content. */
const marks = new Set([
  'bookmarkStart',
  'bookmarkEnd',
  'commentRangeStart',
  'commentRangeEnd',
  'commentReference',
  'lastRenderedPageBreak',
  'permEnd',
  'permStart',
  'proofErr',
]);

/** Ids that Word gives to paragraphs and rows, and its revision marks (rsidR, rsidTr …). */
const isId = (local: string) => local === 'paraId' || local === 'textId' || local.startsWith('rsid');

/** Where an element is, and whether it will be written many times: then it must carry no ids. */
export interface CopyOptions {
  readonly source: string;
  readonly repeated: boolean;
}

/** The element as it is written, with what `compile` gives for its children in their place. */
export function copyElement(
  element: XmlElement,
  options: CopyOptions,
  compile: (child: XmlElement) => Segments,
): Segment[] {
  const { source, repeated } = options;
  if (repeated && marks.has(element.local)) return [];
  const segments: Segment[] = [];
  append(segments, startTag(element, options));
  let position = element.contentStart;
  for (const child of element.children) {
    append(segments, source.slice(position, child.start), ...compile(child));
    position = child.end;
  }
  append(segments, source.slice(position, element.end));
  return segments;
}

/** Adds to the end of `segments`; XML behind XML makes one string. */
export function append(segments: Segment[], ...added: Segments): void {
  for (const segment of added) {
    const last = segments.length - 1;
    const before = segments[last];
    if (typeof segment === 'string' && typeof before === 'string') segments[last] = before + segment;
    else if (segment !== '') segments.push(segment);
  }
}

export function startTag(element: XmlElement, { source, repeated }: CopyOptions): string {
  const written = source.slice(element.start, element.contentStart);
  if (!repeated || !element.attributes.some(({ local }) => isId(local))) return written;
  const attributes = element.attributes
    .filter(({ local }) => !isId(local))
    .map(({ name, value }) => ` ${name}="${escapeXml(value)}"`);
  return `<${element.name}${attributes.join('')}${written.endsWith('/>') ? '/>' : '>'}`;
}
