import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inputOf, type KindName, kindNames, kinds } from './fuzz/kinds.ts';

const folder = new URL('fixtures/fuzz/', import.meta.url);

/** Inputs that once failed, in a folder for each kind. */
const found = kindNames.flatMap((kind) =>
  readdirSync(folder).includes(kind)
    ? readdirSync(new URL(`${kind}/`, folder)).map((name) => ({ kind, name }))
    : [],
);

describe('what fuzzing found', () => {
  it('is in folders of the kinds that there are', () => {
    expect(kindNames).toEqual(expect.arrayContaining(readdirSync(folder)));
    expect(found.length).toBeGreaterThan(0);
  });

  it.each(found)('$kind/$name fails no more', async ({ kind, name }) => {
    await kinds[kind].check(new Uint8Array(readFileSync(new URL(`${kind}/${name}`, folder))));
  });
});

describe('inputs made by chance', () => {
  /** Few of what is slow, and more of what is quick. */
  const counts: Partial<Record<KindName, number>> = {
    paper: 10,
    diff: 100,
    totals: 100,
    unicode: 100,
    plain: 500,
  };

  it.each(kindNames)('%s: the same seed makes the same', (kind) => {
    const make = (number: number) => Buffer.from(inputOf(kind, 3, number)).toString('base64');
    expect([0, 1, 2].map(make)).toEqual([0, 1, 2].map(make));
    expect(new Set([0, 1, 2, 3].map(make)).size).toBeGreaterThan(1);
  });

  it.each(kindNames)('%s: none breaks a promise', async (kind) => {
    for (let number = 0; number < (counts[kind] ?? 25); number++) {
      await kinds[kind].check(inputOf(kind, 20_261_124, number)).catch((error: unknown) => {
        throw new Error(`npm run fuzz -- --only ${kind} --seed 20261124 --input ${number}`, { cause: error });
      });
    }
  });
});
