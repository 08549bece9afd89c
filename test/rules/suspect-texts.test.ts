import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suspectPatterns } from '../../src/rules/suspect-texts.ts';
import { type Suspicion, suspicion, suspicionsIn } from '../../src/vietnamese/suspicions.ts';

const vowels = 'aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ';
const alphabet = [
  ...`${vowels}${vowels.toUpperCase()}bcdđghklmnpqrstvxfjwzBCDĐGHKLMNPQRSTVXFJWZ0123456789`,
  ...' .,;:!?-–—…()[]{}<>"\'“”„‟‘’«»+*/\\_=@#%&|~`^$\n\t\r\u00a0\u3000·×°²₫‰•€√∞Ððаα',
  ...['Ａ', 'ﬁ', '😀', '\u0301', '\u200b', '\u00ad', '\ufeff', '\u2028', '\u2003', '\x07', '\x85', '\ud800'],
];
const words = [
  ...[
    'của',
    'công',
    'tác',
    'hoà',
    'hòa',
    'ủy',
    'uỷ',
    'quý',
    'toàn',
    'từng bước',
    'v.v',
    'cấp,',
    'XÃ',
    'Qu?n',
  ],
  ...[
    'TODO',
    'tbd',
    'TBD',
    'FIXME',
    'xxx',
    '(cần',
    '(hoàn',
    'ngày',
    'tháng',
    '…',
    '..',
    '. .',
    '–',
    '-',
    '1.1',
  ],
];

const joined = (some: readonly string[], between: readonly string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...some), fc.constantFrom(...between)))
    .map((parts) => parts.flat().join(''));

const text = fc.oneof(
  fc.array(fc.constantFrom(...alphabet), { maxLength: 12 }).map((units) => units.join('')),
  joined(words, ['', ' ', ' ', ' ', '  ', ...alphabet]),
  joined(['của', '(của', 'tác', 'a-b', '–'], [' ', ' ', ' ', '  ', '\n', ', ', '\u00a0']),
);

/** Of “?”, which most texts have at the end of a question, the patterns ask for a closer look in more texts. */
const without = (kind: Suspicion, one: string) => (kind === 'invisible' ? one.replaceAll('?', '') : one);

describe('going once through a text', () => {
  it.each(Object.keys(suspicion) as Suspicion[])('finds at least what the patterns do: %s', (kind) => {
    let matches = 0;
    fc.assert(
      fc.property(text, (one) => {
        const given = without(kind, one);
        const isLong = kind === 'placeholder' && given.length > 60;
        const patterns = isLong ? suspectPatterns[kind].slice(1) : suspectPatterns[kind];
        if (!patterns.some((pattern) => given.search(pattern) >= 0)) return;
        matches += 1;
        expect(suspicionsIn(given) & suspicion[kind]).toBeGreaterThan(0);
      }),
      { numRuns: 5_000 },
    );
    expect(matches).toBeGreaterThan(20);
  });

  it('finds a letter that was saved as a question mark', () => {
    expect(suspicionsIn('Qu?n lý hồ sơ') & suspicion.invisible).toBeGreaterThan(0);
  });

  it('finds nothing in letters of Vietnamese', () => {
    for (const letter of `${vowels}bcdđghklmnpqrstvx`) {
      expect(suspicionsIn(`n${letter}n ${letter.toUpperCase()}n và`), letter).toBe(0);
    }
  });
});
