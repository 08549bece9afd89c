import type { TablePlace } from '../diagnostics/place.ts';
import type { Wording } from '../diagnostics/wording.ts';

/** One reason why a Word file cannot serve as a template. */
export interface TemplateProblem {
  /** Stable, such as `missing-row`. */
  readonly id: string;
  /** Without a full stop at the end. */
  readonly message: Wording;
  /** How to mend it, in a sentence. */
  readonly hint?: Wording;
  /** Of a row; absent where the document as a whole is meant. */
  readonly place?: TablePlace;
}

const problem = (id: string, vi: string, en: string): TemplateProblem => ({ id, message: { vi, en } });

/** Every problem that a template can have, worded from its facts. */
export const templateProblem = {
  noWordFile: ({ vi, en }: Wording) => problem('no-word-file', vi, en),
  noDocument: () =>
    problem('no-document', 'tệp không có phần nội dung của Word', 'the file has no Word document in it'),
  damagedPart: (part: string) =>
    problem(
      'damaged-part',
      `phần ${part} bị hỏng, không đọc được`,
      `the part ${part} is damaged and cannot be read`,
    ),
  trackedChanges: () => ({
    ...problem(
      'tracked-changes',
      'mẫu còn thay đổi được theo dõi (Track Changes)',
      'the template has tracked changes in it',
    ),
    hint: {
      vi: 'Trong Word, mở thẻ Xem lại (Review), chấp nhận hoặc từ chối tất cả các thay đổi, rồi lưu lại.',
      en: 'In Word, accept or reject all changes on the Review tab, then save.',
    },
  }),
  noRows: () => ({
    ...problem(
      'no-rows',
      'không có bảng nào chứa các hàng mẫu ({#group}, {#task} …)',
      'there is no table with prototype rows ({#group}, {#task} …)',
    ),
    hint: {
      vi: 'Bắt đầu từ mẫu do “bieu2 template new” tạo ra, giữ nguyên các hàng mẫu trong bảng.',
      en: 'Start from what “bieu2 template new” makes, and leave the prototype rows in its table.',
    },
  }),
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
  severalTables: (tag: string) =>
    problem(
      'several-tables',
      `hàng mẫu {#${tag}} nằm ở bảng khác; các hàng mẫu phải ở cùng một bảng`,
      `the prototype row {#${tag}} is in another table; all of them must be in one table`,
    ),
  missingPlaceholder: (name: string, tag?: string) =>
    problem(
      'missing-placeholder',
      tag ? `hàng mẫu {#${tag}} thiếu {${name}}` : `tài liệu thiếu {${name}}`,
      tag ? `the prototype row {#${tag}} lacks {${name}}` : `the document lacks {${name}}`,
    ),
  unknownPlaceholder: (written: string, near?: string) => ({
    ...problem(
      'unknown-placeholder',
      `không có chỗ điền nào tên là “${written}”`,
      `there is no placeholder “${written}”`,
    ),
    ...(near !== undefined && { hint: { vi: `Có phải ý là ${near}?`, en: `Did you mean ${near}?` } }),
  }),
  outsideRow: (written: string) =>
    problem(
      'misplaced-placeholder',
      `“${written}” phải nằm trong một hàng mẫu của bảng`,
      `“${written}” must stand in a prototype row of the table`,
    ),
  wrongRow: (written: string, tag: string) =>
    problem(
      'misplaced-placeholder',
      `“${written}” không dùng được trong hàng mẫu {#${tag}}`,
      `“${written}” cannot stand in the prototype row {#${tag}}`,
    ),
};
