/** What became of what, one to one. */
export class Pairing<Item> {
  readonly #oldOf = new Map<Item, Item>();
  readonly #freshOf = new Map<Item, Item>();

  add(old: Item, fresh: Item): void {
    this.#oldOf.set(fresh, old);
    this.#freshOf.set(old, fresh);
  }

  /** What an item of the new form was in the old one. */
  oldOf(fresh: Item): Item | undefined {
    return this.#oldOf.get(fresh);
  }

  /** What an item of the old form is in the new one. */
  freshOf(old: Item): Item | undefined {
    return this.#freshOf.get(old);
  }

  /** Pairs what is still alone and has the same key, in order; items without a key stay alone. */
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

  /** Whether the items, in either order, are the two of a pair. */
  isPair(one: Item, other: Item): boolean {
    return this.#oldOf.get(one) === other || this.#freshOf.get(one) === other;
  }

  /**
   * Hands what is still alone to `pairUp`, which answers with pairs of indices. Which of the two forms comes first
   * depends on their texts alone: whoever compares them the other way round gets the same pairs, ties included.
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

/** Longer lists come after shorter ones, those of one length by the first text in which they differ. */
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
