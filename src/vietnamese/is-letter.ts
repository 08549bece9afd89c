import { lazyPattern } from './once.ts';
/**
 * Whether there is a letter at `index` of `text`. Latin letters are recognised by their code: in a regular expression,
 * a `\p{L}` alone takes a millisecond to compile.
 */
export function isLetter(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return isAsciiLetter(unit);
  if ((unit >= 0xc0 && unit < 0x250) || (unit >= 0x1e00 && unit < 0x1f00))
    return unit !== 0xd7 && unit !== 0xf7;
  if (Number.isNaN(unit) || isSign(unit)) return false;
  return LETTER().test(text.slice(index, index + 2));
}

/** Whether there is a letter or a combining mark, as letters of two parts have it, at `index` of `text`. */
export function isLetterOrMark(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit >= 0x300 && unit < 0x370) return true;
  if (isLetter(text, index)) return true;
  return unit >= 0x370 && !isSign(unit) && MARK().test(text.slice(index, index + 2));
}

/** Whether a text has that many letters in a row. */
export const hasLetters = (text: string, count: 1 | 2): boolean =>
  (count === 1 ? LATIN : TWO_LATIN).test(text) ||
  (NOT_LATIN.test(text) && (count === 1 ? ANY_LETTER : TWO_LETTERS)().test(text));

const LATIN = /[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]/;
const TWO_LATIN = /[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]{2}/;
/** What might be another letter. */
const NOT_LATIN = /[ªµºɐ-\u1dff\u1f00-\u1fff\u2070-\uffff]/;
const ANY_LETTER = lazyPattern('u')`\p{L}`;
const TWO_LETTERS = lazyPattern('u')`\p{L}{2}`;
const LETTER = lazyPattern('u')`^\p{L}`;
const MARK = lazyPattern('u')`^\p{M}`;

const isAsciiLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);

/** Spaces, dashes, quotation marks, dots, direction marks: the block of general punctuation. */
const isSign = (unit: number): boolean => unit >= 0x2000 && unit < 0x2070;
