import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Severity } from '../../src/diagnostics/finding.ts';
import { LimitedFindings } from '../../src/reporters/limit-findings.ts';

/** What is kept of files that are given by how many errors and warnings they have, each of size 1. */
function kept(limit: number, files: readonly (readonly [errors: number, warnings: number])[]) {
  const limited = new LimitedFindings(limit);
  for (const [file, [errors, warnings]] of files.entries()) {
    const severities: Severity[] = [...Array(warnings).fill('warning'), ...Array(errors).fill('error')];
    limited.addFile(severities.map((severity) => ({ severity, text: `${file} ${severity}` })));
  }
  const { texts } = limited;
  return files.map((_, file) =>
    (['error', 'warning'] as const).map(
      (severity) => texts.filter((text) => text === `${file} ${severity}`).length,
    ),
  );
}

test.each([
  [
    'all, if they fit',
    4,
    [
      [1, 1],
      [0, 2],
    ],
    [
      [1, 1],
      [0, 2],
    ],
  ],
  [
    'errors before warnings',
    4,
    [
      [0, 9],
      [3, 0],
    ],
    [
      [0, 1],
      [3, 0],
    ],
  ],
  [
    'no file hides the others',
    9,
    [
      [30, 0],
      [1, 0],
      [9, 0],
    ],
    [
      [4, 0],
      [1, 0],
      [4, 0],
    ],
  ],
  [
    'in either order',
    9,
    [
      [9, 0],
      [1, 0],
      [30, 0],
    ],
    [
      [4, 0],
      [1, 0],
      [4, 0],
    ],
  ],
  [
    'warnings, too',
    9,
    [
      [1, 30],
      [1, 1],
      [0, 9],
    ],
    [
      [1, 3],
      [1, 1],
      [0, 3],
    ],
  ],
  [
    'what cannot be shared goes to the first',
    2,
    [
      [3, 0],
      [3, 0],
      [3, 0],
    ],
    [
      [1, 0],
      [1, 0],
      [0, 0],
    ],
  ],
] as const)('%s', (_, limit, files, expected) => {
  expect(kept(limit, files)).toEqual(expected);
});

test('however many there are, the limit is used up and shared', () => {
  const count = fc.nat(40);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.tuple(count, count)), (limit, files) => {
      const result = kept(limit, files);
      const sum = (counts: readonly (readonly number[])[]) => counts.flat().reduce((a, b) => a + b, 0);
      expect(sum(result)).toBe(Math.min(limit, sum(files)));
      for (const severity of [0, 1]) {
        const most = Math.max(0, ...result.map((counts) => counts[severity] ?? 0));
        for (const [file, counts] of files.entries()) {
          const own = result[file]?.[severity] ?? 0;
          if (own < (counts[severity] ?? 0)) expect(own).toBeGreaterThanOrEqual(most - 1);
        }
      }
    }),
  );
});
