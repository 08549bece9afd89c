import { lazyPattern } from './once.ts';

// A `\p{L}` alone takes a millisecond to compile, so it is used only for what is neither a Latin letter nor a sign.
const LATIN = /[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]/;
const TWO_LATIN = /[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]{2}/;
const LATIN_MARK = /[\u0300-\u036f]/;
const OTHER = /[^\0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-ɏḀ-ỿ\u2000-\u206f]/;
const LETTER = lazyPattern('u')`\p{L}`;
const LETTER_OR_MARK = lazyPattern('u')`[\p{L}\p{M}]`;
const TWO_LETTERS = lazyPattern('u')`\p{L}{2}`;

const characterAt = (text: string, index: number) => String.fromCodePoint(text.codePointAt(index) ?? 0);
const has = (text: string, latin: RegExp, letter: () => RegExp) =>
  latin.test(text) || (OTHER.test(text) && letter().test(text));

/** Whether there is a letter at `index` of `text`. */
export const isLetter = (text: string, index: number): boolean =>
  has(characterAt(text, index), LATIN, LETTER);

/** Whether there is a letter or a combining mark, as letters of two parts have it, at `index` of `text`. */
export const isLetterOrMark = (text: string, index: number): boolean =>
  isLetter(text, index) || has(characterAt(text, index), LATIN_MARK, LETTER_OR_MARK);

/** Whether a text has that many letters in a row. */
export const hasLetters = (text: string, count: 1 | 2): boolean =>
  count === 1 ? has(text, LATIN, LETTER) : has(text, TWO_LATIN, TWO_LETTERS);
