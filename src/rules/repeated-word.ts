import { repeatedWords } from '../vietnamese/repeated-words.ts';
import { defineRule, say } from './rule.ts';
import { suspectTexts } from './suspect-texts.ts';

export const repeatedWord = defineRule({
  id: 'repeated-word',
  severity: 'warning',
  summary: { vi: 'Không lặp từ liền nhau', en: 'No word twice in a row' },
  explanation: {
    vi: 'Từ lặp liền nhau như “của của”, “các các” thường do sửa câu mà quên xóa.\n\nChỉ báo khi hai từ giống hệt nhau, kể cả chữ hoa, chữ thường, và giữa chúng chỉ có dấu cách; có dấu câu thì không báo. Từ láy và cách nói đúng như “luôn luôn”, “năm năm”, “ngày ngày”, tên riêng như “Trưởng Ban Ban Tổ chức” và hai từ ghép gặp nhau như “phân công công việc” không bị báo.',
    en: 'A word twice in a row, such as “của của” or “các các”, is usually left over from editing.\n\nReported are words that are exactly equal, case included, with only spaces in between; punctuation separates them. Reduplications and other correct uses such as “luôn luôn”, “năm năm”, “ngày ngày”, names such as “Trưởng Ban Ban Tổ chức” and adjacent compounds such as “phân công công việc” are not reported.',
  },
  example: {
    bad: '- text: Đề án thuộc thẩm quyền của của cấp ủy\n  complexity: 3\n',
    good: '- text: Đề án thuộc thẩm quyền của cấp ủy, luôn luôn đúng hạn\n  complexity: 3\n',
  },
  messages: {
    repeated: say(
      'từ “{word}” lặp hai lần liền nhau → Bỏ bớt một từ “{word}”.',
      'the word “{word}” appears twice in a row → Remove one “{word}”.',
    ),
    several: say(
      'từ “{word}” lặp {count} lần liền nhau → Chỉ giữ một từ “{word}”.',
      'the word “{word}” appears {count} times in a row → Keep only one “{word}”.',
    ),
  },
  offer: ({ path, range, facts }) =>
    range ? [{ kind: 'replace', path, range, text: String(facts?.word) }] : [],
  check(form, report) {
    for (const { value, path, role } of suspectTexts(form, 'repeat')) {
      if (role === 'name' || role === 'place') continue;
      for (const { word, count, start, end } of repeatedWords(value)) {
        const message = count > 2 ? 'several' : 'repeated';
        report({ message, path, range: [start, end], facts: { word, count } });
      }
    }
  },
});
