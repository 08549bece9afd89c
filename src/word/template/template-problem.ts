import type { TablePlace } from '../../diagnostics/finding.ts';
import { nearestWord } from '../../diagnostics/nearest-word.ts';
import { type Wording, words } from '../../diagnostics/wording.ts';
import type { LeftOutContent } from '../package/plain-package.ts';

/** One reason why a Word file is not a valid template, or what documents made from it lack. */
export interface TemplateProblem {
  /** Stable, such as `missing-row`. */
  readonly id: string;
  /** Without a full stop at the end. */
  readonly message: Wording;
  /** How to correct it, in a sentence. */
  readonly hint?: Wording;
  /** Of a row; absent where the document as a whole is meant. */
  readonly place?: TablePlace;
}

/** The result made from a Word file, with warnings, or the problems that prevent it. */
export type Made<Result> =
  | (Result & { readonly warnings: readonly TemplateProblem[]; readonly problems?: never })
  | ({ readonly [Key in keyof Result | 'warnings']?: never } & {
      readonly problems: readonly TemplateProblem[];
    });

const problem = (id: string, vi: string, en: string, hintVi = '', hintEn = ''): TemplateProblem => ({
  ...{ id, message: { vi, en } },
  ...(hintVi !== '' && { hint: { vi: hintVi, en: hintEn } }),
});

