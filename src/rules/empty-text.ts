import type { Wording } from '../diagnostics/wording.ts';
import { type TextRole, visitTexts } from '../form/walk-form.ts';
import { isEmptyText } from '../vietnamese/invisible-characters.ts';
import { defineRule, type Message } from './rule.ts';

const fill = { vi: 'Ghi nội dung vào chỗ này.', en: 'Write the text here.' };
/** If these are omitted, the form prints its default. */
const fillOrRemove = { vi: 'Ghi nội dung, hoặc bỏ cả mục này.', en: 'Write the text, or remove the entry.' };

const empty = (vi: string, en: string, hint: Wording): Message => ({
  text: () => ({ vi: `${vi} để trống`, en: `${en} is empty` }),
  hint: () => hint,
});

const messages: Readonly<Record<TextRole, Message>> = {
  unit: empty('tên đơn vị', 'the name of the unit', fill),
  title: empty('tên mục', 'the title', fill),
  task: empty('nội dung công việc', 'the text of the task', fill),
  reason: empty('lý do không xếp mức', 'the reason for not grading the task', fill),
  signatory: empty('chức danh người ký', 'the title of the signatory', fillOrRemove),
  name: empty('họ tên người ký', 'the name of the signatory', fillOrRemove),
  place: empty('địa danh', 'the place', fillOrRemove),
  note: empty('nội dung ghi chú', 'the text of the note', fillOrRemove),
};

/** No text is empty or consists of spaces only. */
export const emptyText = defineRule({
  id: 'empty-text',
  severity: 'error',
  summary: {
    vi: 'Không có nội dung nào trống hoặc chỉ gồm dấu cách',
    en: 'No text is empty or consists of spaces only',
  },
  explanation: {
    vi: 'Một ô trống trên biểu không cho biết là bỏ sót hay cố ý. Lỗi này báo tên đơn vị, tên mục, nội dung công việc, lý do, người ký và ghi chú để trống, kể cả khi chỉ có dấu cách, dấu cách không ngắt hoặc ký tự không nhìn thấy.\n\nMục không bắt buộc thì bỏ hẳn khóa đó: biểu sẽ in dòng chấm hoặc nội dung có sẵn.',
    en: 'An empty cell does not show whether it was forgotten or left empty on purpose. Reported are unit names, titles, texts of tasks, reasons, signatories and notes that are empty or consist of spaces, no-break spaces or invisible characters only.\n\nLeave an optional entry out with its key: the form then prints dots or its default text.',
  },
  example: {
    bad: '- text: " "\n  complexity: 3\n',
    good: '- text: Quản lý hồ sơ đảng viên\n  complexity: 3\n',
  },
  messages,
  check(form, report) {
    visitTexts(form, ({ value, path }, role) => {
      if (isEmptyText(value)) report({ message: role, path });
    });
  },
});
