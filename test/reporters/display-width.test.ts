import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth, wrapWords } from '../../src/reporters/display-width.ts';

test.each([
  ['một hai ba bốn', 7, ['một hai', 'ba bốn']],
  ['một  hai', 20, ['một  hai']],
  ['một\u00a0hai ba', 5, ['một\u00a0hai', 'ba']],
  ['', 5, ['']],
])('%j at %i columns', (text, width, lines) => {
  expect(wrapWords(text, width)).toEqual(lines);
});

test('no word is lost, and a line is too wide only if it is one word', () => {
  const words = fc.array(fc.constantFrom('ủy', 'nghiên', 'cứu', '漢字', 'https://example.org/a', 'u\u0309y'));
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (list, width) => {
      const lines = wrapWords(list.join(' '), width);
      expect(lines.join(' ')).toBe(list.join(' '));
      for (const each of lines) expect(displayWidth(each) <= width || !each.includes(' ')).toBe(true);
    }),
  );
});
