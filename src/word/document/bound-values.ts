import { relationsOf } from '../package/main-parts.ts';
import { attributeOf, decodeXml, type XmlAttributes } from '../package/read-xml.ts';
import type { WordPackage } from '../package/word-package.ts';
import { parseXml, type XmlElement } from '../package/xml-tree.ts';

/** Custom XML of a document, and the id by which content controls name it. */
interface Store {
  readonly id: string;
  readonly root: XmlElement;
}

/** In characters; larger stores are ignored. */
const largestStore = 1 << 20;

/** The properties of a document are a store, too (MS-OE376 2.5.2.30). */
const coreProperties = '{6C3C8BC8-F283-45AE-878A-BAB7291924A1}';

/**
 * Makes a function that finds the text in a document's custom XML for a `w:dataBinding`: Word and LibreOffice show it
 * instead of the text in the control (ECMA-376 17.5.2.6). Undefined where the store or the element is not there.
 */
export function boundValues(
  file: WordPackage,
  parts: readonly string[],
): (binding: XmlAttributes) => string | undefined {
  let stores: readonly Store[] | undefined;
  return (binding) => {
    stores ??= readStores(file, parts);
    const id = attributeOf(binding, 'storeItemID')?.toUpperCase();
    const steps = stepsOf(attributeOf(binding, 'xpath') ?? '');
    if (!steps) return undefined;
    const candidates = stores.filter((store) => !id || store.id === id);
    return candidates.map(({ root }) => valueAt(root, steps)).find((value) => value !== undefined);
  };
}

function readStores(file: WordPackage, parts: readonly string[]): Store[] {
  const read = (part: string): XmlElement | undefined => {
    const bytes = file.read(part);
    if (bytes.length === 0 || bytes.length > largestStore) return undefined;
    try {
      return parseXml(decodeXml(bytes, part));
    } catch {
      // A store may hold anything: the document is sound even if it is not XML.
      return undefined;
    }
  };
  const stores = parts.flatMap((part) => {
    const root = read(part);
    const properties = relationsOf(file, part).find(({ type }) => type.endsWith('/customXmlProps'))?.target;
    const id = properties && attributeOf(read(properties)?.attributes ?? {}, 'itemID');
    return root ? [{ id: (id ?? '').toUpperCase(), root }] : [];
  });
  const core = relationsOf(file, '').find(({ type }) => type.endsWith('/core-properties'))?.target;
  const coreRoot = core === undefined ? undefined : read(core);
  return coreRoot ? [...stores, { id: coreProperties, root: coreRoot }] : stores;
}

/** A step of the paths that Word writes, such as `/ns0:root[1]/ns0:unit[1]/@name`; local names find enough. */
interface Step {
  readonly local: string;
  readonly isAttribute: boolean;
  /** From 1. */
  readonly position: number;
}

function stepsOf(path: string): Step[] | undefined {
  if (!path.startsWith('/')) return undefined;
  const steps = path
    .slice(1)
    .split('/')
    .map((text) => /^(@?)(?:[\w.-]+:)?([\p{L}_][\p{L}\p{N}_.-]*)(?:\[(\d+)\])?$/u.exec(text.trim()));
  if (steps.some((step) => !step)) return undefined;
  return steps.flatMap((step) =>
    step ? [{ isAttribute: step[1] === '@', local: step[2] ?? '', position: Number(step[3] ?? 1) }] : [],
  );
}

function valueAt(root: XmlElement, [first, ...rest]: readonly Step[]): string | undefined {
  if (root.local !== first?.local) return undefined;
  let element = root;
  for (const { local, isAttribute, position } of rest) {
    if (isAttribute) return attributeOf(element.attributes, local);
    const child = element.children.filter((each) => each.local === local)[position - 1];
    if (!child) return undefined;
    element = child;
  }
  return textOf(element);
}

const textOf = (element: XmlElement): string =>
  element.children.length === 0 ? element.text : element.children.map(textOf).join('');
