import { firstIndex } from '../diagnostics/first-index.ts';
import { type Affinity, pairSimilar } from './pair-similar.ts';

type TextOf<Item> = (item: Item) => string;
/** Returns pairs of indices. */
type PairUp<Item> = (one: readonly Item[], other: readonly Item[]) => Iterable<readonly [number, number]>;

/** A one-to-one pairing of old and new items. */
export class Pairing<Item> {
  readonly #oldOf = new Map<Item, Item>();
  readonly #freshOf = new Map<Item, Item>();

  oldOf(fresh: Item): Item | undefined {
    return this.#oldOf.get(fresh);
  }

  /** Whether the items are a pair, in either order. */
  isPair(one: Item, other: Item): boolean {
    return this.#oldOf.get(one) === other || this.#freshOf.get(one) === other;
  }

  /** Pairs unpaired items with the same key, in order; items without a key stay unpaired. */
  addEqual(before: readonly Item[], after: readonly Item[], keyOf: (item: Item) => string | undefined): void {
    const waiting = new Map<string, Item[]>();
    for (const old of this.#alone(before, this.#freshOf)) {
      const key = keyOf(old);
      if (key === undefined) continue;
      const queue = waiting.get(key);
      if (queue) queue.push(old);
      else waiting.set(key, [old]);
    }
    const queues = new Map([...waiting].map(([key, items]) => [key, items.values()]));
    for (const fresh of this.#alone(after, this.#oldOf)) {
      const key = keyOf(fresh);
      const old = key === undefined ? undefined : queues.get(key)?.next().value;
      if (old !== undefined) this.#add(old, fresh);
    }
  }

  addSimilar(
    before: readonly Item[],
    after: readonly Item[],
    textOf: TextOf<Item>,
    affinityOf: (old: Item, fresh: Item) => Affinity,
  ): void {
    this.addFound(before, after, textOf, (one, other) => pairSimilar(one, other, textOf, affinityOf));
  }

  /**
   * Pairs unpaired items as `pairUp` does. Which of the two forms comes first depends only on their texts, so that the
   * reverse comparison gives the same pairs, ties included.
   */
  addFound(
    before: readonly Item[],
    after: readonly Item[],
    textOf: TextOf<Item>,
    pairUp: PairUp<Item>,
  ): void {
    const [old, fresh] = [this.#alone(before, this.#freshOf), this.#alone(after, this.#oldOf)];
    const isTurned = isAfter(old, fresh, textOf);
    const [one, other] = isTurned ? [fresh, old] : [old, fresh];
    for (const [index, otherIndex] of pairUp(one, other)) {
      const [item, otherItem] = [one[index], other[otherIndex]];
      if (item === undefined || otherItem === undefined) continue;
      if (isTurned) this.#add(otherItem, item);
      else this.#add(item, otherItem);
    }
  }

  /**
   * The items in one place of the new form, in order, with their old versions; then those removed from that place. As
   * few as possible have moved: those that came from another place, or changed their order here.
   */
  *inOrder(before: readonly Item[] = [], after: readonly Item[] = []) {
    const places = new Map(before.map((item, index) => [item, index]));
    const placeOf = (fresh: Item) => {
      const old = this.#oldOf.get(fresh);
      return old === undefined ? undefined : places.get(old);
    };
    const stayed = after.filter((fresh) => placeOf(fresh) !== undefined);
    const kept = longestRising(stayed.map((fresh) => placeOf(fresh) ?? 0));
    const inPlace = new Set(stayed.filter((_, index) => kept.has(index)));
    for (const fresh of after) {
      const old = this.#oldOf.get(fresh);
      yield { old, fresh, hasMoved: old !== undefined && !inPlace.has(fresh) };
    }
    for (const old of before) if (!this.#freshOf.has(old)) yield { old, fresh: undefined, hasMoved: false };
  }

  #add(old: Item, fresh: Item): void {
    this.#oldOf.set(fresh, old);
    this.#freshOf.set(old, fresh);
  }

  #alone(items: readonly Item[], partners: ReadonlyMap<Item, Item>): Item[] {
    return items.filter((item) => !partners.has(item));
  }
}

/** Orders lists by length, then by the first text that differs. */
function isAfter<Item>(one: readonly Item[], other: readonly Item[], textOf: TextOf<Item>): boolean {
  if (one.length !== other.length) return one.length > other.length;
  for (const [index, item] of one.entries()) {
    const [text, otherText] = [textOf(item), textOf(other[index] ?? item)];
    if (text !== otherText) return text > otherText;
  }
  return false;
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
