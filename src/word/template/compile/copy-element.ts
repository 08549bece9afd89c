import { escapeXml } from '../../../diagnostics/escape-markup.ts';
import { attributeIn, localOf, type XmlElement } from '../../package/xml-tree.ts';
import { append, type Segment, type Segments } from '../segment.ts';
import { type IdOffsets, newId } from './new-ids.ts';

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

/** Ids that may be left out: those of paragraphs, rows and drawings, and revision marks (rsidR, rsidTr …). */
const isId = (name: string) => /^(?:paraId|textId|anchorId|editId|spid|rsid.*)$/.test(localOf(name));

/** Where an element is, and whether it will be written many times: then its ids must be new in every copy. */
export interface CopyOptions {
  readonly source: string;
  readonly repeated: boolean;
  readonly ids: IdOffsets;
  /** Called for the reference of a comment that is left out. */
  readonly onComment?: (id: string) => void;
}

/** The element as written, with its children replaced by the results of `compile`. */
export function copyElement(
  element: XmlElement,
  options: CopyOptions,
  compile: (child: XmlElement) => Segments,
): Segment[] {
  const { source, repeated } = options;
  if (repeated && marks.has(element.local)) {
    if (element.local === 'commentReference') options.onComment?.(attributeIn(element, 'id'));
    return [];
  }
  const segments: Segment[] = [];
  append(segments, ...(repeated ? tagWithNewIds(element, options) : [startTag(element, options)]));
  let position = element.contentStart;
  for (const child of element.children) {
    append(segments, source.slice(position, child.start), ...compile(child));
    position = child.end;
  }
  append(segments, source.slice(position, element.end));
  return segments;
}

export function startTag(element: XmlElement, { source, repeated }: CopyOptions): string {
  const written = source.slice(element.start, element.contentStart);
  if (!repeated || !Object.keys(element.attributes).some(isId)) return written;
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !isId(name))
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return `<${element.name}${attributes.join('')}${written.endsWith('/>') ? '/>' : '>'}`;
}

/** The start tag of an element in a copy: its ids, and what refers to them, wait for the copy's own. */
function tagWithNewIds(element: XmlElement, options: CopyOptions): Segment[] {
  const attributes = Object.entries(element.attributes);
  const renewed = attributes.map(([name, value]) => newId(element, name, value, options.ids));
  if (renewed.every((id) => id === undefined)) return [startTag(element, options)];
  const segments: Segment[] = [`<${element.name}`];
  for (const [index, [name, value]] of attributes.entries()) {
    const id = renewed[index];
    if (id) append(segments, ` ${name}="${id.prefix}`, { id: id.offset }, '"');
    else if (!isId(name)) append(segments, ` ${name}="${escapeXml(value)}"`);
  }
  append(segments, options.source[element.contentStart - 2] === '/' ? '/>' : '>');
  return segments;
}
