import type { TablePlace } from '../../diagnostics/finding.ts';
import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { Language, Wording } from '../../diagnostics/wording.ts';

/** One reason why a Word file is not a valid template, or what documents made from it lack. */
export interface TemplateProblem {
  /** Stable, such as `missing-row`. */
  readonly id: string;
  /** Without a full stop at the end. */
  readonly message: Wording;
  /** How to correct it, in a sentence. */
  readonly hint?: Wording;
  /** The row; absent where the document as a whole is meant. */
  readonly place?: TablePlace;
}

/** The result made from a Word file, with warnings, or the problems that prevent it. */
export type Made<Result> =
  | (Result & { readonly warnings: readonly TemplateProblem[]; readonly problems?: never })
  | ({ readonly [Key in keyof Result | 'warnings']?: never } & {
      readonly problems: readonly TemplateProblem[];
    });

/**
 * What each problem says in Vietnamese and English, and how to correct it, with the names of facts in braces. After its id
 * may be a word for one of several cases.
 */
const wordings = {
  'no-word-file locked': [
    'đây là tệp .doc kiểu cũ hoặc tệp có mật khẩu; hãy mở bằng Word và lưu lại dưới dạng .docx không mật khẩu',
    'this is an old .doc file or one with a password; open it in Word and save it as .docx without one',
  ],
  'no-word-file large': ['tệp Word quá lớn', 'the Word file is too large'],
  'no-word-file other': ['đây không phải là tệp Word (.docx)', 'this is not a Word file (.docx)'],
  'no-word-file damaged': [
    'tệp Word bị hỏng, không giải nén được',
    'the Word file is damaged and cannot be unpacked',
  ],
  'no-document': ['tệp không có phần nội dung của Word', 'the file has no Word document in it'],
  'damaged-part': ['phần {part} bị hỏng, không đọc được', 'the part {part} is damaged and cannot be read'],
  'tracked-changes': [
    'mẫu còn thay đổi được theo dõi (Track Changes)',
    'the template has tracked changes in it',
    'Trong Word, mở thẻ Xem lại (Review), chấp nhận hoặc từ chối tất cả các thay đổi, rồi lưu lại.',
    'In Word, accept or reject all changes on the Review tab, then save.',
  ],
  'no-form': [
    'tệp không có bảng của Biểu số 2 đã điền',
    'the file does not have the filled-in table of Biểu số 2',
  ],
  'no-rows': [
    'không có bảng nào chứa các hàng mẫu ({#group}, {#task} …)',
    'there is no table with prototype rows ({#group}, {#task} …)',
    'Bắt đầu từ mẫu do “bieu2 template new” tạo ra, giữ nguyên các hàng mẫu trong bảng.',
    'Start from what “bieu2 template new” makes, and leave the prototype rows in its table.',
  ],
  'missing-row': [
    'bảng thiếu hàng mẫu {#{tag}} ({meaning})',
    'the table has no prototype row {#{tag}} ({meaning})',
  ],
  'repeated-row': [
    'có nhiều hàng mẫu {#{tag}}; mỗi loại chỉ được một hàng',
    'there are several prototype rows {#{tag}}; there may be one of each kind',
  ],
  'several-tags': [
    'một hàng mang nhiều thẻ: {tags}; mỗi hàng mẫu chỉ được một thẻ',
    'one row has several tags: {tags}; a prototype row has one',
  ],
  'several-tables': [
    'bảng này cũng có hàng mẫu: {tags}; các hàng mẫu phải ở cùng một bảng',
    'this table has prototype rows, too: {tags}; all of them must be in one table',
    'Chuyển các hàng ấy vào bảng đầu tiên có hàng mẫu, hoặc xóa chúng nếu thừa.',
    'Move them to the first table that has prototype rows, or delete them.',
  ],
  'missing-placeholder': ['tài liệu thiếu {{name}}', 'the document lacks {{name}}'],
  'missing-placeholder row': [
    'hàng mẫu {#{tag}} thiếu {{name}}',
    'the prototype row {#{tag}} lacks {{name}}',
  ],
  'unknown-placeholder': [
    'không có chỗ điền nào tên là “{written}”',
    'unknown placeholder “{written}”',
    'Các chỗ điền dùng được ở đây: {known}',
    'The placeholders here: {known}',
  ],
  'unknown-placeholder near': [
    'không có chỗ điền nào tên là “{written}”',
    'unknown placeholder “{written}”',
    'Có phải ý là {near}?',
    'Did you mean {near}?',
  ],
  'misplaced-placeholder': [
    '“{written}” phải nằm trong một hàng mẫu của bảng',
    '“{written}” must be in a prototype row of the table',
  ],
  'misplaced-placeholder row': [
    '“{written}” không dùng được trong hàng mẫu {#{tag}}',
    '“{written}” is not allowed in the prototype row {#{tag}}',
  ],
  'old-rows': [
    '{rows} không phải hàng mẫu mà có nội dung, sẽ in vào mọi biểu',
    '{rows}, which every form would print',
    'Xóa các dòng ấy; dòng nào cần giữ thì gộp các ô thành một ô ngang cả bảng. Để bieu2 làm thay: bieu2 template from <biểu.docx>',
    'Delete them; to keep one, merge its cells into one across the table. bieu2 can do it: bieu2 template from <form.docx>',
  ],
  unprinted: [
    'mẫu không in {content}',
    'the template does not print {content}',
    'Thêm {{name}} vào mẫu nếu biểu cần in.',
    'Add {{name}} where forms should have it.',
  ],
  'unprinted draft': [
    'mẫu không in {content}',
    'the template does not print {content}',
    'Thêm đoạn “{#draft}BẢN NHÁP” vào đầu trang.',
    'Add a paragraph “{#draft}BẢN NHÁP” to the header of the page.',
  ],
  'left-out-macros': [
    'macro của mẫu không được đưa vào biểu',
    'the macros of the template are left out of forms',
  ],
  'left-out-signature': [
    'chữ ký số của mẫu không được đưa vào biểu: chữ ký chỉ có giá trị với chính tệp mẫu',
    'the digital signature of the template is left out of forms: it is valid for the template only',
  ],
  'other-kind': [
    'mẫu thuộc loại tệp Word khác (.docm, .dotx hoặc .dotm); biểu được ghi thành .docx thường',
    'the template is another kind of Word file (.docm, .dotx or .dotm); forms are written as plain .docx',
  ],
} as const;

