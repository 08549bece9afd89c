import { firstIndex } from '../diagnostics/first-index.ts';
import type { Pairing } from './pairing.ts';

/**
 * The items that came to a place of the new form from another, or changed their order there: as few as possible. New items
 * were not moved.
 */
export function movedItems<Item>(
  before: readonly Item[],
  after: readonly Item[],
  pairing: Pairing<Item>,
): ReadonlySet<Item> {
  const places = new Map(before.map((item, index) => [item, index]));
  const known = after.flatMap((item) => {
    const old = pairing.oldOf(item);
    return old === undefined ? [] : [{ item, place: places.get(old) }];
  });
  const stayed = known.flatMap(({ item, place }) => (place === undefined ? [] : [{ item, place }]));
  const kept = longestRising(stayed.map(({ place }) => place));
  const inOrder = new Set(stayed.filter((_, index) => kept.has(index)).map(({ item }) => item));
  return new Set(known.flatMap(({ item }) => (inOrder.has(item) ? [] : [item])));
}

/** The indices of a longest increasing subsequence: the items that kept their order. */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  /** `ends[n]`: index of the smallest value that ends an increasing subsequence of n + 1 items. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  const valueAt = (index: number | undefined) => (index === undefined ? -Infinity : (values[index] ?? 0));
  for (const [index, value] of values.entries()) {
    const length = firstIndex(ends.length, (end) => valueAt(ends[end]) >= value);
    previous[index] = ends[length - 1];
    ends[length] = index;
  }
  const kept = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) kept.add(index);
  return kept;
}
