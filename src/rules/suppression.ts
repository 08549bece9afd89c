import { defineRule, say, wording } from './rule.ts';

/** Found while comments are applied. */
export const suppression = defineRule({
  id: 'suppression',
  severity: 'warning',
  summary: {
    vi: 'Chú thích tắt quy tắc có lý do và còn cần thiết',
    en: 'Comments that disable a rule give a reason and have an effect',
  },
  explanation: {
    vi: 'Khi một cảnh báo không đúng với trường hợp cụ thể, có thể tắt quy tắc đó ngay tại chỗ, kèm lý do để người sau hiểu:\n\n- “# bieu2-disable-next-line quy-tắc -- lý do”: cho dòng kế tiếp (cả văn bản nhiều dòng bắt đầu ở đó).\n- “# bieu2-disable-line quy-tắc -- lý do”: cho chính dòng đó.\n- “# bieu2-disable quy-tắc -- lý do”: cho cả tệp, ghi ở đầu tệp, trước khóa đầu tiên.\n\nNhiều quy tắc cách nhau bằng dấu phẩy. Chú thích không có lý do vẫn có hiệu lực nhưng bị nhắc; chú thích không còn tác dụng cũng bị nhắc để xóa đi. Không tắt được syntax, form-shape, word-file; và “bieu2 render” vẫn đòi biểu không có lỗi, dù lỗi đã tắt ở đây. JSON không có chú thích: dùng mục “overrides” của bieu2.config.yaml.',
    en: 'When a finding does not apply, its rule can be disabled in that place, with a reason for later readers:\n\n- “# bieu2-disable-next-line rule -- reason”: for the next line (and all of a text that begins there).\n- “# bieu2-disable-line rule -- reason”: for that line.\n- “# bieu2-disable rule -- reason”: for the whole file, at its top, before the first key.\n\nSeparate several rules by commas. A comment without a reason works but is reported; so is one that no longer has an effect and can be removed. syntax, form-shape and word-file cannot be disabled, and “bieu2 render” still requires a form without errors, disabled or not. JSON has no comments: use “overrides” in bieu2.config.yaml.',
  },
  example: {
    bad: '- text: Theo dõi các các tổ chức đảng # bieu2-disable-line repeated-word\n  complexity: 3\n',
    good: '- text: Theo dõi các các tổ chức đảng # bieu2-disable-line repeated-word -- nguyên văn tên đề án\n  complexity: 3\n',
  },
  messages: {
    'no-reason': say(
      'tắt {rules} mà không nêu lý do → Thêm “ -- lý do” ở cuối chú thích.',
      '{rules} is disabled without a reason → Add “ -- reason” to the comment.',
    ),
    'no-rule': say(
      'chú thích không nêu quy tắc nào cần tắt → Ghi mã quy tắc, ví dụ “# bieu2-disable-next-line spacing -- lý do”.',
      'the comment names no rule to disable → Name the rule, as in “# bieu2-disable-next-line spacing -- reason”.',
    ),
    'unknown-rule': {
      text: wording('không có quy tắc “{rule}”', 'unknown rule “{rule}”'),
      hint: ({ nearest }) =>
        nearest
          ? { vi: `Có phải “${nearest}”?`, en: `Did you mean “${nearest}”?` }
          : { vi: 'Xem danh sách: bieu2 rules.', en: 'For a list, run: bieu2 rules.' },
    },
    'not-allowed': say(
      'không tắt được quy tắc “{rule}” → Sửa lỗi, rồi xóa chú thích này.',
      'the rule “{rule}” cannot be disabled → Fix the error, then remove the comment.',
    ),
    unused: say(
      'chú thích tắt “{rule}” không còn cần thiết → Xóa chú thích này.',
      'the comment that disables “{rule}” has no effect → Remove the comment.',
    ),
    misplaced: say(
      'chú thích tắt quy tắc cho cả tệp không đứng ở đầu tệp → Chuyển lên trước khóa đầu tiên, hoặc dùng “bieu2-disable-next-line”.',
      'a comment that disables a rule for the whole file is not at the top of the file → Move it above the first key, or use “bieu2-disable-next-line”.',
    ),
    'unknown-kind': say(
      'không có chú thích “{kind}” → Dùng “bieu2-disable-next-line”, “bieu2-disable-line” hoặc “bieu2-disable”.',
      'unknown comment “{kind}” → Use “bieu2-disable-next-line”, “bieu2-disable-line” or “bieu2-disable”.',
    ),
  },
});
