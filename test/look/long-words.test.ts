import { describe, expect, it } from 'vitest';
import { breakLongWords, lettersPerLine, stretchesLines } from '../../src/look/long-words.ts';

describe('breakLongWords', () => {
  it.each([
    ['a b c', ['a b c']],
    ['', ['']],
    [
      'thư a.b@c.vn và bcdefghijklm',
      ['thư a.b@c.vn và b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm'],
    ],
    [
      'xem https://vidu.gov.vn/a?b=c ở đây',
      ['xem https:/', '/', 'vidu.', 'gov.', 'vn/', 'a?', 'b=', 'c ở đây'],
    ],
    ['aaaaaaaaaa.bbbbbbbbbb ccc', [...'aaaaaaaaaa.', 'bbbbbbbbbb ccc']],
  ])('%j', (text, pieces) => {
    expect(breakLongWords(text, 10)).toEqual(pieces);
    expect(breakLongWords(text, 10).join('')).toBe(text);
  });
});

it('counts rather too few letters in a line', () => {
  expect(lettersPerLine(90, 12)).toBe(38);
  expect(lettersPerLine(0.1, 12)).toBe(1);
});

it.each([
  ['gửi hộp thư aaaaaaaaaaa', true],
  ['gửi hộp thư aaaaaaaaaa', false],
  ['', false],
])('stretches lines of 20 letters: %j', (text, expected) => {
  expect(stretchesLines(text, 20)).toBe(expected);
});
