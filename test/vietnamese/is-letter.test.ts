import { expect, test } from 'vitest';
import { hasLetters, isLetter, isLetterOrMark } from '../../src/vietnamese/is-letter.ts';

const everySign = [...Array(0x30000).keys()]
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

test('a letter is what Unicode calls one', () => {
  expect(everySign.filter((sign) => isLetter(sign, 0) !== /\p{L}/u.test(sign))).toEqual([]);
});

test('a letter or a combining mark is what Unicode calls one', () => {
  expect(everySign.filter((sign) => isLetterOrMark(sign, 0) !== /[\p{L}\p{M}]/u.test(sign))).toEqual([]);
});

test('there is no letter outside of a text', () => {
  expect([isLetter('a', -1), isLetter('a', 1), isLetterOrMark('', 0)]).toEqual([false, false, false]);
});

test('letters in a row are found in any script', () => {
  const differs = (sign: string) =>
    [sign, ` ${sign}`].some((text) => hasLetters(text, 1) !== /\p{L}/u.test(text)) ||
    [`a${sign}`, `${sign}ш`, `${sign} a`].some((text) => hasLetters(text, 2) !== /\p{L}{2}/u.test(text));
  expect(everySign.filter(differs)).toEqual([]);
});
