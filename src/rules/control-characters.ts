import { detectLegacyEncoding } from '../vietnamese/detect-legacy-encoding.ts';
import {
  type InvisibleCharacter,
  invisibleCharacters,
  isEmptyText,
} from '../vietnamese/invisible-characters.ts';
import { defineRule, type Message, say, withHint } from './rule.ts';
import { suspectTexts } from './suspect-texts.ts';

const removed = withHint('Xóa ký tự này, hoặc gõ lại từ chứa nó.', 'Delete it, or retype the word.');

const messages: Readonly<Record<InvisibleCharacter['kind'], Message>> = {
  control: removed(
    'ký tự điều khiển trong nội dung ({codePoint})',
    'a control character in the text ({codePoint})',
  ),
  'zero-width': removed(
    'ký tự không độ rộng trong nội dung ({codePoint})',
    'a zero-width character in the text ({codePoint})',
  ),
  direction: removed(
    'ký tự đổi chiều viết trong nội dung ({codePoint})',
    'a writing-direction mark in the text ({codePoint})',
  ),
  'soft-hyphen': removed(
    'dấu nối mềm trong nội dung ({codePoint})',
    'a soft hyphen in the text ({codePoint})',
  ),
  private: say(
    'ký hiệu chỉ có trong một phông chữ ({codePoint}) → Thay bằng ký hiệu thông thường, ví dụ dấu “-” đầu dòng.',
    'a symbol that exists in one font only ({codePoint}) → Replace it by an ordinary character, such as “-” for a list.',
  ),
  entity: say(
    'mã HTML trong nội dung ({codePoint}) → Thay mã này bằng ký tự mà nó biểu thị.',
    'an HTML character code in the text ({codePoint}) → Replace it by the character that it encodes.',
  ),
  lost: say(
    'ký tự đã bị mất khi chuyển bảng mã ({codePoint}) → Gõ lại chữ bị mất theo văn bản gốc.',
    'a character that was lost when the text was converted ({codePoint}) → Retype the lost letter from the original.',
  ),
};

export const controlCharacters = defineRule({
  id: 'control-characters',
  severity: 'error',
  summary: {
    vi: 'Không có ký tự điều khiển, ký tự không nhìn thấy hoặc ký tự hỏng',
    en: 'No control characters, no invisible or broken characters',
  },
  explanation: {
    vi: 'Ký tự không nhìn thấy thường lẫn vào khi chép từ trang web, tệp PDF hoặc Word. Chúng làm hỏng tệp Word, làm sai việc tìm kiếm và so sánh, hoặc in thành ô vuông.\n\nĐược báo: ký tự điều khiển, ký tự không độ rộng, ký tự đổi chiều viết, dấu nối mềm, ký hiệu riêng của phông chữ (dấu đầu dòng chép từ Word), mã HTML như “&nbsp;” và ký tự hỏng (U+FFFD). Dấu cách không ngắt, dấu tab và ngắt dòng không bị báo.',
    en: 'Invisible characters come along when text is copied from web pages, PDF or Word files. They damage Word files, break search and comparison, or print as boxes.\n\nReported are control characters, zero-width characters, writing-direction marks, soft hyphens, private symbols of a font (bullets from Word), HTML codes such as “&nbsp;” and replacement characters (U+FFFD). No-break spaces, tabs and line breaks are not reported.',
  },
  example: {
    bad: '- text: "Quản lý hồ\\u200B sơ đảng viên"\n  complexity: 3\n',
    good: '- text: Quản lý hồ sơ đảng viên\n  complexity: 3\n',
  },
  messages,
  fix: {
    summary: {
      vi: 'Xóa ký tự không độ rộng, ký tự đổi chiều viết, dấu nối mềm. Các ký tự khác cần người xem lại.',
      en: 'Deletes zero-width characters, writing-direction marks and soft hyphens. The others need a person.',
    },
    changes: ({ message, path, range }) =>
      range && ['zero-width', 'direction', 'soft-hyphen'].includes(message)
        ? [{ kind: 'replace', path, range, text: '' }]
        : [],
  },
  check(form, report) {
    for (const { value, path } of suspectTexts(form, 'invisible')) {
      // An empty text is reported only once.
      if (isEmptyText(value)) continue;
      const isLegacy = detectLegacyEncoding(value)?.proof;
      for (const { kind, start, end, codePoint } of invisibleCharacters(value)) {
        // In TCVN3 the soft hyphen is the letter ư.
        if (kind === 'soft-hyphen' && isLegacy) break;
        report({ message: kind, path, range: [start, end], facts: { codePoint } });
      }
    }
  },
});
