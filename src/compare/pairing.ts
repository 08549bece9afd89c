/** A one-to-one pairing of old and new items. */
export class Pairing<Item> {
  readonly #oldOf = new Map<Item, Item>();
  readonly #freshOf = new Map<Item, Item>();

  add(old: Item, fresh: Item): void {
    this.#oldOf.set(fresh, old);
    this.#freshOf.set(old, fresh);
  }

  /** The old item of a new one. */
  oldOf(fresh: Item): Item | undefined {
    return this.#oldOf.get(fresh);
  }

  /** The new item of an old one. */
  freshOf(old: Item): Item | undefined {
    return this.#freshOf.get(old);
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
    const taken = new Map<string, number>();
    for (const fresh of this.#alone(after, this.#oldOf)) {
      const key = keyOf(fresh);
      if (key === undefined) continue;
      const place = taken.get(key) ?? 0;
      const old = waiting.get(key)?.[place];
      if (old === undefined) continue;
      taken.set(key, place + 1);
      this.add(old, fresh);
    }
  }

  /** Whether the items are a pair, in either order. */
  isPair(one: Item, other: Item): boolean {
    return this.#oldOf.get(one) === other || this.#freshOf.get(one) === other;
  }

  /**
   * Passes the unpaired items to `pairUp`, which returns pairs of indices. Which of the two forms comes first
   * depends only on their texts, so that the reverse comparison gives the same pairs, ties included.
   */
  addFound(
    before: readonly Item[],
    after: readonly Item[],
    textOf: (item: Item) => string,
    pairUp: (one: readonly Item[], other: readonly Item[]) => Iterable<readonly [number, number]>,
  ): void {
    const [old, fresh] = [this.#alone(before, this.#freshOf), this.#alone(after, this.#oldOf)];
    const isTurned = isAfter(old, fresh, textOf);
    const [one, other] = isTurned ? [fresh, old] : [old, fresh];
    for (const [index, otherIndex] of pairUp(one, other)) {
      const [item, otherItem] = [one[index], other[otherIndex]];
      if (item === undefined || otherItem === undefined) continue;
      if (isTurned) this.add(otherItem, item);
      else this.add(item, otherItem);
    }
  }

  #alone(items: readonly Item[], partners: ReadonlyMap<Item, Item>): Item[] {
    return items.filter((item) => !partners.has(item));
  }
}

/** Orders lists by length, then by the first text that differs. */
function isAfter<Item>(
  one: readonly Item[],
  other: readonly Item[],
  textOf: (item: Item) => string,
): boolean {
  if (one.length !== other.length) return one.length > other.length;
  for (const [index, item] of one.entries()) {
    const [text, otherText] = [textOf(item), textOf(other[index] ?? item)];
    if (text !== otherText) return text > otherText;
  }
  return false;
}
