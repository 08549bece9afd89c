import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifference } from '../../src/compare/word-difference.ts';

/** As `wdiff` writes it. */
const shown = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
    .join('');

describe('wordDifference', () => {
  it.each([
    ['Quản lý hồ sơ', 'Quản lý hồ sơ', 'Quản lý hồ sơ'],
    ['', 'Họp', '{+Họp+}'],
    ['Họp', '', '[-Họp-]'],
    ['Chủ trì xây dựng đề án', 'Tham gia xây dựng đề án', '[-Chủ trì-]{+Tham gia+} xây dựng đề án'],
    ['Hướng dẫn,kiểm tra', 'Hướng dẫn, kiểm tra', 'Hướng dẫn,{+ +}kiểm tra'],
    ['tuần, tháng', 'tuần, tháng, quý', 'tuần, tháng{+, quý+}'],
    ['một hai ba bốn', 'một năm sáu bốn', 'một [-hai ba-]{+năm sáu+} bốn'],
    ['Họp tổ', 'Họp\ntổ', 'Họp[- -]{+\n+}tổ'],
  ])('of %j and %j is %j', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  it('holds both texts, whatever they say', () => {
    const text = fc
      .array(fc.constantFrom('tổ', 'chức', 'cán', 'bộ', ',', ' ', '\n', 'o\u0309', '😀'), { maxLength: 20 })
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = wordDifference(before, after);
        const without = (kind: string) =>
          segments
            .filter((segment) => segment.kind !== kind)
            .map((segment) => segment.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
        expect(segments.every((segment) => segment.text !== '')).toBe(true);
      }),
    );
  });

  it('shows very long texts without anything in common as a whole', () => {
    const many = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join(' ');
    expect(wordDifference(many('a'), many('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
