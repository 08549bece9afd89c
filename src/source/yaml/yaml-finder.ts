import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { Range } from '../../diagnostics/finding.ts';
import type { SourceTree } from '../source.ts';

/** Finds the node at a path of a document. Maps are indexed on first use. */
export function yamlFinder(document: Document, anchors: ReadonlyMap<Node, Node>): SourceTree['find'] {
  const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  const pairAt = (map: YAMLMap, key: string): Pair | undefined => {
    let index = indexes.get(map);
    if (!index) {
      index = new Map(map.items.map((pair) => [yamlKey(pair) ?? '', pair]));
      indexes.set(map, index);
    }
    return index.get(key);
  };

  /** Aliases lead to their anchors. */
  const resolve = (node: unknown): Node | undefined => {
    if (isAlias(node)) return anchors.get(node);
    return isScalar(node) || isMap(node) || isSeq(node) ? node : undefined;
  };

  return (path) => {
    let node = resolve(document.contents);
    let key: Range | undefined;
    for (const step of path) {
      let next: unknown;
      if (isSeq(node) && typeof step === 'number') {
        next = node.items[step];
        key = undefined;
      } else if (isMap(node)) {
        const pair = pairAt(node, String(step));
        next = pair?.value;
        key = pair && spanOf(pair.key);
      }
      if (next === undefined || (next === null && !key)) return undefined;
      node = resolve(next);
      if (!node && key) return { key, value: [key[1], key[1]], scalar: { value: null } };
    }
    const value = spanOf(node);
    if (!node || !value) return undefined;
    return { ...(key && { key }), value, ...(isScalar(node) && { scalar: { value: node.value } }) };
  };
}

/** From the start of a node to the end of its content. */
function spanOf(node: unknown): Range | undefined {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  return range ? [range[0], contentEnd(node, range[1])] : undefined;
}

/** The parser includes the comments and empty lines after a block collection. */
function contentEnd(node: unknown, end: number): number {
  if (!(isMap(node) || isSeq(node)) || node.flow) return end;
  const last = node.items.at(-1);
  const child = isPair(last) ? (last.value ?? last.key) : last;
  return spanOf(child)?.[1] ?? end;
}

/** A key as a property name, as it was written: `1` and `1.0` are two keys. Undefined if it is not a scalar. */
export function yamlKey({ key }: Pair): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}
