import type { Path } from '../../../diagnostics/finding.ts';
import { emptyMap } from '../../../diagnostics/plain-value.ts';
import type { SourceNode } from '../../source.ts';
import { doubt } from './plain-lines.ts';

/** A value with its place; offsets in UTF-16 units. */
export interface PlainNode {
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  /** Of a list. */
  readonly items?: readonly PlainNode[];
  /** Of a map, in their order. */
  readonly pairs?: readonly PlainPair[];
}

export interface PlainPair {
  readonly name: string;
  /** Of the key, quotes included. */
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly node: PlainNode;
}

export const listNode = (start: number, end: number, items: readonly PlainNode[]): PlainNode => ({
  start,
  end,
  value: items.map(({ value }) => value),
  items,
});

/** @throws doubt where a key is repeated */
export function mapNode(start: number, end: number, pairs: readonly PlainPair[]): PlainNode {
  const value = emptyMap();
  for (const { name, node } of pairs) {
    if (name in value) throw doubt;
    value[name] = node.value;
  }
  return { start, end, value, pairs };
}

/** Finds what is at a path. A map of many keys is indexed when a path first leads through it. */
export function plainFinder(root: PlainNode): (path: Path) => SourceNode | undefined {
  const indexes = new WeakMap<readonly PlainPair[], ReadonlyMap<string, PlainPair>>();

  const pairAt = (pairs: readonly PlainPair[], name: string): PlainPair | undefined => {
    if (pairs.length < 16) return pairs.find((pair) => pair.name === name);
    let index = indexes.get(pairs);
    if (!index) {
      index = new Map(pairs.map((pair) => [pair.name, pair]));
      indexes.set(pairs, index);
    }
    return index.get(name);
  };

  return (path) => {
    let node: PlainNode | undefined = root;
    let pair: PlainPair | undefined;
    for (const step of path) {
      pair = node.pairs && pairAt(node.pairs, String(step));
      node = typeof step === 'number' && node.items ? node.items[step] : pair?.node;
      if (!node) return undefined;
    }
    return {
      ...(pair && { key: [pair.keyStart, pair.keyEnd] as const }),
      value: [node.start, node.end],
      ...(!node.items && !node.pairs && { scalar: { value: node.value } }),
    };
  };
}
