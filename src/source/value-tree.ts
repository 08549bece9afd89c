import { emptyMap } from '../diagnostics/plain-value.ts';
import type { SourceTree } from './source.ts';

/** A value with its place in a text; offsets in UTF-16 units. */
export interface ValueNode {
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  readonly items?: readonly ValueNode[];
  /** Of a map, in their order. */
  readonly pairs?: readonly ValuePair[];
}

export interface ValuePair {
  readonly name: string;
  /** Of the key, quotes included. */
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly node: ValueNode;
}

export const listNode = (start: number, end: number, items: readonly ValueNode[]): ValueNode => ({
  start,
  end,
  value: items.map(({ value }) => value),
  items,
});

/** @param onRepeat called with a pair whose key is in the map already */
export function mapNode(
  start: number,
  end: number,
  pairs: readonly ValuePair[],
  onRepeat: (pair: ValuePair) => void,
): ValueNode {
  const value = emptyMap();
  for (const pair of pairs) {
    if (pair.name in value) onRepeat(pair);
    value[pair.name] = pair.node.value;
  }
  return { start, end, value, pairs };
}

/** The tree below a node. A map of many keys is indexed when a path first leads through it. */
export function sourceTree(root: ValueNode, oddNumbers?: ReadonlySet<number>): SourceTree {
  const indexes = new WeakMap<readonly ValuePair[], ReadonlyMap<string, ValuePair>>();

  const pairAt = (pairs: readonly ValuePair[], name: string): ValuePair | undefined => {
    if (pairs.length < 16) return pairs.find((pair) => pair.name === name);
    let index = indexes.get(pairs);
    if (!index) {
      index = new Map(pairs.map((pair) => [pair.name, pair]));
      indexes.set(pairs, index);
    }
    return index.get(name);
  };

  const find: SourceTree['find'] = (path) => {
    let node: ValueNode | undefined = root;
    let pair: ValuePair | undefined;
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
  return { value: root.value, ...(oddNumbers && { oddNumbers }), find };
}
