import { defineRule, say } from './rule.ts';

/** Found while reading YAML. */
export const suspiciousCut = defineRule({
  id: 'suspicious-cut',
  severity: 'warning',
  summary: {
    vi: 'Văn bản có thể bị dấu # cắt mất phần sau',
    en: 'A text may have been cut short by #',
  },
  explanation: {
    vi: 'Trong YAML, dấu # đứng sau dấu cách mở đầu một lời chú thích: phần sau nó bị bỏ mà không báo lỗi. Khi ngay sau # là chữ hoặc số, nhiều khả năng đó là một phần của văn bản.\n\nLời chú thích thật thì viết # rồi một dấu cách.',
    en: 'In YAML a # after a space begins a comment: what follows is dropped without an error. When a letter or a digit comes right after the #, it most likely belongs to the text.\n\nIn a real comment, write a space after the #.',
  },
  example: {
    bad: '- text: Thực hiện đề án #2 của tỉnh\n  complexity: 3\n',
    good: '- text: "Thực hiện đề án #2 của tỉnh"\n  complexity: 3\n',
  },
  messages: {
    cut: say(
      '“{rest}” bị coi là chú thích và không thuộc văn bản → Đặt cả văn bản trong ngoặc kép; nếu đúng là chú thích, thêm dấu cách sau #.',
      '“{rest}” is read as a comment, not as part of the text → Put the whole text in quotes; if it is a comment, write a space after the #.',
    ),
  },
});
