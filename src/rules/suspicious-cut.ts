import { defineRule, say } from './rule.ts';

/** Found while reading YAML. */
export const suspiciousCut = defineRule({
  id: 'suspicious-cut',
  severity: 'warning',
  summary: {
    vi: 'Văn bản có thể bị cắt mất phần sau, hoặc bị nối thêm một mục',
    en: 'A text may have been cut short, or joined to an item',
  },
  explanation: {
    vi: 'Trong YAML, dấu # đứng sau dấu cách mở đầu một lời chú thích: phần sau nó bị bỏ mà không báo lỗi. Khi ngay sau # là chữ hoặc số, nhiều khả năng đó là một phần của văn bản.\n\nLời chú thích thật thì viết # rồi một dấu cách.\n\nMục danh sách thụt sâu hơn mục đứng trước bị coi là phần nối tiếp của văn bản ở mục đó, nên công việc ấy biến mất. Dòng như vậy được báo khi bắt đầu bằng “- ”.\n\nVăn bản kết thúc bằng dấu " mà không có dấu mở cũng được báo: có thể phần đầu bị mất.',
    en: 'In YAML a # after a space begins a comment: what follows is dropped without an error. When a letter or a digit comes right after the #, it most likely belongs to the text.\n\nIn a real comment, write a space after the #.\n\nA list item that is indented deeper than the one before is read as more text of that item, so the task is lost. Such a line is reported when it begins with “- ”.\n\nA text that ends with a " that nothing opens is reported, too: its beginning may be lost.',
  },
  example: {
    bad: '- text: Thực hiện đề án #2 của tỉnh\n  complexity: 3\n',
    good: '- text: "Thực hiện đề án #2 của tỉnh"\n  complexity: 3\n',
  },
  messages: {
    joined: say(
      '“{rest}” bị nối vào văn bản ở dòng trên → Nếu là mục mới, thụt thẳng hàng với mục trên; nếu là đoạn của văn bản, ghi “|” sau dấu hai chấm và mỗi đoạn một dòng thụt vào.',
      '“{rest}” is joined to the text above → If it is a new item, align it with the item above; if it is a paragraph of the text, write “|” after the colon and each paragraph on an indented line.',
    ),
    closing: say(
      'dấu {rest} đóng ở cuối văn bản mà không có dấu mở → Xóa dấu này, hoặc đặt cả văn bản trong ngoặc kép.',
      'the {rest} at the end of the text closes nothing → Remove it, or put the whole text in quotes.',
    ),
    cut: say(
      '“{rest}” bị coi là chú thích và không thuộc văn bản → Đặt cả văn bản trong ngoặc kép; nếu đúng là chú thích, thêm dấu cách sau #.',
      '“{rest}” is read as a comment, not as part of the text → Put the whole text in quotes; if it is a comment, write a space after the #.',
    ),
  },
});
