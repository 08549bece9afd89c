import { lazyPattern } from './once.ts';

const LETTER = lazyPattern('u')`\p{L}`;
const LETTER_OR_MARK = lazyPattern('u')`[\p{L}\p{M}]`;
const TWO_LETTERS = lazyPattern('u')`\p{L}{2}`;

const characterAt = (text: string, index: number) => String.fromCodePoint(text.codePointAt(index) ?? 0);

/** Whether there is a letter at `index` of `text`. */
export const isLetter = (text: string, index: number): boolean => LETTER().test(characterAt(text, index));

/** Whether there is a letter or a combining mark, as letters of two parts have it, at `index` of `text`. */
export const isLetterOrMark = (text: string, index: number): boolean =>
  LETTER_OR_MARK().test(characterAt(text, index));

/** Whether a text has that many letters in a row. */
export const hasLetters = (text: string, count: 1 | 2): boolean =>
  (count === 1 ? LETTER : TWO_LETTERS)().test(text);
