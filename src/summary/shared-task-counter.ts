import type { TaskFacts } from './form-facts.ts';
import { NumberTable } from './number-table.ts';
import { pairFingerprint } from './text-fingerprint.ts';

/** How much is remembered at most. Up to the first two, all counts are exact. */
export interface SharedTaskLimits {
  /** Different texts. */
  readonly texts: number;
  /** Different pairs of a text and a unit that has it. */
  readonly pairs: number;
  /** How many texts can be shown at the end. */
  readonly shown: number;
}

/** Four million pairs: 100,000 forms of 40 tasks, no two of them equal. With these, 130 MB at most. */
export const sharedTaskLimits: SharedTaskLimits = { texts: 1 << 20, pairs: 1 << 22, shown: 100 };

/** A text in several units. */
export interface CountedText {
  readonly text: string;
  readonly units: number;
  readonly atMost: number;
  readonly levels: readonly number[];
  /** A few of the units, by their numbers. */
  readonly examples: readonly number[];
}

const maxExamples = 3;

/** Columns of the table of texts. */
const columns = { units: 0, missed: 1, first: 2, levels: 3 } as const;

/**
 * Counts in how many units each text stands, in bounded memory and in one pass.
 *
 * A text is kept as its fingerprint. When there are more texts than the limit, the rarest are dropped, and `floor`
 * says in how many units a dropped text can have been: lossy counting (Manku and Motwani, VLDB 2002). A text that
 * comes (again) later may have missed so many. So texts in more units are all there, and those that were there
 * before the first drop, as the frequent ones are, are counted exactly.
 *
 * The words of a text are kept from the second unit on, for the texts in most units only. One that was dropped
 * and is not met again stays below those; one that is met again brings its words along.
 */
export class SharedTaskCounter {
  readonly #limits: SharedTaskLimits;
  readonly #texts = new NumberTable(4);
  /** Which unit has which text: forms of a unit may come in any order. */
  readonly #pairs = new NumberTable(0);
  readonly #words = new Map<number, { text: string; examples: number[] }>();
  #floor = 0;
  #mayRepeat = false;

  constructor(limits: SharedTaskLimits = sharedTaskLimits) {
    this.#limits = limits;
  }

  /** @param unit its number, from 0 */
  add(unit: number, tasks: readonly TaskFacts[]) {
    for (const task of tasks) this.#add(unit, task);
  }

  finish() {
    const ranked = [...this.#words].map(([key, { text, examples }]) => ({
      text,
      units: this.#texts.get(key, columns.units),
      atMost: this.#texts.get(key, columns.units) + this.#texts.get(key, columns.missed),
      levels: levelsOf(this.#texts.get(key, columns.levels)),
      examples,
    }));
    const top: CountedText[] = ranked.sort(
      (a, b) => b.units - a.units || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
    );
    return {
      top: top.slice(0, this.#limits.shown),
      texts: this.#texts.count((value) => value(columns.units) > 1),
      of: this.#texts.size,
      // One more: a text that was dropped is told again only from its second unit on.
      floor: this.#floor === 0 ? 0 : this.#floor + 1,
      mayRepeat: this.#mayRepeat,
    };
  }

  #add(unit: number, { fingerprint: key, text, level }: TaskFacts) {
    const table = this.#texts;
    const isNew = table.add(key);
    if (isNew) {
      table.set(key, columns.missed, this.#floor);
      table.set(key, columns.first, unit);
    }
    table.set(key, columns.levels, table.get(key, columns.levels) | (1 << level));
    if (this.#isNewPair(pairFingerprint(key, unit))) {
      const units = table.get(key, columns.units) + 1;
      table.set(key, columns.units, units);
      if (units > 1) this.#keepWords(key, text, unit);
    }
    if (isNew && table.size > this.#limits.texts) this.#dropRarest();
  }

  #isNewPair(pair: number): boolean {
    if (!this.#pairs.add(pair)) return false;
    if (this.#pairs.size > this.#limits.pairs) {
      this.#pairs.clear();
      this.#mayRepeat = true;
      this.#pairs.add(pair);
    }
    return true;
  }

  #keepWords(key: number, text: string, unit: number) {
    const words = this.#words.get(key) ?? { text, examples: [this.#texts.get(key, columns.first)] };
    const isRoom = words.examples.length < maxExamples && !words.examples.includes(unit);
    if (isRoom) words.examples.push(unit);
    this.#words.set(key, words);
    if (this.#words.size <= this.#limits.shown * 50) return;
    const byUnits = [...this.#words.keys()].sort(
      (a, b) => this.#texts.get(b, columns.units) - this.#texts.get(a, columns.units),
    );
    for (const rare of byUnits.slice(this.#limits.shown * 10)) this.#words.delete(rare);
  }

  /** Raises the floor until a quarter of the texts is gone. */
  #dropRarest() {
    const table = this.#texts;
    while (table.size > this.#limits.texts * 0.75) {
      this.#floor += 1;
      table.keep((value) => value(columns.units) + value(columns.missed) > this.#floor);
    }
    for (const key of this.#words.keys()) if (!table.has(key)) this.#words.delete(key);
  }
}

const levelsOf = (mask: number): number[] => [1, 2, 3, 4, 5].filter((level) => mask & (1 << level));
