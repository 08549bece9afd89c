import { headCode } from '../vietnamese/head-code.ts';
import { spacingSlips } from '../vietnamese/spacing-slips.ts';
import { defineRule, say, withHint } from './rule.ts';
import { suspectTexts } from './suspect-texts.ts';

const replace = withHint('Sửa thành “{right}”.', 'Write “{right}”.');

export const spacing = defineRule({
  id: 'spacing',
  severity: 'warning',
  summary: {
    vi: 'Dấu cách giữa các từ và quanh dấu câu',
    en: 'Spaces between words and around punctuation',
  },
  explanation: {
    vi: 'Giữa hai từ có một dấu cách; sau dấu phẩy, chấm, chấm phẩy, hai chấm có dấu cách, trước các dấu đó thì không; dấu phẩy, chấm phẩy không lặp; gạch nối giữa hai từ có dấu cách ở cả hai bên hoặc không có ở bên nào. Dấu cách không ngắt cũng là dấu cách.\n\nKhông báo: số (1.000; 3,5), giờ (7:30), ngày tháng, số văn bản (30/2020/NĐ-CP, 01-QĐ/TW), chữ viết tắt (TP.HCM, v.v.), địa chỉ thư điện tử, trang web, tên tệp, dấu ba chấm, ngoặc.',
    en: 'There is one space between words, one after a comma, full stop, semicolon or colon and none before it; commas and semicolons are not doubled; a dash between words has one on both sides or on neither. A no-break space counts as a space.\n\nNumbers (1.000; 3,5), times (7:30), dates, document numbers (30/2020/NĐ-CP, 01-QĐ/TW), abbreviations (TP.HCM, v.v.), e-mail and web addresses, file names, ellipses and brackets are not reported.',
  },
  example: {
    bad: '- text: Hướng dẫn,kiểm tra các tổ chức chính trị -xã hội\n  complexity: 3\n',
    good: '- text: Hướng dẫn, kiểm tra các tổ chức chính trị - xã hội theo Nghị định 30/2020/NĐ-CP\n  complexity: 3\n',
  },
  messages: {
    double: say(
      'cần một dấu cách, đang có {count} dấu cách liền nhau → Chỉ để một dấu cách.',
      'expected one space, found {count} in a row → Leave only one space.',
    ),
    tab: say(
      'dấu tab giữa hai từ: cần một dấu cách → Thay dấu tab bằng một dấu cách.',
      'a tab between words: expected one space → Replace the tab by one space.',
    ),
    missing: replace(
      'thiếu dấu cách sau dấu câu ở “{found}”',
      'missing space after the punctuation mark in “{found}”',
    ),
    before: replace(
      'thừa dấu cách trước dấu câu ở “{found}”',
      'extra space before the punctuation mark in “{found}”',
    ),
    doubled: replace('dấu câu lặp ở “{found}”', 'the punctuation mark is doubled in “{found}”'),
    dash: replace(
      'gạch nối ở “{found}” chỉ có dấu cách một bên',
      'the dash in “{found}” has a space on one side only',
    ),
    'list-dash': replace(
      'thiếu dấu cách sau gạch đầu dòng ở “{found}”',
      'missing space after the dash at the start of “{found}”',
    ),
  },
  fix: {
    summary: { vi: 'Sửa mọi dấu cách được báo.', en: 'Corrects every space that is reported.' },
    changes: ({ message, path, range, facts }) => {
      const text = message === 'double' || message === 'tab' ? ' ' : facts?.right;
      return range && typeof text === 'string' ? [{ kind: 'replace', path, range, text }] : [];
    },
  },
  check(form, report) {
    for (const { value, path, role } of suspectTexts(form, 'spacing')) {
      if (role === 'name' || role === 'place') continue;
      // “1.1.2.Chủ trì” is one slip, reported by code-in-text.
      const from = role === 'task' ? (headCode(value)?.end ?? 0) : 0;
      for (const { kind, start, end, found, right } of spacingSlips(value)) {
        if (start < from) continue;
        const facts = { found, right, count: end - start };
        report({ message: kind, path, range: [start, end], facts });
      }
    }
  },
});
