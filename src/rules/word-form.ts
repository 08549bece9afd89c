import type { Facts } from '../diagnostics/finding.ts';
import { defineRule, say, wording } from './rule.ts';

const cut = ({ text }: Facts) => {
  const all = String(text);
  return all.length > 80 ? `${all.slice(0, 79).trimEnd()}…` : all;
};
const oneMark = wording(
  'Tách hoặc chỉnh lại các ô mức độ rồi đánh dấu “X” vào đúng một ô của công việc.',
  'Split or align the level cells and put an “X” in exactly one cell of the task.',
);

/** Found while reading a Word file. */
export const wordForm = defineRule({
  id: 'word-form',
  severity: 'error',
  summary: {
    vi: 'Biểu trong tệp Word đúng cấu trúc: tiêu đề, cột, dòng, dấu mức độ',
    en: 'The form in a Word file has the right structure: header, columns, rows, marks',
  },
  explanation: {
    vi: 'Biểu được tìm theo tiêu đề của bảng: TT, Nhóm công việc, Công việc cụ thể, Mức độ phức tạp của công việc với năm cột theo thứ tự bất kỳ, hoặc một cột ghi số mức; không phân biệt chữ hoa, cách đặt dấu hay xuống dòng. Bảng có thể bị cắt thành nhiều phần, có thêm cột, thiếu cột TT.\n\nMỗi dòng phải là nhóm, chức vụ, mảng công việc hoặc công việc. Dấu mức độ là x, X, ×, ✓, ✔, ô đã tích, hoặc chữ số trùng với cột; ô chỉ có dấu cách hoặc gạch ngang là ô trống. Hai dấu trên một dòng và dòng thiếu dấu do quy tắc task-complexity báo.',
    en: 'The form is found by the header of its table: TT, Nhóm công việc, Công việc cụ thể, Mức độ phức tạp của công việc with five columns, in any order, or one in which the level is written as a number; case, the placing of tones and line breaks do not matter. The table may be cut into parts, have more columns, or lack the first.\n\nEvery row is a group, a position, an area or a task. A mark is x, X, ×, ✓, ✔, a ticked box, or a digit equal to its column; a cell of spaces or a dash is empty. A row with two marks, or with none, is reported by task-complexity.',
  },
  messages: {
    'no-table': say(
      'không tìm thấy bảng của biểu: không bảng nào có tiêu đề “Nhóm công việc”, “Công việc cụ thể”, “Mức độ phức tạp của công việc” → Kiểm tra lại đây có phải Biểu số 2 không; bảng phải là bảng Word, không phải hình ảnh.',
      'the table of the form was not found: no table has the headings “Nhóm công việc”, “Công việc cụ thể”, “Mức độ phức tạp của công việc” → Check that this is Biểu số 2; its table must be a Word table, not a picture.',
    ),
    'old-encoding': {
      text: ({ encoding, font }) => ({
        vi: `văn bản theo bảng mã ${encoding}${font ? ` (phông ${font})` : ''}, không phải Unicode`,
        en: `the text is in ${encoding}${font ? ` (font ${font})` : ''}, not in Unicode`,
      }),
      hint: wording(
        'Chuyển sang Unicode rồi đọc lại: bieu2 import --from-encoding {id}.',
        'Convert it to Unicode and proofread it: bieu2 import --from-encoding {id}.',
      ),
    },
    embedded: say(
      'có văn bản khác được chèn vào đây (altChunk), chưa được đọc như một phần của biểu → Mở tệp bằng Word rồi lưu lại: Word sẽ đưa nội dung đó vào văn bản.',
      'another document is embedded here (altChunk), which is not read as part of the form → Open the file in Word and save it: Word then makes it part of the document.',
    ),
    'header-missing': say(
      'bảng không có dòng tiêu đề → Thêm lại hai dòng tiêu đề của Biểu số 2 ở đầu bảng.',
      'the table has no header rows → Restore the two header rows of Biểu số 2 at the top of the table.',
    ),
    'header-changed': say(
      'tiêu đề bảng thiếu cột “{heading}” → Ghi lại tiêu đề đúng theo Biểu số 2.',
      'the header of the table lacks the column “{heading}” → Write the header as in Biểu số 2.',
    ),
    'unknown-row': {
      text: (facts) => ({
        vi: `dòng không phải nhóm, chức vụ, mảng hay công việc: “${cut(facts)}”`,
        en: `the row is not a group, position, area or task: “${cut(facts)}”`,
      }),
      hint: wording(
        'Bổ sung nội dung còn thiếu, hoặc xóa dòng này.',
        'Add what is missing, or delete the row.',
      ),
    },
    'row-outside-group': {
      text: (facts) => ({
        vi: `dòng đứng trước mọi nhóm công việc: “${cut(facts)}”`,
        en: `the row is above all groups: “${cut(facts)}”`,
      }),
      hint: wording(
        'Thêm dòng tên nhóm (I, II, III …) phía trên.',
        'Add the row that names its group (I, II, III …) above it.',
      ),
    },
    'second-form': {
      text: ({ table, unit }) => ({
        vi: `tệp có hơn một biểu: biểu thứ hai${unit ? ` (${unit})` : ''} bắt đầu ở bảng ${table}`,
        en: `the file holds more than one form: the second${unit ? ` (${unit})` : ''} begins with table ${table}`,
      }),
      hint: wording(
        'Tách mỗi biểu thành một tệp Word riêng; nếu chỉ là một biểu thì chuyển các dòng về nhóm đã có.',
        'Split the document into one file a form; if it is one form, move the rows up to the groups that are there.',
      ),
    },
    'group-numeral': say(
      'nhóm “{title}” mang số “{label}” thay vì số La Mã {group} → Ghi số La Mã {group} cho nhóm này, bằng các chữ I, V, X trên bàn phím.',
      'the group “{title}” is numbered “{label}” instead of {group} → Number the group {group}, with the letters I, V, X of the keyboard.',
    ),
    'group-twice': say(
      'nhóm {group} xuất hiện lần nữa: “{title}” → Đánh lại số nhóm, hoặc chuyển các dòng này lên nhóm đã có; mỗi tệp chỉ một biểu.',
      'group {group} appears again: “{title}” → Renumber the groups, or move the rows up to that group; one form a file.',
    ),
    'mark-in-merged-cell': {
      text: wording(
        'dấu “{mark}” nằm trong ô bị gộp hoặc lệch cột, không rõ thuộc mức hay công việc nào',
        'the mark “{mark}” is in a merged cell or between columns: its level or task is not clear',
      ),
      hint: oneMark,
    },
    'mark-drawn': {
      text: wording(
        'ô mức độ chứa hình vẽ hoặc nút điều khiển mà bieu2 không đọc được',
        'the level cell holds a picture, a shape or a control, which cannot be read',
      ),
      hint: oneMark,
    },
    'mark-shaded': {
      text: wording('ô mức độ chỉ được tô màu, chưa có dấu', 'the level cell is only shaded, without a mark'),
      hint: wording('Ghi dấu “X” vào ô đó.', 'Put an “X” in that cell.'),
    },
    'text-beside-mark': {
      text: wording(
        'một ô mức độ khác của công việc ghi “{mark}”, không rõ có phải là dấu không',
        'another level cell of the task says “{mark}”, which may be a second mark',
      ),
      hint: oneMark,
    },
    'mark-outside': {
      text: wording(
        'dấu “{mark}” nằm ngoài các cột mức độ',
        'the mark “{mark}” is outside the level columns',
      ),
      hint: oneMark,
    },
    'mark-on-heading': say(
      'dấu “{mark}” nằm ở dòng nhóm hoặc mảng, không phải dòng công việc → Chuyển dấu xuống dòng công việc, hoặc xóa.',
      'the mark “{mark}” is in the row of a group or an area, not of a task → Move it to the row of a task, or delete it.',
    ),
  },
});
