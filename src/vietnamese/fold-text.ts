import { lazyPattern } from './once.ts';
import { foldTonePlacement } from './tone-placement.ts';

/** ASCII and usual signs: for these no class of Unicode is compiled, which takes a millisecond. */
const PLAIN = /^[\0-\x7f\u2010-\u2027]*$/;
const MARK = lazyPattern('gu')`\p{M}`;
const NO_WORD = lazyPattern('gu')`[^\p{L}\p{N}]+`;

const END_MARKS = ' .;,:…';

/**
 * The form in which two texts are compared: NFC, lower case, single spaces, tones placed in one way (“hoà” as
 * “hòa”), without spaces at the ends and punctuation at the end. Not for printing.
 */
export function foldText(text: string): string {
  const folded = foldTonePlacement(text.normalize('NFC').toLowerCase())
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
  let end = folded.length;
  while (end > 0 && END_MARKS.includes(folded.charAt(end - 1))) end--;
  // A text of such marks only keeps them: “.” and “;” are different texts.
  return end === 0 ? folded : folded.slice(0, end);
}

/** The key that identifies a unit: every district has a “VĂN PHÒNG”, so the parent unit counts, too. */
export const unitKey = (name: string, parentUnit: string): string =>
  `${foldText(name)}\n${foldText(parentUnit)}`;

/** Units by their ranks, those of one rank by name, as Vietnamese orders it. */
export function unitsInOrder<Unit extends Record<'name' | 'parentUnit', string>>(
  units: readonly Unit[],
  rankOf: (unit: Unit) => number,
): Unit[] {
  const { compare } = new Intl.Collator('vi', { numeric: true });
  return units.toSorted(
    (a, b) => rankOf(a) - rankOf(b) || compare(a.name, b.name) || compare(a.parentUnit, b.parentUnit),
  );
}

/** Folds words for tolerant comparing: lower case, without tones, diacritics and punctuation. */
export function foldHeading(text: string): string {
  const folded = foldText(text).normalize('NFD');
  const bare = folded.replace(/[\u0300-\u036f]/g, '').replace(/[đðɖ]/g, 'd');
  if (PLAIN.test(bare)) return bare.replace(/[^a-z\d]+/g, ' ').trim();
  return bare.replace(MARK(), '').replace(NO_WORD(), ' ').trim();
}

/** Letters that Vietnamese puts no mark on, and digits: they stay the same however a text is composed. */
const small = 'bcghklmnpqrstvx';
const isKept = new Uint8Array(128);
for (const letter of `${small}${small.toUpperCase()}0123456789`) isKept[letter.charCodeAt(0)] = 1;

/** This many at either end distinguish nearly all different texts. */
const perEnd = 6;

/**
 * A 32-bit hash that is equal for texts that are equal when folded (`foldText`): of their first and
 * last consonants and digits. Far faster than folding.
 */
export function consonantHash(text: string): number {
  let hash = 0;
  for (let at = 0, left = perEnd; at < text.length && left > 0; at++) {
    const unit = text.charCodeAt(at);
    if (isKept[unit] !== 1) continue;
    hash = (Math.imul(hash, 31) + (unit | 0x20)) | 0;
    left--;
  }
  for (let at = text.length - 1, left = perEnd; at >= 0 && left > 0; at--) {
    const unit = text.charCodeAt(at);
    if (isKept[unit] !== 1) continue;
    hash = (Math.imul(hash, 31) + (unit | 0x20)) | 0;
    left--;
  }
  return hash;
}
