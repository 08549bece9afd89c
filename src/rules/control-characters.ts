import type { Wording } from '../diagnostics/wording.ts';
import { detectLegacyEncoding } from '../vietnamese/detect-legacy-encoding.ts';
import {
  type InvisibleCharacter,
  invisibleCharacters,
  isEmptyText,
} from '../vietnamese/invisible-characters.ts';
import { defineRule, type Message } from './rule.ts';
import { suspectTexts } from './suspect-texts.ts';

const message = (vi: string, en: string, hint: Wording): Message => ({
  text: ({ codePoint }) => ({ vi: `${vi} (${codePoint})`, en: `${en} (${codePoint})` }),
  hint: () => hint,
});
const remove = { vi: 'Xóa ký tự này, hoặc gõ lại từ chứa nó.', en: 'Delete it, or retype the word.' };

const messages: Readonly<Record<InvisibleCharacter['kind'], Message>> = {
  control: message('ký tự điều khiển trong nội dung', 'a control character in the text', remove),
  'zero-width': message('ký tự không độ rộng trong nội dung', 'a zero-width character in the text', remove),
  direction: message('ký tự đổi chiều viết trong nội dung', 'a writing-direction mark in the text', remove),
  'soft-hyphen': message('dấu nối mềm trong nội dung', 'a soft hyphen in the text', remove),
  private: message('ký hiệu chỉ có trong một phông chữ', 'a symbol that exists in one font only', {
    vi: 'Thay bằng ký hiệu thông thường, ví dụ dấu “-” đầu dòng.',
    en: 'Replace it by an ordinary character, such as “-” for a list.',
  }),
  entity: message('mã HTML trong nội dung', 'an HTML character code in the text', {
    vi: 'Thay mã này bằng ký tự mà nó biểu thị.',
    en: 'Replace it by the character that it encodes.',
  }),
  lost: message(
    'ký tự đã bị mất khi chuyển bảng mã',
    'a character that was lost when the text was converted',
    {
      vi: 'Gõ lại chữ bị mất theo văn bản gốc.',
      en: 'Retype the lost letter from the original.',
    },
  ),
};

/** Texts have no characters that cannot be seen or printed. */
export const controlCharacters = defineRule({
  id: 'control-characters',
  severity: 'error',
  summary: {
    vi: 'Không có ký tự điều khiển, ký tự không nhìn thấy hoặc ký tự hỏng',
    en: 'No control characters, no invisible or broken characters',
  },
  explanation: {
    vi: 'Ký tự không nhìn thấy thường theo vào khi chép từ trang web, tệp PDF hoặc Word. Chúng làm hỏng tệp Word, làm sai việc tìm kiếm và so sánh, hoặc in thành ô vuông.\n\nLỗi này báo ký tự điều khiển, ký tự không độ rộng, ký tự đổi chiều viết, dấu nối mềm, ký hiệu riêng của phông chữ (dấu đầu dòng chép từ Word), mã HTML như “&nbsp;” và ký tự hỏng (U+FFFD). Dấu cách không ngắt, dấu tab và ngắt dòng không bị báo.',
    en: 'Invisible characters come along when text is copied from web pages, PDF or Word files. They break Word files, mislead search and comparison, or print as boxes.\n\nReported are control characters, zero-width characters, writing-direction marks, soft hyphens, private symbols of a font (bullets from Word), HTML codes such as “&nbsp;” and replacement characters (U+FFFD). No-break spaces, tabs and line breaks are not reported.',
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
