import type { Diagnostic, Report } from '../../src/diagnostics/finding.ts';
import type { Language, Wording } from '../../src/diagnostics/wording.ts';
import { placeIn } from './place-in.ts';

const form = `form: bieu-so-2
version: 1
unit: BAN TỔ CHỨC HUYỆN ỦY
groups:
  I:
    positions:
      - title: Trưởng Ban
        tasks:
          - Lãnh đạo, điều hành toàn bộ hoạt động của của Ban theo chức năng, nhiệm vụ được giao; chủ trì xây dựng và tổ chức thực hiện kế hoạch công tác theo nhiệm kỳ, năm, quý, tháng, tuần của Ban
          - Quản lý nhân lực, tài sản của Ban theo phân cấp.
  II:
    areas:
      - title: Nghiên cứu, đề xuất
        tasks:
          - number: 1.1
            text: Chủ trì chuẩn bị nghị quyết về tổ chức, cán bộ
            complexity: 6
          - number: 1.2
            text: |
              - Chuyển sinh hoạt đảng,
              - Tặng huy hiệu đảng
              - Xóa tên đảng viên

              - Khai trừ đảng viên
              - Phát thẻ đảng viên
          - number: 1.3
            text: Tiếp nhận văn bản đến\u202e, phát hành văn bản đi
            complexity: 2

  III:
\ttasks: []
`;

type Draft = Omit<Diagnostic, 'message' | 'hint'> & { readonly message: Wording; readonly hint?: Wording };

const inText: readonly Draft[] = [
  {
    rule: 'repeated-word',
    messageId: 'repeated',
    severity: 'warning',
    path: ['groups', 'I', 'positions', 0, 'tasks', 0],
    place: placeIn(form, 'của của'),
    message: { vi: 'Từ “của” viết hai lần liền nhau', en: 'The word “của” is written twice in a row' },
    hint: { vi: 'Xóa một từ “của”.', en: 'Delete one “của”.' },
  },
  {
    rule: 'task-complexity',
    messageId: 'out-of-range',
    severity: 'error',
    path: ['groups', 'II', 'areas', 0, 'tasks', 0, 'complexity'],
    place: placeIn(form, '6', 'complexity: '),
    message: {
      vi: 'Mức độ phức tạp của công việc 1.1 (nhóm II) phải là số nguyên từ 1 đến 5, ở đây là “6”',
      en: 'The complexity of task 1.1 (group II) must be a whole number from 1 to 5, but is “6”',
    },
    hint: {
      vi: 'Chọn một mức từ 1 (đơn giản nhất) đến 5 (phức tạp nhất); việc chung không xếp mức thì thay “complexity” bằng “unrated” và ghi rõ lý do.',
      en: 'Choose a level from 1 (simplest) to 5 (most complex); for common work without a level, write “unrated” with the reason instead of “complexity”.',
    },
  },
  {
    rule: 'task-complexity',
    messageId: 'missing',
    severity: 'error',
    path: ['groups', 'II', 'areas', 0, 'tasks', 1],
    place: placeIn(
      form,
      `number: 1.2${form.slice(form.indexOf('number: 1.2') + 11, form.indexOf('          - number: 1.3'))}`,
    ),
    message: {
      vi: 'Công việc 1.2 (nhóm II) chưa có mức độ phức tạp',
      en: 'Task 1.2 (group II) has no complexity',
    },
    hint: { vi: 'Thêm “complexity: 3”, chẳng hạn.', en: 'Add “complexity: 3”, for example.' },
  },
  {
    rule: 'control-characters',
    messageId: 'invisible',
    severity: 'error',
    path: ['groups', 'II', 'areas', 0, 'tasks', 2, 'text'],
    place: placeIn(form, '\u202e'),
    message: {
      vi: 'Có ký tự không nhìn thấy được: “\u202e”',
      en: 'There is a character that cannot be seen: “\u202e”',
    },
  },
  {
    rule: 'syntax',
    messageId: 'tab',
    severity: 'error',
    path: ['groups', 'III'],
    place: placeIn(form, '\t'),
    message: { vi: 'YAML không cho thụt dòng bằng phím Tab', en: 'YAML does not allow tabs as indentation' },
    hint: { vi: 'Thay bằng dấu cách.', en: 'Use spaces.' },
  },
];

const inWord: readonly Draft[] = [
  {
    rule: 'task-complexity',
    messageId: 'missing',
    severity: 'error',
    path: ['groups', 'II', 'areas', 1, 'tasks', 17],
    place: { kind: 'table', table: 1, row: 43, label: 'II, 2.18' },
    message: {
      vi: 'Công việc 2.18 (nhóm II) chưa có mức độ phức tạp',
      en: 'Task 2.18 (group II) has no complexity',
    },
    hint: {
      vi: 'Đánh dấu “X” vào một trong năm cột mức độ.',
      en: 'Put an “X” into one of the five level columns.',
    },
  },
  {
    rule: 'spacing',
    messageId: 'after-punctuation',
    severity: 'warning',
    path: ['groups', 'II', 'areas', 1, 'tasks', 4, 'a/b~c'],
    place: { kind: 'table', table: 1, row: 47, column: 3, label: 'II, 2.5' },
    message: {
      vi: 'Thiếu dấu cách sau dấu phẩy: “Hướng dẫn,kiểm tra | `giám sát` 100%\r\n<b>”',
      en: 'No space after the comma: “Hướng dẫn,kiểm tra | `giám sát` 100%\r\n<b>”',
    },
  },
];

const worded = (drafts: readonly Draft[], language: Language): Diagnostic[] =>
  drafts.map(({ message, hint, ...rest }) => ({
    ...rest,
    message: message[language],
    ...(hint && { hint: hint[language] }),
  }));

const rules: Report['rules'] = [
  {
    id: 'task-complexity',
    severity: 'error',
    summary: {
      vi: 'Mỗi công việc có đúng một mức độ phức tạp',
      en: 'Every task has exactly one level of complexity',
    },
    explanation: {
      vi: 'Biểu mẫu cần một mức từ 1 đến 5 cho mỗi công việc.\n\nViết {complexity: 3}.',
      en: 'The form needs one level from 1 to 5 for every task.\n\nWrite {complexity: 3}.',
    },
    fix: { summary: { vi: 'Bỏ dấu nháy quanh số.', en: 'Removes quotes around a number.' } },
  },
  {
    id: 'repeated-word',
    severity: 'warning',
    summary: { vi: 'Không viết một từ hai lần liền nhau', en: 'No word is written twice in a row' },
    explanation: { vi: 'Ví dụ “của của”.', en: 'For example “của của”.' },
  },
];

/** A text file and a Word file with findings of every kind, and a clean one. */
export const sampleReport = (language: Language): Report => ({
  toolVersion: '1.2.3',
  files: [
    { file: 'biểu mẫu/ban tổ chức.yaml', text: form, diagnostics: worded(inText, language) },
    { file: 'nộp/văn phòng.docx', diagnostics: worded(inWord, language) },
    { file: 'sạch.yaml', text: 'form: bieu-so-2\n', diagnostics: [] },
  ],
  notForms: 4,
  rules,
});

/** Nothing wrong anywhere. */
export const cleanReport: Report = {
  toolVersion: '1.2.3',
  files: [{ file: 'sạch.yaml', text: 'form: bieu-so-2\n', diagnostics: [] }],
  notForms: 0,
  rules,
};
