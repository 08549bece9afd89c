import { escapeXml } from '../../../diagnostics/escape-markup.ts';
import { attributeIn, elementsIn, localOf, type XmlElement } from '../../package/xml-tree.ts';
import { append, type Segment, type Segments } from '../segment.ts';

/** Marks that belong to one place in a document and say nothing of its content. */
const marks =
  /^(?:(?:bookmark|commentRange|perm)(?:Start|End)|commentReference|lastRenderedPageBreak|proofErr)$/;

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
  if (repeated && marks.test(element.local)) {
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

/** Begins the ids of VML shapes: such as begin `_x0000_s` are counted by Word itself. */
const shapePrefix = 'bieu2-';

/** Counts the ids in what is copied. */
export class IdOffsets {
  readonly #shapes = new Map<string, number>();
  count = 0;

  next(): number {
    return this.count++;
  }

  /** A shape, which others may refer to. */
  shape(id: string): number {
    const offset = this.next();
    this.#shapes.set(id, offset);
    return offset;
  }

  shapeOf(id: string): number | undefined {
    return this.#shapes.get(id);
  }
}

interface NewId {
  readonly prefix: string;
  readonly offset: number;
}

/** The attribute in a copy if it is an id or refers to one; undefined for all others. */
export function newId(element: XmlElement, name: string, value: string, ids: IdOffsets): NewId | undefined {
  const local = localOf(name);
  if (isNumber(element, local)) return { prefix: '', offset: ids.next() };
  if (element.local === 'OLEObject' && local === 'ObjectID') return { prefix: '_', offset: ids.next() };
  if (isShape(element) && name === 'id') return { prefix: shapePrefix, offset: ids.shape(value) };
  const [, hash = '', id = ''] = /^(#?)(.*)$/s.exec(value) ?? [];
  const refers = local === 'ShapeID' || (isShape(element) && hash !== '');
  const offset = refers ? ids.shapeOf(id) : undefined;
  return offset === undefined ? undefined : { prefix: hash + shapePrefix, offset };
}

const isShape = ({ known }: XmlElement) => known.startsWith('v:');

/** The ids of drawings (`wp:docPr`) and content controls (`w:id`). */
const isNumber = (element: XmlElement, attribute: string) =>
  (element.local === 'docPr' && attribute === 'id') || (element.local === 'id' && attribute === 'val');

/** Free ids below the next one that is taken, at the least: more than any document has copies. */
const room = 1e8;

/** The first of many ids in a row that none of the parts of a template has; 32-bit numbers, as Word asks. */
export function firstFreeId(roots: readonly XmlElement[]): number {
  const taken = roots
    .flatMap((root) => elementsIn(root))
    .flatMap((element) => {
      const numbers = Object.entries(element.attributes).filter(([name]) => isNumber(element, localOf(name)));
      const shape = isShape(element) ? /(\d{1,10})$/.exec(attributeIn(element, 'id')) : null;
      return [...numbers.map(([, value]) => Number(value)), ...(shape ? [Number(shape[1])] : [])];
    });
  let first = 1;
  for (const id of taken.filter((one) => one > 0).sort((a, b) => a - b)) {
    if (id - first >= room) break;
    first = id + 1;
  }
  return first;
}
