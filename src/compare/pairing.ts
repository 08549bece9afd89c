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

  /** Hands what is still alone to `pairUp`, which answers with pairs of indices. */
  addFound(
    before: readonly Item[],
    after: readonly Item[],
    pairUp: (before: readonly Item[], after: readonly Item[]) => Iterable<readonly [number, number]>,
  ): void {
    const [old, fresh] = [this.#alone(before, this.#freshOf), this.#alone(after, this.#oldOf)];
    for (const [oldIndex, freshIndex] of pairUp(old, fresh)) {
      const [oldItem, freshItem] = [old[oldIndex], fresh[freshIndex]];
      if (oldItem !== undefined && freshItem !== undefined) this.add(oldItem, freshItem);
    }
  }

  #alone(items: readonly Item[], partners: ReadonlyMap<Item, Item>): Item[] {
    return items.filter((item) => !partners.has(item));
  }
}
