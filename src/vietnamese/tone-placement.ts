import { isLetterOrMark } from './is-letter.ts';
import { once } from './once.ts';

/**
 * The rhymes oa, oe, uy carry their tone on the first vowel in the older style (hòa, khỏe, ủy) and on the
 * second in the newer one (hoà, khoẻ, uỷ). Both are accepted; no other rhyme has two styles.
 */
const OLDER = ['òa', 'óa', 'ỏa', 'õa', 'ọa', 'òe', 'óe', 'ỏe', 'õe', 'ọe', 'ùy', 'úy', 'ủy', 'ũy', 'ụy'];
const NEWER = ['oà', 'oá', 'oả', 'oã', 'oạ', 'oè', 'oé', 'oẻ', 'oẽ', 'oẹ', 'uỳ', 'uý', 'uỷ', 'uỹ', 'uỵ'];

const OLDER_OF: ReadonlyMap<string, string> = new Map(NEWER.map((rhyme, i) => [rhyme, OLDER[i] ?? rhyme]));
const NEWER_LOWER = /o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/g;

/** `text`, which is NFC and in lower case, with every tone that has two places in the older one. */
export const foldTonePlacement = (text: string): string =>
  text.replace(NEWER_LOWER, (rhyme) => OLDER_OF.get(rhyme) ?? rhyme);

/** Maps each style of a rhyme to the other, in every letter case in use. */
const otherOf = once(otherRhymes);

function otherRhymes(): ReadonlyMap<string, string> {
  const others = new Map<string, string>();
  const capital = (rhyme: string) => rhyme.charAt(0).toUpperCase() + rhyme.slice(1);
  for (const [i, newer] of NEWER.entries()) {
    const older = OLDER[i] ?? newer;
    for (const change of [String, capital, (rhyme: string) => rhyme.toUpperCase()]) {
      others.set(change(newer), change(older)).set(change(older), change(newer));
    }
  }
  return others;
}

/** A word whose tone could be in two places, as found in a text. */
export interface StyledWord {
  readonly word: string;
  /** Its place in the text, in UTF-16 units. */
  readonly start: number;
  readonly style: 'older' | 'newer';
  /** The same word in the other style, its case kept. */
  readonly other: string;
  /** The same for both styles and any case. */
  readonly key: string;
}

const STYLED = /([òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ][yY])|[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ]/g;

/** Every word of `text` (NFC) whose tone could be in two places, in order. “quý” has only one. */
export function* styledWords(text: string): Generator<StyledWord> {
  for (const match of text.matchAll(STYLED)) {
    if (isLetterOrMark(text, match.index + match[0].length)) continue;
    const onset = onsetBefore(text, match.index);
    if (/q$/i.test(onset) && /^[uùúủũụ]/i.test(match[0])) continue;
    const word = onset + match[0];
    yield {
      word,
      start: match.index - onset.length,
      other: onset + (otherOf().get(match[0]) ?? match[0]),
      style: match[1] === undefined ? 'newer' : 'older',
      key: foldTonePlacement(word.toLowerCase()),
    };
  }
}

/** The letters directly before `end`, eight at most. */
function onsetBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 8 && isLetterOrMark(text, start - 1)) start--;
  return text.slice(start, end);
}

/** Where a word of the older or the newer style may be, not in hoàn, toàn, quý, which have one style. */
export const OLDER_STYLE = /(?:[òóỏõọÒÓỎÕỌ][aeAE]|(?<![qQ])[ùúủũụÙÚỦŨỤ][yY])(?![a-zA-Z])/g;
export const NEWER_STYLE = /(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ])(?![a-zA-Z])/g;
