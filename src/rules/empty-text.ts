import { type TextRole, visitTexts } from '../form/walk-form.ts';
import { isEmptyText } from '../vietnamese/invisible-characters.ts';
import { defineRule, type Message, withHint } from './rule.ts';

const fill = withHint('Ghi nội dung vào chỗ này.', 'Write the text here.');
/** If these are omitted, the form prints its default. */
const fillOrRemove = withHint('Ghi nội dung, hoặc bỏ cả mục này.', 'Write the text, or remove the entry.');

const messages: Readonly<Record<TextRole, Message>> = {
  unit: fill('tên đơn vị để trống', 'the name of the unit is empty'),
  title: fill('tên mục để trống', 'the title is empty'),
  task: fill('nội dung công việc để trống', 'the text of the task is empty'),
  reason: fill('lý do không xếp mức để trống', 'the reason for not grading the task is empty'),
  signatory: fillOrRemove('chức danh người ký để trống', 'the title of the signatory is empty'),
  name: fillOrRemove('họ tên người ký để trống', 'the name of the signatory is empty'),
  place: fillOrRemove('địa danh để trống', 'the place is empty'),
  note: fillOrRemove('nội dung ghi chú để trống', 'the text of the note is empty'),
};

export const emptyText = defineRule({
  id: 'empty-text',
  severity: 'error',
  summary: {
    vi: 'Không có nội dung nào trống hoặc chỉ gồm dấu cách',
    en: 'No text is empty or consists of spaces only',
  },
  explanation: {
    vi: 'Nhìn một ô trống, không biết là bỏ sót hay cố ý. Được báo: tên đơn vị, tên mục, nội dung công việc, lý do, người ký và ghi chú để trống, kể cả khi chỉ có dấu cách, dấu cách không ngắt hoặc ký tự không nhìn thấy.\n\nMục không bắt buộc thì bỏ hẳn khóa đó: biểu sẽ in dòng chấm hoặc nội dung có sẵn.',
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
