import fc from 'fast-check';
import { generatedForm } from '../word/read/generated-form.ts';
import { mutateValue } from './mutate-value.ts';
import { faultyTexts } from './pieces.ts';
import type { Random } from './random.ts';

/** Valid values of form files. */
export const formValues = (random: Random, count: number): unknown[] =>
  fc.sample(generatedForm, { numRuns: count, seed: random.below(2 ** 31) });

/** A value with texts that rules find something in, and odd levels; its keys and lists are a form's. */
export function faultyValue(random: Random): unknown {
  const [value] = formValues(random, 1);
  return withFaults(value, random, random.between(2, 8));
}

/** A value that rules find something in, and that may be a form no more. */
export const oddValue = (random: Random): unknown =>
  random.oneIn(3) ? mutateValue(faultyValue(random), random) : faultyValue(random);

function withFaults(value: unknown, random: Random, every: number): unknown {
  if (Array.isArray(value)) return value.map((item) => withFaults(item, random, every));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      if (typeof inner === 'object' || !random.oneIn(every)) return [key, withFaults(inner, random, every)];
      return [key, faulty(key, inner, random)];
    }),
  );
}

function faulty(key: string, value: unknown, random: Random): unknown {
  switch (key) {
    case 'form':
    case 'version':
      return value;
    case 'complexity':
      return random.pick([0, 6, 2.5, '3', 'mức 3', 'cao', '3 và 4', 'III', null]);
    case 'code':
      return random.pick(['1.1', '2.10.1', '1.1.1.', '9.9.9', 'A', 1.1]);
    case 'date':
      return random.pick(['2026-02-30', '5/3/2026', '2026-3-5']);
    default: {
      const piece = random.pick(faultyTexts);
      return random.pick([piece, `${value} ${piece}`, `${piece} ${value}`, `${value}\n${piece}`]);
    }
  }
}
