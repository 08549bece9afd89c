/** A part of the slots that may be taken; fuller tables search long. */
const maxLoad = 0.7;

/** The value of a key in one of its columns. */
type Values = (column: number) => number;

/**
 * A set of positive numbers with a few whole numbers (below 2³²) beside each: 8 bytes a slot and 4 for each
 * column, where a `Map` of objects takes a hundred. Its keys should be fingerprints: their lowest bits spread them.
 */
export class NumberTable {
  #keys = new Float64Array(1024);
  #columns: Uint32Array[];
  #size = 0;

  constructor(columns: number) {
    this.#columns = Array.from({ length: columns }, () => new Uint32Array(1024));
  }

  get size(): number {
    return this.#size;
  }

  has(key: number): boolean {
    return this.#keys[this.#slot(key)] === key;
  }

  /** Adds a key, unless it is there. Gives back whether it was new. */
  add(key: number): boolean {
    let slot = this.#slot(key);
    if (this.#keys[slot] === key) return false;
    if (this.#size + 1 > this.#keys.length * maxLoad) {
      this.#rebuild(this.#keys.length * 2, () => true);
      slot = this.#slot(key);
    }
    this.#keys[slot] = key;
    this.#size += 1;
    return true;
  }

  /** 0 unless it was set; the key must be there. */
  get(key: number, column: number): number {
    return this.#columns[column]?.[this.#slot(key)] ?? 0;
  }

  set(key: number, column: number, value: number) {
    const values = this.#columns[column];
    if (values) values[this.#slot(key)] = value;
  }

  /** How many keys have values that `isCounted` accepts. */
  count(isCounted: (value: Values) => boolean): number {
    let count = 0;
    for (const [slot, key] of this.#keys.entries()) {
      if (key !== 0 && isCounted((column) => this.#columns[column]?.[slot] ?? 0)) count += 1;
    }
    return count;
  }

  /** Drops the keys whose values `isKept` refuses. */
  keep(isKept: (value: Values) => boolean) {
    this.#rebuild(this.#keys.length, isKept);
  }

  /** Drops all keys; the room that they took is kept for others. */
  clear() {
    this.#keys.fill(0);
    for (const column of this.#columns) column.fill(0);
    this.#size = 0;
  }

  /** Where the key stands, or would. */
  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = key & mask;
    for (let found = this.#keys[slot]; found !== 0 && found !== key; found = this.#keys[slot]) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #rebuild(length: number, isKept: (value: Values) => boolean) {
    const [oldKeys, oldColumns] = [this.#keys, this.#columns];
    this.#keys = new Float64Array(length);
    this.#columns = oldColumns.map(() => new Uint32Array(length));
    this.#size = 0;
    for (const [oldSlot, key] of oldKeys.entries()) {
      if (key === 0 || !isKept((column) => oldColumns[column]?.[oldSlot] ?? 0)) continue;
      const slot = this.#slot(key);
      this.#keys[slot] = key;
      this.#size += 1;
      for (const [index, column] of oldColumns.entries()) {
        const values = this.#columns[index];
        if (values) values[slot] = column[oldSlot] ?? 0;
      }
    }
  }
}
