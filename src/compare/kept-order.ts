/** Of what stayed in one place, what kept its order: the rest was moved, as little as can be said. */
export function keptOrder<Item>(
  stayed: readonly Item[],
  before: readonly Item[],
  oldOf: (item: Item) => Item | undefined,
): ReadonlySet<Item> {
  const places = new Map(before.map((item, index) => [item, index]));
  const order = stayed.map((item) => {
    const old = oldOf(item);
    return (old === undefined ? undefined : places.get(old)) ?? -1;
  });
  const kept = longestRising(order);
  return new Set(stayed.filter((_, index) => kept.has(index)));
}

/** Which items of a sequence are in a longest rising part of it, by index: those that kept their order. */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  /** `ends[n]`: index of the smallest value that ends a rising part of n + 1 items. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  const valueAt = (index: number | undefined) => (index === undefined ? -Infinity : (values[index] ?? 0));
  for (const [index, value] of values.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (valueAt(ends[middle]) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  }
  const kept = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) kept.add(index);
  return kept;
}
