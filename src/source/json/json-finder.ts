import type { Node } from 'jsonc-parser';
import type { SourceTree } from '../source.ts';

/** Finds the node at a path of a JSON text. Objects are indexed on first use. */
export function jsonFinder(root: Node): SourceTree['find'] {
  const indexes = new WeakMap<Node, ReadonlyMap<unknown, Node>>();

  const propertyAt = (object: Node, key: string): Node | undefined => {
    let index = indexes.get(object);
    if (!index) {
      index = new Map(object.children?.map((property) => [property.children?.[0]?.value, property]));
      indexes.set(object, index);
    }
    return index.get(key);
  };

  return (path) => {
    let node: Node | undefined = root;
    let key: Node | undefined;
    for (const step of path) {
      const property: Node | undefined = node.type === 'object' ? propertyAt(node, String(step)) : undefined;
      const item: Node | undefined =
        node.type === 'array' && typeof step === 'number' ? node.children?.[step] : undefined;
      key = property?.children?.[0];
      node = property?.children?.[1] ?? item;
      if (!node) return undefined;
    }
    return {
      ...(key && { key: [key.offset, key.offset + key.length] as const }),
      value: [node.offset, node.offset + node.length],
      ...(node.children === undefined && { scalar: { value: node.value } }),
    };
  };
}
