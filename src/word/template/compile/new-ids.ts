import { attributeIn, elementsIn, localOf, type XmlElement } from '../../package/xml-tree.ts';

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
