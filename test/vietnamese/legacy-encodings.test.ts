import { describe, expect, it } from 'vitest';
import { detectLegacyEncoding } from '../../src/vietnamese/detect-legacy-encoding.ts';
import { decodeLegacyWord } from '../../src/vietnamese/legacy-encodings.ts';

const LETTERS = 'áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ';

/** The same sentence in every encoding, as Windows-1252 shows it. */
const SENTENCE = [
  'Tham',
  'mưu',
  'xử',
  'lý',
  'đơn',
  'tố',
  'cáo',
  'của',
  'đảng',
  'viên',
  'và',
  'quần',
  'chúng',
];
const TCVN3 = [
  'Tham',
  'm\u00adu',
  'xö',
  'lý',
  '®¬n',
  'tè',
  'c¸o',
  'cña',
  '®¶ng',
  'viªn',
  'vµ',
  'quÇn',
  'chóng',
];
const VNI = [
  'Tham',
  'möu',
  'xöû',
  'lyù',
  'ñôn',
  'toá',
  'caùo',
  'cuûa',
  'ñaûng',
  'vieân',
  'vaø',
  'quaàn',
  'chuùng',
];
const asWindows1252 = (text: string) =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

describe('decodeLegacyWord', () => {
  it.each([
    ['tcvn3', TCVN3],
    ['vni', VNI],
    ['mojibake', SENTENCE.map(asWindows1252)],
  ] as const)('reads %s', (encoding, words) => {
    expect(words.map((word) => decodeLegacyWord(word, encoding) ?? word)).toEqual(SENTENCE);
  });

  it('reads every letter that UTF-8 misread can show', () => {
    for (const letter of LETTERS + LETTERS.toUpperCase()) {
      expect(decodeLegacyWord(asWindows1252(letter), 'mojibake')).toBe(letter);
    }
  });

  it('keeps capitals in VNI', () => {
    expect(decodeLegacyWord('UÛY', 'vni')).toBe('ỦY');
    expect(decodeLegacyWord('Ñaûng', 'vni')).toBe('Đảng');
    expect(decodeLegacyWord('HUYEÄN', 'vni')).toBe('HUYỆN');
  });

  it.each(['đảng', 'ban', 'привет'])('does not read “%s”', (word) => {
    for (const encoding of ['tcvn3', 'vni', 'mojibake'] as const) {
      expect(decodeLegacyWord(word, encoding)).toBeUndefined();
    }
  });
});

describe('detectLegacyEncoding', () => {
  it.each([
    ['tcvn3', TCVN3.join(' ')],
    ['vni', VNI.join(' ')],
    ['vni', VNI.join(' ').toUpperCase()],
    ['mojibake', asWindows1252(SENTENCE.join(' '))],
    ['mojibake', asWindows1252(SENTENCE.join(' ').toUpperCase())],
    ['mojibake', asWindows1252(asWindows1252(SENTENCE.join(' ')))],
  ])('tells %s: %s', (encoding, text) => {
    expect(detectLegacyEncoding(text)).toMatchObject({ encoding, proof: true });
  });

  it('has no doubt about Unicode', () => {
    expect(detectLegacyEncoding(SENTENCE.join(' '))).toBeUndefined();
    expect(detectLegacyEncoding(SENTENCE.join(' ').toUpperCase())).toBeUndefined();
  });
});
