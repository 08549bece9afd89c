import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertLegacy } from '../../src/vietnamese/legacy-encodings.ts';

/** TCVN 5712:1993, the bytes of VN3 from 80 on as Windows-1252 shows them; only letters that VN3 has. */
const tcvn3: readonly [typed: string, letters: string][] = [
  ['µ¸¶·¹', 'àáảãạ'],
  ['¨»¾¼½Æ', 'ăằắẳẵặ'],
  ['©ÇÊÈÉË', 'âầấẩẫậ'],
  ['®', 'đ'],
  ['ÌÐÎÏÑ', 'èéẻẽẹ'],
  ['ªÒÕÓÔÖ', 'êềếểễệ'],
  ['×ÝØÜÞ', 'ìíỉĩị'],
  ['ßãáâä', 'òóỏõọ'],
  ['«åèæçé', 'ôồốổỗộ'],
  ['¬êíëìî', 'ơờớởỡợ'],
  ['ïóñòô', 'ùúủũụ'],
  ['\u00adõøö÷ù', 'ưừứửữự'],
  ['úýûüþ', 'ỳýỷỹỵ'],
  ['¡¢§£¤¥¦', 'ĂÂĐÊÔƠƯ'],
];

/** VNI for Windows: a letter and its mark; small letters. */
const vni: readonly [typed: string, letters: string][] = [
  ['aøaùaûaõaï', 'àáảãạ'],
  ['aêaèaéaúaüaë', 'ăằắẳẵặ'],
  ['aâaàaáaåaãaä', 'âầấẩẫậ'],
  ['ñ', 'đ'],
  ['eøeùeûeõeï', 'èéẻẽẹ'],
  ['eâeàeáeåeãeä', 'êềếểễệ'],
  ['ìíæóò', 'ìíỉĩị'],
  ['oøoùoûoõoï', 'òóỏõọ'],
  ['oâoàoáoåoãoä', 'ôồốổỗộ'],
  ['ôôøôùôûôõôï', 'ơờớởỡợ'],
  ['uøuùuûuõuï', 'ùúủũụ'],
  ['ööøöùöûöõöï', 'ưừứửữự'],
  ['yøyùyûyõî', 'ỳýỷỹỵ'],
];

describe('TCVN3, letter by letter', () => {
  it.each(tcvn3)('%s is %s', (typed, letters) => {
    expect(convertLegacy(typed, 'tcvn3')).toBe(letters);
    expect([...typed].map((letter) => convertLegacy(letter, 'tcvn3')).join('')).toBe(letters);
    expect(convertLegacy(typed, 'tcvn3', true)).toBe(letters.toUpperCase());
  });

  it('has all 134 Vietnamese letters that are not ASCII, as far as TCVN3 has them', () => {
    const all = tcvn3.map(([, letters]) => letters).join('');
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(67 + 7);
  });

  it('whole texts', () => {
    expect(convertLegacy('Qu¶n lý hå s¬ ®¶ng viªn', 'tcvn3')).toBe('Quản lý hồ sơ đảng viên');
    expect(convertLegacy('ban tæ chøc tØnh ñy', 'tcvn3', true)).toBe('BAN TỔ CHỨC TỈNH ỦY');
    expect(convertLegacy('\uf051u\uf0b6n', 'tcvn3')).toBe('Quản');
  });
});

describe('VNI, letter by letter', () => {
  it.each(vni)('%s is %s', (typed, letters) => {
    expect(convertLegacy(typed, 'vni')).toBe(letters);
    expect(convertLegacy(typed.toUpperCase(), 'vni')).toBe(letters.toUpperCase());
  });

  it('has every Vietnamese letter', () => {
    expect(new Set(vni.map(([, letters]) => letters).join('')).size).toBe(67);
  });

  it('whole texts', () => {
    expect(convertLegacy('Quaûn lyù hoà sô ñaûng vieân', 'vni')).toBe('Quản lý hồ sơ đảng viên');
    expect(convertLegacy('BAN TOÅ CHÖÙC TÆNH UÛY', 'vni')).toBe('BAN TỔ CHỨC TỈNH ỦY');
    expect(convertLegacy('ñöôïc ngöôøi nghieâng', 'vni')).toBe('được người nghiêng');
  });
});

it('ASCII stays as it is, and a text is never longer', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('tcvn3' as const, 'vni' as const),
      (text, encoding) => {
        const ascii = text.replace(/[^\x20-\x7e]/g, '');
        expect(convertLegacy(ascii, encoding)).toBe(ascii);
        expect(convertLegacy(text, encoding).length).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});