type Facts = Readonly<Record<string, string | Wording>>;

/** A problem of a template, worded from its facts. */
export function templateProblem(kind: keyof typeof wordings, facts: Facts = {}): TemplateProblem {
  const filled = (text: string, language: Language) =>
    text.replace(/\{(\w+)\}/g, (written, name: string) => {
      const fact = facts[name] ?? written;
      return typeof fact === 'string' ? fact : fact[language];
    });
  const [vi, en, hintVi, hintEn = ''] = wordings[kind];
  return {
    id: kind.replace(/ .*/, ''),
    message: { vi: filled(vi, 'vi'), en: filled(en, 'en') },
    ...(hintVi && { hint: { vi: filled(hintVi, 'vi'), en: filled(hintEn, 'en') } }),
  };
}

/** The name that a mistyped placeholder most likely means. */
export const nearestPlaceholder = (written: string, names: readonly string[]): string | undefined =>
  nearestWord(/^\{?\s*[#^]?\s*([^{}|]*)/.exec(written)?.[1]?.trim() ?? '', names);

/** @param known the names of those that may be there */
export function unknownPlaceholder(written: string, known: readonly string[]): TemplateProblem {
  const name = nearestPlaceholder(written, known);
  if (name) {
    const near = `{${/^\{?\s*([#^]?)/.exec(written)?.[1]}${name}}`;
    return templateProblem('unknown-placeholder near', { written, near });
  }
  return templateProblem('unknown-placeholder', { written, known: known.map((one) => `{${one}}`).join(' ') });
}
