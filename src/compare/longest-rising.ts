/** Which items of a sequence stand in a longest rising part of it, by index: those that kept their order. */
export function longestRising(values: readonly number[]): ReadonlySet<number> {
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
