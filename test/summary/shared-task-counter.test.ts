import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { NumberTable } from '../../src/summary/number-table.ts';
import {
  SharedTaskCounter,
  type SharedTaskLimits,
  sharedTaskLimits,
} from '../../src/summary/shared-task-counter.ts';
import { pairFingerprint, textFingerprint } from '../../src/summary/text-fingerprint.ts';

type Form = readonly [unit: number, texts: readonly string[]];

function count(forms: readonly Form[], limits: SharedTaskLimits = sharedTaskLimits) {
  const counter = new SharedTaskCounter(limits);
  for (const [unit, texts] of forms) {
    counter.add(
      unit,
      texts.map((text) => ({ text, fingerprint: textFingerprint(text), level: 1 + (unit % 5) })),
    );
  }
  return counter.finish();
}

/** In how many units each text stands, counted in the plain way. */
function countPlainly(forms: readonly Form[]) {
  const units = new Map<string, Set<number>>();
  for (const [unit, texts] of forms) {
    for (const text of texts) units.set(text, (units.get(text) ?? new Set()).add(unit));
  }
  return units;
}

const someForms = fc.array(
  fc.tuple(
    fc.nat(30),
    fc.array(
      fc.nat(60).map((number) => `Việc ${number * number}`),
      { maxLength: 12 },
    ),
  ),
  { maxLength: 60 },
);

it('counts units, not forms or lines', () => {
  const { top, texts, of, floor } = count([
    [0, ['a', 'b', 'a']],
    [1, ['a', 'c']],
    [0, ['a', 'c']],
    [1, ['a']],
  ]);
  expect(top).toEqual([
    { text: 'a', units: 2, atMost: 2, levels: [1, 2], examples: [0, 1] },
    { text: 'c', units: 2, atMost: 2, levels: [1, 2], examples: [1, 0] },
  ]);
  expect({ texts, of, floor }).toEqual({ texts: 2, of: 3, floor: 0 });
});

it('is exact up to its limits, in any order of the forms', () => {
  fc.assert(
    fc.property(someForms, (forms) => {
      const truth = countPlainly(forms);
      const { top, texts, of, floor, mayRepeat } = count(forms);
      expect({ floor, mayRepeat }).toEqual({ floor: 0, mayRepeat: false });
      expect(of).toBe(truth.size);
      expect(texts).toBe([...truth.values()].filter(({ size }) => size > 1).length);
      for (const { text, units, atMost } of top) {
        expect(units).toBe(truth.get(text)?.size);
        expect(atMost).toBe(units);
      }
      expect(top).toHaveLength(Math.min(100, texts));
    }),
  );
});

it('keeps its word beyond them: what stands in more units than the floor is there, within its bounds', () => {
  const limits = { texts: 12, pairs: 1e6, shown: 100 };
  fc.assert(
    fc.property(someForms, (forms) => {
      const truth = countPlainly(forms);
      const { top, floor } = count(forms, limits);
      const shown = new Map(top.map((one) => [one.text, one]));
      for (const [text, { size }] of truth) {
        const one = shown.get(text);
        if (size > Math.max(floor, 1)) expect(one).toBeDefined();
        if (!one) continue;
        expect(one.units).toBeLessThanOrEqual(size);
        expect(one.atMost).toBeGreaterThanOrEqual(size);
      }
    }),
  );
});

it('remembers few words, and yet those of the texts in most units', () => {
  const forms = Array.from(
    { length: 400 },
    (_, unit): Form => [
      unit,
      [
        ...Array.from({ length: 5 }, (_, often) => `Thường ${often}`).filter(
          (_, often) => unit % (often + 2) === 0,
        ),
        ...Array.from({ length: 6 }, (_, rare) => `Hiếm ${Math.floor(unit / 2)} ${rare}`),
      ],
    ],
  );
  const { top, texts } = count(forms, { ...sharedTaskLimits, shown: 5 });
  expect(texts).toBe(1205);
  expect(top.map(({ text, units }) => [text, units])).toEqual([
    ['Thường 0', 200],
    ['Thường 1', 134],
    ['Thường 2', 100],
    ['Thường 3', 80],
    ['Thường 4', 67],
  ]);
});

it('says when the forms of a unit stood too far apart to be told from those of two', () => {
  const forms: Form[] = [
    [0, ['a', 'b', 'c']],
    [1, ['d', 'e', 'f']],
    [0, ['a']],
  ];
  expect(count(forms, { ...sharedTaskLimits, pairs: 4 })).toMatchObject({ mayRepeat: true });
  expect(count(forms)).toMatchObject({ mayRepeat: false, texts: 0 });
});

describe('fingerprints', () => {
  test('tell texts and pairs apart', () => {
    const texts = Array.from({ length: 50_000 }, (_, index) => `Công việc số ${index}`);
    const prints = new Set(texts.map(textFingerprint));
    expect(prints.size).toBe(texts.length);
    const pairs = texts.slice(0, 300).flatMap((text) => {
      const print = textFingerprint(text);
      return Array.from({ length: 300 }, (_, unit) => pairFingerprint(print, unit));
    });
    expect(new Set(pairs).size).toBe(pairs.length);
    expect([...prints, ...pairs].filter((print) => !Number.isSafeInteger(print) || print <= 0)).toEqual([]);
  });
});

describe('a table of numbers', () => {
  test('is what a Map would be', () => {
    const key = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.oneof(
              key,
              fc.integer({ min: 1, max: 40 }).map((n) => n * 1024),
            ),
            fc.nat(9),
          ),
        ),
        (entries) => {
          const table = new NumberTable(2);
          const map = new Map<number, number>();
          for (const [number, value] of entries) {
            expect(table.add(number)).toBe(!map.has(number));
            table.set(number, 1, value);
            map.set(number, value);
          }
          table.keep((value) => value(1) > 3);
          for (const [number, value] of map) {
            expect(table.has(number)).toBe(value > 3);
            if (value > 3) expect([table.get(number, 0), table.get(number, 1)]).toEqual([0, value]);
          }
          expect(table.size).toBe([...map.values()].filter((value) => value > 3).length);
          expect(table.count((value) => value(1) > 5)).toBe(
            [...map.values()].filter((value) => value > 5).length,
          );
          table.clear();
          expect(table.size).toBe(0);
        },
      ),
    );
  });

  test('grows', () => {
    const table = new NumberTable(1);
    for (let number = 1; number <= 5000; number++) {
      table.add(number * 7);
      table.set(number * 7, 0, number);
    }
    expect(table.size).toBe(5000);
    expect([table.get(7, 0), table.get(35_000, 0), table.has(6)]).toEqual([1, 5000, false]);
  });
});
