import type { TablePlace } from '../../diagnostics/place.ts';
import type { Wording } from '../../diagnostics/wording.ts';
import { nearestPlaceholder } from './nearest-placeholder.ts';

/** One reason why a Word file is not a valid template. */
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
  severalTables: (tags: string) => ({
    ...problem(
      'several-tables',
      `bảng này cũng có hàng mẫu: ${tags}; các hàng mẫu phải ở cùng một bảng`,
      `this table has prototype rows, too: ${tags}; all of them must be in one table`,
    ),
    hint: {
      vi: 'Chuyển các hàng ấy vào bảng đầu tiên có hàng mẫu, hoặc xóa chúng nếu thừa.',
      en: 'Move them to the first table that has prototype rows, or delete them.',
    },
  }),
  missingPlaceholder: (name: string, tag?: string) =>
    problem(
      'missing-placeholder',
      tag ? `hàng mẫu {#${tag}} thiếu {${name}}` : `tài liệu thiếu {${name}}`,
      tag ? `the prototype row {#${tag}} lacks {${name}}` : `the document lacks {${name}}`,
    ),
  /** @param known the names of those that may be there */
  unknownPlaceholder: (written: string, known: readonly string[]) => {
    const near = nearestPlaceholder(written, known);
    const list = known.map((name) => `{${name}}`).join(' ');
    return {
      ...problem(
        'unknown-placeholder',
        `không có chỗ điền nào tên là “${written}”`,
        `unknown placeholder “${written}”`,
      ),
      hint: near
        ? { vi: `Có phải ý là ${near}?`, en: `Did you mean ${near}?` }
        : { vi: `Các chỗ điền dùng được ở đây: ${list}`, en: `The placeholders here: ${list}` },
    };
  },
  outsideRow: (written: string) =>
    problem(
      'misplaced-placeholder',
      `“${written}” phải nằm trong một hàng mẫu của bảng`,
      `“${written}” must be in a prototype row of the table`,
    ),
  wrongRow: (written: string, tag: string) =>
    problem(
      'misplaced-placeholder',
      `“${written}” không dùng được trong hàng mẫu {#${tag}}`,
      `“${written}” is not allowed in the prototype row {#${tag}}`,
    ),
};
