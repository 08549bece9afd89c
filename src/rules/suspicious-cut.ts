import { defineRule } from './rule.ts';

/** A plain text that ` #` has cut short; found while reading YAML. */
export const suspiciousCut = defineRule({
  id: 'suspicious-cut',
  severity: 'warning',
  summary: {
    vi: 'Văn bản có thể bị dấu # cắt mất phần sau',
    en: 'A text may have been cut short by #',
  },
  explanation: {
    vi: 'Trong YAML, dấu # đứng sau khoảng trắng mở đầu một lời chú thích: phần sau nó bị bỏ mà không báo lỗi. Khi ngay sau # là chữ hoặc số, nhiều khả năng đó là một phần của văn bản.\n\nLời chú thích thật thì viết # rồi một khoảng trắng.',
    en: 'In YAML a # after a blank begins a comment: what follows is dropped without a word. When a letter or a digit comes right after the #, it most likely belongs to the text.\n\nA comment that is meant as one has a blank after the #.',
  },
  example: {
    bad: '- text: Thực hiện đề án #2 của tỉnh\n  complexity: 3\n',
    good: '- text: "Thực hiện đề án #2 của tỉnh"\n  complexity: 3\n',
  },
  messages: {
    cut: {
      text: ({ rest }) => ({
        vi: `“${rest}” bị coi là chú thích và không thuộc văn bản`,
        en: `“${rest}” is taken for a comment and is not part of the text`,
      }),
      hint: () => ({
        vi: 'Đặt cả văn bản trong ngoặc kép; nếu đúng là chú thích, thêm khoảng trắng sau #.',
        en: 'Put the whole text in quotes; if it is a comment, put a blank after the #.',
      }),
    },
  },
});
