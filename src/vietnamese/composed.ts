import { lazyPattern } from './once.ts';

/** Characters other than NFC letters and the punctuation of office texts, which need a closer look. */
export const UNSURE = /[^\0-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030\u20ab]/g;
/** A character and the marks after it. */
const CLUSTER = lazyPattern('gu')`\P{M}?\p{M}*`;

/** Whether a text is in the composed form of Unicode (NFC). */
export const isComposed = (text: string): boolean =>
  text.search(UNSURE) < 0 || text === text.normalize('NFC');

type Range = readonly [start: number, end: number];

/**
 * Translates ranges of a composed text to the text as it was written.
 *
 * @param written in any Unicode form
 * @returns maps a range of `written.normalize('NFC')` to one of `written`; letters are never split
 */
export function toWritten(written: string): (range: Range) => Range {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of written.matchAll(CLUSTER())) {
    const { length } = cluster.normalize('NFC');
    for (let unit = 0; unit < length; unit++) {
      // Unchanged text keeps its offsets.
      const isSame = length === cluster.length;
      starts.push(isSame ? index + unit : index);
      ends.push(isSame ? index + unit + 1 : index + cluster.length);
    }
  }
  return ([start, end]) => [starts[start] ?? written.length, end > 0 ? (ends[end - 1] ?? written.length) : 0];
}
