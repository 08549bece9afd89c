import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { findingsOf } from './form-of.ts';

/** Pieces that make slips of every kind likely when they meet. */
const PIECES = [
  ...'Ð.…,;:-–"“”()[]{}<>«»_+?!/12·×µ',
  ...'\u00a0\t\n\r\u200b\u00ad\ufeff\ufffd\ud800\u0301\u0323\u0430\u03bf\uff22',
  ...[
    'của',
    'các',
    'Ban',
    'uỷ',
    'ủy',
    'Qu¶n',
    'lyù',
    'há»“',
    'TP.HCM',
    '1.1.1',
    'xxx',
    '👍',
    'constructor',
    '__proto__',
  ],
  ...[' ', ' ', ' '],
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('every rule', () => {
  it('takes any text, and its ranges lie within the text and are not empty', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        for (const rule of rules) {
          for (const { message, path, range } of findingsOf(rule, [first, second])) {
            expect(Object.keys(rule.messages)).toContain(message);
            if (!range) continue;
            const value = path[5] === 0 ? first : second;
            expect(range[0]).toBeGreaterThanOrEqual(0);
            expect(range[1]).toBeGreaterThan(range[0]);
            expect(range[1]).toBeLessThanOrEqual(value.length);
          }
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it.each(
    rules.filter(({ id }) =>
      ['control-characters', 'confusable-letters', 'repeated-word', 'spacing', 'placeholder'].includes(id),
    ),
  )('$id finds in a text what it finds beside others', (rule) => {
    const found = (texts: readonly string[]) =>
      findingsOf(rule, texts).map(({ path, ...finding }) => ({ at: path[5], ...finding }));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        const alone = texts.flatMap((one, at) => found([one]).map((finding) => ({ ...finding, at })));
        expect(found(texts)).toEqual(alone);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
