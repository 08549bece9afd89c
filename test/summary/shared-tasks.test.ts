import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SharedTaskCounter } from '../../src/summary/shared-tasks.ts';

type Form = readonly [unit: number, texts: readonly string[]];

function count(forms: readonly Form[], limit?: number) {
  const counter = new SharedTaskCounter(limit);
  for (const [unit, texts] of forms) {
    counter.add(
      unit,
      texts.map((text) => ({ text, key: text, level: unit % 6 })),
    );
  }
  return counter.finish([...Array(500).keys()]);
}

/** Which units have each text, counted in the plain way; texts beyond the limit are not there. */
function countPlainly(forms: readonly Form[], limit = Number.POSITIVE_INFINITY) {
  const units = new Map<string, Set<number>>();
  let leftOut = 0;
  for (const [unit, texts] of forms) {
    for (const text of texts) {
      const known = units.get(text);
      if (known) known.add(unit);
      else if (units.size < limit) units.set(text, new Set([unit]));
      else leftOut += 1;
    }
  }
  return { units, leftOut };
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
  const forms: Form[] = [
    [1, ['a', 'b', 'a']],
    [2, ['a', 'c']],
    [1, ['a', 'c']],
    [2, ['a']],
  ];
  expect(count(forms)).toEqual({
    texts: 2,
    of: 3,
    leftOut: 0,
    top: [
      { text: 'a', units: 2, levels: [1, 2], examples: [1, 2] },
      { text: 'c', units: 2, levels: [1, 2], examples: [2, 1] },
    ],
  });
});

it('keeps the levels of the first unit, and leaves out those that are missing', () => {
  const { top } = count([
    [5, ['a']],
    [5, ['a']],
    [0, ['a']],
    [65, ['a']],
  ]);
  expect(top).toEqual([{ text: 'a', units: 3, levels: [5], examples: [5, 0, 65] }]);
});

it.each([undefined, 12])('is exact for the texts that are compared, in any order: limit %s', (limit) => {
  fc.assert(
    fc.property(someForms, (forms) => {
      const { units: truth, leftOut } = countPlainly(forms, limit);
      const { top, ...rest } = count(forms, limit);
      const shared = [...truth].filter(([, { size }]) => size > 1);
      expect(rest).toEqual({ texts: shared.length, of: truth.size, leftOut });
      expect(top).toHaveLength(Math.min(100, shared.length));
      for (const { text, units } of top) expect(units).toBe(truth.get(text)?.size);
    }),
  );
});

it('lists the texts in most units, and a few of those', () => {
  const forms = Array.from(
    { length: 400 },
    (_, unit): Form => [
      unit,
      [
        ...[2, 3, 4].filter((step) => unit % step === 0).map((step) => `Thường ${step}`),
        ...Array.from({ length: 6 }, (_, rare) => `Hiếm ${Math.floor(unit / 2)} ${rare}`),
      ],
    ],
  );
  const { top, texts } = count(forms);
  expect(texts).toBe(1203);
  expect(top).toHaveLength(100);
  expect(top.slice(0, 3).map(({ text, units }) => [text, units])).toEqual([
    ['Thường 2', 200],
    ['Thường 3', 134],
    ['Thường 4', 100],
  ]);
  expect(top[0]?.examples).toEqual([0, 2, 4]);
});
