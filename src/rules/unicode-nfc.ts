import { valueAt } from '../diagnostics/plain-value.ts';
import { enNumber, viNumber } from '../diagnostics/wording.ts';
import { isComposed } from '../vietnamese/composed.ts';
import { lazyPattern } from '../vietnamese/once.ts';
import { defineRule, wording } from './rule.ts';
import { suspectTexts } from './suspect-texts.ts';

/** A letter and the marks after it. */
const LETTER = lazyPattern('gu')`\P{M}\p{M}*`;
const WORD = lazyPattern('gu')`[\p{L}\p{M}]+`;

export const unicodeNfc = defineRule({
  id: 'unicode-nfc',
  severity: 'warning',
  summary: {
    vi: 'Văn bản dùng Unicode dựng sẵn (NFC)',
    en: 'Texts are in composed Unicode (NFC)',
  },
  explanation: {
    vi: 'Chữ “ế” có thể lưu bằng một ký tự (dựng sẵn, NFC) hoặc bằng “e” và hai dấu rời (tổ hợp, NFD). Hai cách nhìn giống nhau nhưng tìm kiếm, so sánh và sắp xếp không coi là một; một số phông in dấu bị lệch.\n\nMỗi nội dung được báo một lần, tại từ đầu tiên có dấu rời. Bản in luôn dùng dạng dựng sẵn.',
    en: 'The letter “ế” can be stored as one character (composed, NFC) or as “e” and two marks (decomposed, NFD). Both look alike, but search, comparison and sorting treat them as different, and some fonts misplace the marks.\n\nEach text is reported once, at its first such word. The printed form is always composed.',
  },
  example: {
    bad: '- text: "Qu\\u1EA3n lý hô\\u0300 sơ đảng viên"\n  complexity: 3\n',
    good: '- text: Quản lý hồ sơ đảng viên\n  complexity: 3\n',
  },
  messages: {
    decomposed: {
      text: wording(
        '“{word}” dùng dấu rời (Unicode tổ hợp): cần Unicode dựng sẵn (NFC)',
        '“{word}” has separate marks (decomposed Unicode): expected composed Unicode (NFC)',
      ),
      hint: ({ word, count }) => ({
        vi: `Gõ lại hoặc chuyển ${count === 1 ? `“${word}”` : `${viNumber(count)} từ như vậy`} sang Unicode dựng sẵn.`,
        en: `Retype ${count === 1 ? `“${word}”` : `the ${enNumber(count)} words of this kind`}, or convert to composed Unicode.`,
      }),
    },
  },
  fix: {
    summary: {
      vi: 'Chuyển nội dung sang Unicode dựng sẵn (NFC).',
      en: 'Converts the text to composed Unicode (NFC).',
    },
    changes: ({ path }, { value }) => {
      const text = valueAt(value, path);
      if (typeof text !== 'string') return [];
      return decomposed(text, LETTER()).map(({ 0: letter, index }) => ({
        kind: 'replace',
        path,
        range: [index, index + letter.length],
        text: letter.normalize('NFC'),
      }));
    },
  },
  checksWriting: true,
  check(form, report) {
    for (const { value, path } of suspectTexts(form, 'decomposed')) {
      if (isComposed(value)) continue;
      const [first, ...others] = decomposed(value, WORD());
      const { 0: found, index } = first ?? decomposed(value, LETTER())[0] ?? { 0: value, index: 0 };
      const facts = { word: found.normalize('NFC'), count: others.length + 1 };
      report({ message: 'decomposed', path, range: [index, index + found.length], facts });
    }
  },
});

const decomposed = (text: string, unit: RegExp) =>
  [...text.matchAll(unit)].filter(({ 0: found }) => found !== found.normalize('NFC'));
