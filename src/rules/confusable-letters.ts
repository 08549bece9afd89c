import { insideCurlyQuotes } from '../form/form-keys.ts';
import { confusableWords } from '../vietnamese/confusables.ts';
import { detectLegacyEncoding } from '../vietnamese/detect-legacy-encoding.ts';
import { defineRule, say, wording } from './rule.ts';
import { suspectTexts } from './suspect-texts.ts';

export const confusableLetters = defineRule({
  id: 'confusable-letters',
  severity: 'warning',
  summary: {
    vi: 'Không dùng chữ của bảng chữ khác trông giống chữ Việt',
    en: 'No letters of other alphabets that look like Vietnamese ones',
  },
  explanation: {
    vi: 'Chữ Ð (eth, U+00D0) trông giống hệt Đ (U+0110); chữ а, е, о, с của tiếng Nga, chữ Α, Ο của tiếng Hy Lạp giống chữ La-tinh. Mắt thường không phân biệt được, nhưng tìm kiếm, sắp xếp và đổi chữ hoa, chữ thường sẽ sai.\n\nTừng từ được báo, kèm chữ đúng. Cũng báo ă gõ nhầm thành ǎ, chữ toàn độ rộng (Ａ) và chữ dính (ﬁ). Ký hiệu Hy Lạp đứng riêng như α, µ, Ω không bị báo. Nội dung nằm trọn trong ngoặc cong “…” hoặc ‘…’ của Word cũng được báo: YAML không coi đó là ngoặc nên ngoặc được in ra.',
    en: 'Ð (eth, U+00D0) looks exactly like Đ (U+0110); the Russian а, е, о, с and the Greek Α, Ο look like Latin letters. They cannot be distinguished by eye, but search, sorting and changes of case go wrong.\n\nEvery such word is reported, with the right letter. So are ǎ for ă, full-width letters (Ａ) and ligatures (ﬁ). Greek symbols by themselves, such as α, µ, Ω, are not reported. A text entirely inside the curly quotes “…” or ‘…’ of Word is reported as well: YAML does not read them as quotes, so they would be printed.',
  },
  example: {
    bad: '- text: "Quản lý hồ sơ \\u00D0ảng viên"\n  complexity: 3\n',
    good: '- text: Quản lý hồ sơ Đảng viên\n  complexity: 3\n',
  },
  messages: {
    confusable: say(
      '“{word}”: chữ “{letters}” ({codePoints}) trông giống “{right}” nhưng không phải → Thay “{letters}” bằng “{right}”: “{rightWord}”.',
      '“{word}”: the letter “{letters}” ({codePoints}) looks like “{right}” but is a different letter → Replace “{letters}” by “{right}”: “{rightWord}”.',
    ),
    quoted: {
      ...say(
        'cả nội dung nằm trong ngoặc cong của Word và được in cùng ngoặc → Bỏ dấu ngoặc; YAML chỉ dùng ngoặc thẳng "…".',
        'the whole text is in curly quotes, as typed by Word, which are printed → Remove the quotes; YAML uses straight ones "…".',
      ),
      inWord: { hint: wording('Bỏ dấu ngoặc.', 'Remove the quotes.') },
    },
  },
  fix: {
    summary: {
      vi: 'Thay bằng chữ Việt trông giống hệt.',
      en: 'Replaces it by the Vietnamese letter that looks the same.',
    },
    changes: ({ message, path, range, facts }) =>
      range && message === 'confusable'
        ? [{ kind: 'replace', path, range, text: String(facts?.replacement) }]
        : [],
  },
  offer: ({ message, path, range, facts }) =>
    range && message === 'quoted' ? [{ kind: 'replace', path, range, text: String(facts?.inner) }] : [],
  check(form, report) {
    for (const { value, path } of suspectTexts(form, 'confusable')) {
      const inner = insideCurlyQuotes(value);
      if (inner) report({ message: 'quoted', path, range: [0, value.length], facts: { inner } });
      // In TCVN3, Ð is the letter é: then the encoding is wrong.
      if (detectLegacyEncoding(value)?.proof) continue;
      for (const { start, end, ...found } of confusableWords(value)) {
        const codePoints = [...found.letters].map(codePointOf).join(', ');
        const facts = { ...found, codePoints };
        report({ message: 'confusable', path, range: [start, end], facts });
      }
    }
  },
});

const codePointOf = (letter: string) =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
