import type { TaskFacts } from './form-facts.ts';

/** The maximum of different texts compared: 20,000 forms of 40 different tasks. Further texts are only counted. */
export const maxTexts = 1_000_000;

/** The maximum of shared texts listed. */
const maxListed = 100;
const maxExamples = 3;

/** A text that several units have, with the units' numbers. */
interface SharedText {
  readonly text: string;
  readonly units: Set<number>;
  /** Bit n is set for level n, bit 0 for tasks without a level. */
  levels: number;
}

/** Bits of the levels 0–5 in the number that represents a text of one unit only: `unit * levelBits + levels`. */
const levelBits = 64;

/** Counts exactly in how many units each text is. Most texts are in one unit only: for those only a number is kept. */
export class SharedTaskCounter {
  readonly #maxTexts: number;
  readonly #texts = new Map<string, number | SharedText>();
  #leftOut = 0;

  constructor(limit = maxTexts) {
    this.#maxTexts = limit;
  }

  /** @param unit its number, from 0 */
  add(unit: number, tasks: readonly TaskFacts[]) {
    for (const { key, text, level } of tasks) {
      const known = this.#texts.get(key);
      const levels = 1 << level;
      if (typeof known === 'object') {
        known.units.add(unit);
        known.levels |= levels;
      } else if (known === undefined) {
        if (this.#texts.size < this.#maxTexts) this.#texts.set(key, unit * levelBits + levels);
        else this.#leftOut += 1;
      } else {
        const first = Math.floor(known / levelBits);
        const all = (known % levelBits) | levels;
        const one =
          first === unit ? unit * levelBits + all : { text, units: new Set([first, unit]), levels: all };
        this.#texts.set(key, one);
      }
    }
  }

  /**
   * The texts that several units have: those in most units, with the levels that they were given and a few of the units, in
   * the order in which they were read; how many there are, of how many that were compared; and how many tasks were not
   * compared, since the maximum of texts was reached.
   *
   * @param all the units by their numbers
   */
  finish<Unit>(all: readonly Unit[]) {
    const shared = [...this.#texts.values()].filter((value) => typeof value === 'object');
    shared.sort((a, b) => b.units.size - a.units.size || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
    return {
      texts: shared.length,
      of: this.#texts.size,
      leftOut: this.#leftOut,
      top: shared.slice(0, maxListed).map(({ text, units, levels }) => ({
        text,
        units: units.size,
        levels: [1, 2, 3, 4, 5].filter((level) => levels & (1 << level)),
        examples: [...units].slice(0, maxExamples).flatMap((unit) => all[unit] ?? []),
      })),
    };
  }
}
