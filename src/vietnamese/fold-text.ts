import { lazyPattern } from './once.ts';
import { foldTonePlacement } from './tone-placement.ts';

/** ASCII and usual signs: for these no class of Unicode is compiled, which takes a millisecond. */
const PLAIN = /^[\0-\x7f\u2010-\u2027]*$/;
const MARK = lazyPattern('gu')`\p{M}`;
const NO_WORD = lazyPattern('gu')`[^\p{L}\p{N}]+`;

const END_MARKS = ' .;,:…';

/**
 * The form in which two texts are compared: NFC, lower case, single spaces, tones placed in one way (“hoà” as
 * “hòa”), without spaces at the ends and punctuation at the end. Never to be printed.
 */
export function foldText(text: string): string {
  const folded = foldTonePlacement(text.normalize('NFC').toLowerCase())
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
  let end = folded.length;
  while (end > 0 && END_MARKS.includes(folded.charAt(end - 1))) end--;
  // Of a text of nothing else all is kept: “.” and “;” are different texts.
  return end === 0 ? folded : folded.slice(0, end);
}

/** By what forms are known to be of one unit: every district has a “VĂN PHÒNG”, so that the parent unit counts, too. */
export const unitKey = (name: string, parentUnit: string): string =>
  `${foldText(name)}\n${foldText(parentUnit)}`;

/** Words as they are compared across hands and programs: lower case, without tones, marks and punctuation. */
export function foldHeading(text: string): string {
  const folded = foldText(text).normalize('NFD');
  const bare = folded.replace(/[\u0300-\u036f]/g, '').replace(/[đðɖ]/g, 'd');
  if (PLAIN.test(bare)) return bare.replace(/[^a-z\d]+/g, ' ').trim();
  return bare.replace(MARK(), '').replace(NO_WORD(), ' ').trim();
}