/** The name that a mistyped placeholder most likely means. */
export const nearestPlaceholder = (written: string, names: readonly string[]): string | undefined =>
  nearestWord(/^\{?\s*[#^]?\s*([^{}|]*)/.exec(written)?.[1]?.trim() ?? '', names);

/** Every problem that a template can have, worded from its facts. */
export const templateProblem = {
  /** @param reason of a `Refusal` */
  noWordFile: (reason: string) => {
    const { vi, en } = refusalWording(reason);
    return problem('no-word-file', vi, en);
  },
  noDocument: () =>
    problem('no-document', 'tệp không có phần nội dung của Word', 'the file has no Word document in it'),
  damagedPart: (part: string) =>
    problem(
      'damaged-part',
      `phần ${part} bị hỏng, không đọc được`,
      `the part ${part} is damaged and cannot be read`,
    ),
  trackedChanges: () =>
    problem(
      'tracked-changes',
      'mẫu còn thay đổi được theo dõi (Track Changes)',
      'the template has tracked changes in it',
      'Trong Word, mở thẻ Xem lại (Review), chấp nhận hoặc từ chối tất cả các thay đổi, rồi lưu lại.',
      'In Word, accept or reject all changes on the Review tab, then save.',
    ),
  noForm: () =>
    problem(
      'no-form',
      'tệp không có bảng của Biểu số 2 đã điền',
      'the file does not have the filled-in table of Biểu số 2',
    ),
  noRows: () =>
    problem(
      'no-rows',
      'không có bảng nào chứa các hàng mẫu ({#group}, {#task} …)',
      'there is no table with prototype rows ({#group}, {#task} …)',
      'Bắt đầu từ mẫu do “bieu2 template new” tạo ra, giữ nguyên các hàng mẫu trong bảng.',
      'Start from what “bieu2 template new” makes, and leave the prototype rows in its table.',
    ),
  missingRow: (tag: string, meaning: Wording) =>
    problem(
      'missing-row',
      `bảng thiếu hàng mẫu {#${tag}} (${meaning.vi})`,
      `the table has no prototype row {#${tag}} (${meaning.en})`,
    ),
  repeatedRow: (tag: string) =>
    problem(
      'repeated-row',
      `có nhiều hàng mẫu {#${tag}}; mỗi loại chỉ được một hàng`,
      `there are several prototype rows {#${tag}}; there may be one of each kind`,
    ),
  severalTags: (tags: string) =>
    problem(
      'several-tags',
      `một hàng mang nhiều thẻ: ${tags}; mỗi hàng mẫu chỉ được một thẻ`,
      `one row has several tags: ${tags}; a prototype row has one`,
    ),
  severalTables: (tags: string) =>
    problem(
      'several-tables',
      `bảng này cũng có hàng mẫu: ${tags}; các hàng mẫu phải ở cùng một bảng`,
      `this table has prototype rows, too: ${tags}; all of them must be in one table`,
      'Chuyển các hàng ấy vào bảng đầu tiên có hàng mẫu, hoặc xóa chúng nếu thừa.',
      'Move them to the first table that has prototype rows, or delete them.',
    ),
  missingPlaceholder: (name: string, tag?: string) =>
    problem(
      'missing-placeholder',
      tag ? `hàng mẫu {#${tag}} thiếu {${name}}` : `tài liệu thiếu {${name}}`,
      tag ? `the prototype row {#${tag}} lacks {${name}}` : `the document lacks {${name}}`,
    ),
  /** @param known the names of those that may be there */
  unknownPlaceholder: (written: string, known: readonly string[]) => {
    const name = nearestPlaceholder(written, known);
    const near = name && `{${/^\{?\s*([#^]?)/.exec(written)?.[1]}${name}}`;
    const list = known.map((name) => `{${name}}`).join(' ');
    return problem(
      'unknown-placeholder',
      `không có chỗ điền nào tên là “${written}”`,
      `unknown placeholder “${written}”`,
      near ? `Có phải ý là ${near}?` : `Các chỗ điền dùng được ở đây: ${list}`,
      near ? `Did you mean ${near}?` : `The placeholders here: ${list}`,
    );
  },
  outsideRow: (written: string) =>
    problem(
      'misplaced-placeholder',
      `“${written}” phải nằm trong một hàng mẫu của bảng`,
      `“${written}” must be in a prototype row of the table`,
    ),
  /** @param rows their numbers within one table */
  oldRows: (rows: readonly number[]) =>
    problem(
      'old-rows',
      `${rows.length === 1 ? 'dòng' : 'các dòng'} ${rangesOf(rows)} không phải hàng mẫu mà có nội dung, sẽ in vào mọi biểu`,
      rows.length === 1
        ? `row ${rangesOf(rows)} is not a prototype row but has content, which every form would print`
        : `rows ${rangesOf(rows)} are not prototype rows but have content, which every form would print`,
      'Xóa các dòng ấy; dòng nào cần giữ thì gộp các ô thành một ô ngang cả bảng. Để bieu2 làm thay: bieu2 template from <biểu.docx>',
      'Delete them; to keep one, merge its cells into one across the table. bieu2 can do it: bieu2 template from <form.docx>',
    ),
  unprinted: (name: string, { vi, en }: Wording) =>
    problem(
      'unprinted',
      `mẫu không in ${vi}`,
      `the template does not print ${en}`,
      name === 'draft'
        ? 'Thêm đoạn “{#draft}BẢN NHÁP” vào đầu trang.'
        : `Thêm {${name}} vào mẫu nếu biểu cần in.`,
      name === 'draft'
        ? 'Add a paragraph “{#draft}BẢN NHÁP” to the header of the page.'
        : `Add {${name}} where forms should have it.`,
    ),
  leftOut: (what: LeftOutContent) =>
    what === 'macros'
      ? problem(
          'left-out-macros',
          'macro của mẫu không được đưa vào biểu',
          'the macros of the template are left out of forms',
        )
      : problem(
          'left-out-signature',
          'chữ ký số của mẫu không được đưa vào biểu: chữ ký chỉ có giá trị với chính tệp mẫu',
          'the digital signature of the template is left out of forms: it is valid for the template only',
        ),
  otherKind: () =>
    problem(
      'other-kind',
      'mẫu thuộc loại tệp Word khác (.docm, .dotx hoặc .dotm); biểu được ghi thành .docx thường',
      'the template is another kind of Word file (.docm, .dotx or .dotm); forms are written as plain .docx',
    ),
  wrongRow: (written: string, tag: string) =>
    problem(
      'misplaced-placeholder',
      `“${written}” không dùng được trong hàng mẫu {#${tag}}`,
      `“${written}” is not allowed in the prototype row {#${tag}}`,
    ),
};

/** Numbers in order, such as “8–15, 18”. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

const otherFormats = 'empty not-word rtf word-2003 flat-odt odt html xml pdf binary'.split(' ');

/** Shorter than what the rule `word-file` says of a form: a template is rarely hostile. */
function refusalWording(reason: string): Wording {
  if (['old-doc', 'encrypted', 'encrypted-zip'].includes(reason)) {
    return words(
      'đây là tệp .doc kiểu cũ hoặc tệp có mật khẩu; hãy mở bằng Word và lưu lại dưới dạng .docx không mật khẩu',
      'this is an old .doc file or one with a password; open it in Word and save it as .docx without one',
    );
  }
  if (['too-large', 'too-many-parts', 'part-too-large', 'parts-too-large', 'bomb'].includes(reason)) {
    return words('tệp Word quá lớn', 'the Word file is too large');
  }
  if (otherFormats.includes(reason)) {
    return words('đây không phải là tệp Word (.docx)', 'this is not a Word file (.docx)');
  }
  return words('tệp Word bị hỏng, không giải nén được', 'the Word file is damaged and cannot be unpacked');
}
