import { expect, test } from 'vitest';
import type { Place } from '../../src/diagnostics/finding.ts';
import { placeOrder } from '../../src/diagnostics/sort-diagnostics.ts';

const text = (start: number, end: number): Place => {
  const point = (offset: number) => ({ offset, line: 1, column: offset + 1 });
  return { kind: 'text', start: point(start), end: point(end) };
};
const largest = 2 ** 24 - 1;

test.each<[name: string, places: readonly Place[]]>([
  ['texts, by start and then end', [text(0, 0), text(0, largest), text(1, 1), text(largest, largest)]],
  [
    'a Word form: the whole, its paragraphs, its tables by row and column',
    [
      { kind: 'document' },
      { kind: 'document', paragraph: 1 },
      { kind: 'document', paragraph: largest },
      { kind: 'table', table: 1, row: 1 },
      { kind: 'table', table: 1, row: 1, column: 1 },
      { kind: 'table', table: 1, row: 1, column: 1023 },
      { kind: 'table', table: 1, row: 2 },
      { kind: 'table', table: 1, row: largest },
      { kind: 'table', table: 2, row: 1 },
    ],
  ],
])('places in their order have rising numbers: %s', (_, places) => {
  const orders = places.map(placeOrder);
  expect(orders.every((order, index) => index === 0 || order > (orders[index - 1] ?? order))).toBe(true);
  expect(orders.every(Number.isSafeInteger)).toBe(true);
});
