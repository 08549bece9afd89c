/** How similar two items must be to be paired, and how much a pair is preferred to equally similar ones. */
export interface Affinity {
  /** 0–1. */
  readonly least: number;
  readonly bonus: number;
}

/** Up to this many pairs, all are compared; beyond it, only those that share rare words. */
const allPairs = 250_000;
/** How many of a text's rarest features are looked up, and how many texts for each. */
const lookups = 12;
const perLookup = 40;
/** The minimum of every affinity, so that most pairs need not be evaluated. */
const floor = 0.3;

/**
 * Pairs changed texts with their new versions, the most similar first, each text once. Similarity counts the words
 * and pairs of adjacent words that two texts share (Dice's coefficient), since Vietnamese words are mostly
 * two syllables.
 *
 * @param textOf the folded text to compare
 * @returns index of the old text, index of the new one
 */
export function pairSimilar<Item>(
  before: readonly Item[],
  after: readonly Item[],
  textOf: (item: Item) => string,
  affinityOf: (old: Item, fresh: Item) => Affinity,
): [old: number, fresh: number][] {
  const numbers = new Map<string, number>();
  const [old, fresh] = [before, after].map((items) => items.map((item) => featuresOf(textOf(item), numbers)));
  if (!old || !fresh) return [];
  const isSmall = old.length * fresh.length <= allPairs;
  const every = [...fresh.keys()];
  const candidates = isSmall ? () => every : candidateFinder(old.length, fresh);
  const pairs: { old: number; fresh: number; score: number }[] = [];
  for (const [oldIndex, features] of old.entries()) {
    for (const freshIndex of candidates(features, oldIndex)) {
      const likeness = likenessOf(features, fresh[freshIndex] ?? []);
      const [oldItem, freshItem] = [before[oldIndex], after[freshIndex]];
      if (likeness < floor || oldItem === undefined || freshItem === undefined) continue;
      const { least, bonus } = affinityOf(oldItem, freshItem);
      if (likeness >= least) pairs.push({ old: oldIndex, fresh: freshIndex, score: likeness + bonus });
    }
  }
  pairs.sort((a, b) => b.score - a.score || a.old - b.old || a.fresh - b.fresh);
  return eachOnce(pairs);
}

/** From pairs sorted best first, those whose items are not in an earlier pair. */
export function eachOnce(pairs: readonly { readonly old: number; readonly fresh: number }[]) {
  const [usedOld, usedFresh] = [new Set<number>(), new Set<number>()];
  return pairs.flatMap(({ old, fresh }): [old: number, fresh: number][] => {
    if (usedOld.has(old) || usedFresh.has(fresh)) return [];
    usedOld.add(old);
    usedFresh.add(fresh);
    return [[old, fresh]];
  });
}

/** Words and pairs of words as numbers, ascending, each once. */
function featuresOf(text: string, numbers: Map<string, number>): number[] {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const features = new Set([...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)]);
  const numberOf = (feature: string) => {
    const number = numbers.get(feature) ?? numbers.size;
    numbers.set(feature, number);
    return number;
  };
  return [...features].map(numberOf).sort((a, b) => a - b);
}

function likenessOf(a: readonly number[], b: readonly number[]): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

/** Finds the new texts that share a rare feature with an old one; if there are many, those near its place. */
function candidateFinder(oldCount: number, fresh: readonly (readonly number[])[]) {
  const holders = new Map<number, number[]>();
  for (const [index, features] of fresh.entries()) {
    for (const feature of features) {
      const list = holders.get(feature);
      if (list) list.push(index);
      else holders.set(feature, [index]);
    }
  }
  return (features: readonly number[], oldIndex: number): Iterable<number> => {
    const rarest = features
      .map((feature) => holders.get(feature) ?? [])
      .filter((list) => list.length > 0)
      .sort((a, b) => a.length - b.length)
      .slice(0, lookups);
    const found = new Set<number>();
    for (const list of rarest) {
      const middle = Math.round((oldIndex / oldCount) * list.length);
      const from = Math.max(0, Math.min(middle - perLookup / 2, list.length - perLookup));
      for (const index of list.slice(from, from + perLookup)) found.add(index);
    }
    return found;
  };
}
