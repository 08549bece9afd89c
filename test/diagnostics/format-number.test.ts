import { expect, it } from 'vitest';
import { enCount, formatNumber, viNumber } from '../../src/diagnostics/wording.ts';

const numbers = [0, 7, 999, 1000, 12_345, 1_234_567, 1.5, 0.25, 1234.5678, 2.0004, -1, -1234.5];

it('writes numbers as Intl does', () => {
  for (const [language, locale] of [
    ['vi', 'vi-VN'],
    ['en', 'en-GB'],
  ] as const) {
    const { format } = new Intl.NumberFormat(locale);
    expect(numbers.map((number) => formatNumber(number, language))).toEqual(numbers.map(format));
  }
});

it('writes counts with their noun', () => {
  expect([0, 1, 2, 5246].map((count) => enCount(count, 'task'))).toEqual([
    '0 tasks',
    '1 task',
    '2 tasks',
    '5,246 tasks',
  ]);
  expect(enCount(1, 'is', 'are')).toBe('1 is');
  expect(viNumber('5246')).toBe('5.246');
});
