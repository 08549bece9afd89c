/** How like two texts must be to count as one, and how much a pair is preferred to others that are as like. */
export interface Affinity {
  /** 0–1. */
  readonly least: number;
  readonly bonus: number;
}

/** Up to so many pairs all are looked at; beyond, those that share rare words. */
const allPairs = 250_000;
/** Of a text that many of its rarest features are looked up, and for each that many texts that have it. */
const lookups = 12;
const perLookup = 40;
/** No affinity may ask for less: it spares most pairs the question. */
const floor = 0.3;

/**
 * Pairs texts that were changed with what became of them, the likest first, each text once. Likeness counts the words
 * and the pairs of neighbouring words that two texts share (Dice's coefficient), since Vietnamese words are mostly
 * two syllables.
 *
 * @param textOf what is compared, folded
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

/** Of pairs, the best first, those of which neither half is in one before. */
export function eachOnce(pairs: readonly { readonly old: number; readonly fresh: number }[]) {
  const [usedOld, usedFresh] = [new Set<number>(), new Set<number>()];
  return pairs.flatMap(({ old, fresh }): [old: number, fresh: number][] => {
    if (usedOld.has(old) || usedFresh.has(fresh)) return [];
    usedOld.add(old);
    usedFresh.add(fresh);
    return [[old, fresh]];
  });
}

/** Words and pairs of words as numbers, in rising order, each once. */
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

/** Finds the new texts that share a rare feature with an old one; of many, those at about its place. */
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
