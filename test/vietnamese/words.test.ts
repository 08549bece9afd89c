import { describe, expect, it } from 'vitest';
import { confusableWords } from '../../src/vietnamese/confusables.ts';
import { foldText } from '../../src/vietnamese/fold-text.ts';
import { headCode } from '../../src/vietnamese/head-code.ts';
import { isEmptyText } from '../../src/vietnamese/invisible-characters.ts';
import { isSyllable } from '../../src/vietnamese/is-syllable.ts';
import { foldTonePlacement, styledWords } from '../../src/vietnamese/tone-placement.ts';

describe('isSyllable', () => {
  it.each(
    'Quản lý hồ sơ đảng viên nghị quyết giếng gìn gì khuỷu thuở ngoằn quý huyện uỷ ủy ỷ ĐƯỜNG khoẻ xoong quốc yết'.split(
      ' ',
    ),
  )('%s is one', (word) => expect(isSyllable(word)).toBe(true));

  it.each('cac kủ ngi gha Qu¶n caf hợpp ấ được2 b ng café Straße quãnn'.split(' '))('%s is none', (word) =>
    expect(isSyllable(word)).toBe(false),
  );
});

describe('tone placement', () => {
  it('folds both styles into one and leaves other rhymes alone', () => {
    expect(foldTonePlacement('hoà khoẻ uỷ thuý')).toBe('hòa khỏe ủy thúy');
    expect(foldTonePlacement('của mùa nghĩa')).toBe('của mùa nghĩa');
  });

  it('tells where styled words stand', () => {
    expect([...styledWords('Họp cấp uỷ, HÒA giải, quý')]).toMatchObject([
      { word: 'uỷ', other: 'ủy', start: 8, style: 'newer', key: 'ủy' },
      { word: 'HÒA', other: 'HOÀ', start: 12, style: 'older', key: 'hòa' },
    ]);
  });
});

describe('foldText', () => {
  it.each([
    ['Hòa giải', ' HOÀ  giải. '],
    ['ủy ban', 'u\u0309y\u00a0ban;'],
    ['a\nb', 'a b…'],
  ])('%j and %j are the same', (a, b) => expect(foldText(a)).toBe(foldText(b)));

  it('keeps words with other tones apart', () => expect(foldText('tố')).not.toBe(foldText('tổ')));
});

describe('isEmptyText', () => {
  it.each(['', ' \u00a0\t\n\u3000', '\u200b\u00ad\ufeff\u2060'])('%j is', (text) =>
    expect(isEmptyText(text)).toBe(true),
  );
  it.each(['.', '\ufffd', ' a '])('%j is not', (text) => expect(isEmptyText(text)).toBe(false));
});

describe('headCode', () => {
  it('tells the stretch with its full stop', () => {
    expect(headCode(' 1.10.2. Chủ trì')).toEqual({ kind: 'code', code: '1.10.2', start: 1, end: 8 });
    expect(headCode('2.1.Họp')).toEqual({ kind: 'number', code: '2.1', start: 0, end: 4 });
  });
});

describe('confusableWords', () => {
  it('gives the word as it should be', () => {
    expect([...confusableWords('Họp Ð\u0430ng \ufb01')]).toEqual([
      {
        start: 4,
        end: 6,
        word: 'Ð\u0430ng',
        letters: 'Ð\u0430',
        right: 'Đa',
        rightWord: 'Đang',
        replacement: 'Đa',
      },
      {
        start: 9,
        end: 10,
        word: '\ufb01',
        letters: '\ufb01',
        right: 'fi',
        rightWord: 'fi',
        replacement: 'fi',
      },
    ]);
  });
});
