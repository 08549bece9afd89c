import { expect, it } from 'vitest';
import { alternatives, didYouMean } from '../../../src/cli/io/did-you-mean.ts';

it.each([
  [[], { vi: '', en: '' }],
  [['a'], { vi: 'a', en: 'a' }],
  [['a', 'b'], { vi: 'a hoặc b', en: 'a or b' }],
  [['a', 'b', 'c'], { vi: 'a, b hoặc c', en: 'a, b or c' }],
])('offers %j', (words, expected) => {
  expect(alternatives(words)).toEqual(expected);
});

it('asks about what was probably meant', () => {
  expect(didYouMean([])).toBeUndefined();
  expect(didYouMean(['x', 'y'])).toEqual({
    vi: 'Có phải ý là “x” hoặc “y”?',
    en: 'Did you mean “x” or “y”?',
  });
});
