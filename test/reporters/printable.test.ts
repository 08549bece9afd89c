import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { printable } from '../../src/reporters/printable.ts';

test.each([
  ['Đề xuất, nghiên cứu – “ủy ban” µ × ²', 'Đề xuất, nghiên cứu – “ủy ban” µ × ²'],
  ['Trươ\u0300ng', 'Trươ\u0300ng'],
  ['a\u00a0b', 'a\u00a0b'],
  ['\u001b[31m', '␛[31m'],
  ['a\r\n\tb\u0000', 'a␍␊␉b␀'],
  ['\u007f\u009b', '␡<U+009B>'],
  ['\u202eabc\u2066', '<U+202E>abc<U+2066>'],
  ['\u200b\ufeff\u00ad', '<U+200B><U+FEFF><U+00AD>'],
  ['\u2028\u2029', '<U+2028><U+2029>'],
  ['\ud800 \ufffe \u{e0041}', '<U+D800> <U+FFFE> <U+E0041>'],
  ['\uf0fe \u{f0001}', '<U+F0FE> <U+F0001>'],
  ['📄', '📄'],
])('%j is shown as %s', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('whatever the text, nothing is left that a terminal would act on, and once is enough', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f]/,
      );
      expect(printable(printable(text))).toBe(printable(text));
    }),
  );
});

test.each([
  ['', 0],
  ['ủy ban', 6],
  ['u\u0309y ban', 6],
  ['漢字', 4],
  ['📄', 2],
  ['→…│', 3],
])('%j is %i columns wide', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});
