import { enNumber, viNumber } from '../diagnostics/format-number.ts';
import { defineRule, type Message } from './rule.ts';

const fixed = (vi: string, en: string) => () => ({ vi, en });
const saveAsDocx = fixed(
  'Mở bằng Word hoặc LibreOffice rồi lưu lại dưới dạng .docx, không đặt mật khẩu.',
  'Open it in Word or LibreOffice and save it as .docx, without a password.',
);
const askForAnother = fixed(
  'Tệp có thể hỏng khi gửi hoặc được tạo ra để gây hại; hãy xin lại tệp từ đơn vị lập biểu.',
  'It may be damaged or malicious; ask the unit to send the file again.',
);
const unpacksTooFar = fixed(
  'Biểu không bao giờ lớn như vậy; hãy kiểm tra nguồn gốc của tệp.',
  'A form is never that large; check where the file comes from.',
);

/** Files that are not .docx. */
const other = {
  empty: { text: fixed('tệp không có nội dung', 'the file is empty'), hint: askForAnother },
  'not-word': {
    text: fixed('tệp không phải văn bản Word (.docx)', 'the file is not a Word document (.docx)'),
    hint: saveAsDocx,
  },
  'old-doc': {
    text: fixed(
      'tệp là văn bản Word kiểu cũ (.doc), không phải .docx',
      'the file is an old Word document (.doc), not .docx',
    ),
    hint: saveAsDocx,
  },
  encrypted: {
    text: fixed('tệp Word được đặt mật khẩu', 'the Word file is protected by a password'),
    hint: saveAsDocx,
  },
  rtf: {
    text: fixed('tệp là văn bản RTF, không phải .docx', 'the file is an RTF document, not .docx'),
    hint: saveAsDocx,
  },
  'word-2003': {
    text: fixed(
      'tệp là văn bản XML của Word 2003, không phải .docx',
      'the file is a Word 2003 XML document, not .docx',
    ),
    hint: saveAsDocx,
  },
  'flat-odt': {
    text: fixed(
      'tệp là văn bản OpenDocument dạng XML (.fodt), không phải .docx',
      'the file is a flat OpenDocument text (.fodt), not .docx',
    ),
    hint: saveAsDocx,
  },
  odt: {
    text: fixed(
      'tệp là văn bản OpenDocument (.odt), không phải .docx',
      'the file is an OpenDocument text (.odt), not .docx',
    ),
    hint: saveAsDocx,
  },
  'no-document': {
    text: fixed('tệp nén không chứa văn bản Word', 'the package contains no Word document'),
    hint: saveAsDocx,
  },
} satisfies Record<string, Message>;

/** Packages that are damaged, or built to mislead a reader. */
const unsound = {
  damaged: {
    text: fixed('tệp Word bị hỏng, không giải nén được', 'the Word file is damaged and cannot be unpacked'),
    hint: askForAnother,
  },
  'encrypted-zip': {
    text: ({ part }) => ({
      vi: `phần “${part}” trong tệp Word bị mã hóa`,
      en: `the part “${part}” of the Word file is encrypted`,
    }),
    hint: saveAsDocx,
  },
  'unknown-packing': {
    text: ({ part }) => ({
      vi: `phần “${part}” trong tệp Word được nén theo cách Word không dùng`,
      en: `the part “${part}” of the Word file is compressed in a way that Word does not use`,
    }),
    hint: saveAsDocx,
  },
  'duplicate-part': {
    text: ({ part }) => ({
      vi: `tệp Word có hai phần cùng tên “${part}”`,
      en: `the Word file has two parts named “${part}”`,
    }),
    hint: askForAnother,
  },
  'bad-name': {
    text: ({ part }) => ({
      vi: `tệp Word có phần mang tên không hợp lệ “${part}”`,
      en: `the Word file has a part with the invalid name “${part}”`,
    }),
    hint: askForAnother,
  },
  'two-names': {
    text: ({ part }) => ({
      vi: `phần “${part}” trong tệp Word mang hai tên khác nhau`,
      en: `the part “${part}” of the Word file has two different names`,
    }),
    hint: askForAnother,
  },
  'false-size': {
    text: ({ part }) => ({
      vi: `phần “${part}” trong tệp Word không có kích thước như đã khai`,
      en: `the part “${part}” of the Word file does not have its declared size`,
    }),
    hint: askForAnother,
  },
  'not-xml': {
    text: ({ part }) => ({
      vi: `phần “${part}” của tệp Word bị hỏng: XML không hợp lệ`,
      en: `the part “${part}” of the Word file is damaged: its XML is not well formed`,
    }),
    hint: askForAnother,
  },
  encoding: {
    text: ({ part }) => ({
      vi: `phần “${part}” của tệp Word không theo bảng mã UTF-8 hoặc UTF-16`,
      en: `the part “${part}” of the Word file is neither UTF-8 nor UTF-16`,
    }),
    hint: askForAnother,
  },
  dtd: {
    text: ({ part }) => ({
      vi: `phần “${part}” của tệp Word khai báo DTD, điều mà Word không cho phép`,
      en: `the part “${part}” of the Word file declares a DTD, which Word forbids`,
    }),
    hint: askForAnother,
  },
} satisfies Record<string, Message>;

/** Packages beyond the limits. */
const oversized = {
  'too-large': {
    text: ({ limit }) => ({
      vi: `tệp Word lớn hơn ${viNumber(limit)} MB`,
      en: `the Word file is larger than ${enNumber(limit)} MB`,
    }),
    hint: fixed('Bỏ hình ảnh và tệp đính kèm khỏi văn bản.', 'Remove pictures and attachments from it.'),
  },
  'too-many-parts': {
    text: ({ count, limit }) => ({
      vi: `tệp Word có ${viNumber(count)} phần, tối đa ${viNumber(limit)}`,
      en: `the Word file has ${enNumber(count)} parts, at most ${enNumber(limit)} are read`,
    }),
    hint: unpacksTooFar,
  },
  'part-too-large': {
    text: ({ part, size, limit }) => ({
      vi: `phần “${part}” của tệp Word bung ra ${viNumber(size)} MB, tối đa ${viNumber(limit)} MB`,
      en: `the part “${part}” of the Word file unpacks to ${enNumber(size)} MB, at most ${enNumber(limit)} MB are read`,
    }),
    hint: unpacksTooFar,
  },
  'parts-too-large': {
    text: ({ limit }) => ({
      vi: `các phần của tệp Word bung ra hơn ${viNumber(limit)} MB`,
      en: `the parts of the Word file unpack to more than ${enNumber(limit)} MB`,
    }),
    hint: unpacksTooFar,
  },
  bomb: {
    text: ({ part, size }) => ({
      vi: `phần “${part}” của tệp Word bung ra ${viNumber(size)} MB từ rất ít dữ liệu, như một “bom nén”`,
      en: `the part “${part}” of the Word file unpacks to ${enNumber(size)} MB from very little data, like a zip bomb`,
    }),
    hint: unpacksTooFar,
  },
  'too-deep': {
    text: ({ part, limit }) => ({
      vi: `phần “${part}” của tệp Word lồng nhau quá ${viNumber(limit)} cấp`,
      en: `the part “${part}” of the Word file is nested more than ${enNumber(limit)} levels deep`,
    }),
    hint: unpacksTooFar,
  },
  'too-many-attributes': {
    text: ({ part, limit }) => ({
      vi: `phần “${part}” của tệp Word có thẻ mang hơn ${viNumber(limit)} thuộc tính`,
      en: `the part “${part}” of the Word file has a tag with more than ${enNumber(limit)} attributes`,
    }),
    hint: unpacksTooFar,
  },
  'too-long': {
    text: ({ part }) => ({
      vi: `phần “${part}” của tệp Word có đoạn dài hàng triệu ký tự`,
      en: `the part “${part}” of the Word file contains a piece of millions of characters`,
    }),
    hint: unpacksTooFar,
  },
  'too-much-text': {
    text: ({ limit }) => ({
      vi: `văn bản có hơn ${viNumber(limit)} triệu ký tự`,
      en: `the document has more than ${enNumber(limit)} million characters`,
    }),
    hint: unpacksTooFar,
  },
  'too-many-paragraphs': {
    text: ({ limit }) => ({
      vi: `văn bản có hơn ${viNumber(limit)} đoạn`,
      en: `the document has more than ${enNumber(limit)} paragraphs`,
    }),
    hint: unpacksTooFar,
  },
  'too-many-columns': {
    text: ({ table, limit }) => ({
      vi: `bảng ${table} có hơn ${viNumber(limit)} cột`,
      en: `table ${table} has more than ${enNumber(limit)} columns`,
    }),
    hint: unpacksTooFar,
  },
  'too-many-rows': {
    text: ({ limit }) => ({
      vi: `các bảng có hơn ${viNumber(limit)} dòng`,
      en: `the tables have more than ${enNumber(limit)} rows`,
    }),
    hint: unpacksTooFar,
  },
  'too-many-cells': {
    text: ({ limit }) => ({
      vi: `các bảng có hơn ${viNumber(limit)} ô`,
      en: `the tables have more than ${enNumber(limit)} cells`,
    }),
    hint: unpacksTooFar,
  },
} satisfies Record<string, Message>;

/** A Word file can be read, and safely; found while reading it. */
export const wordFile = defineRule({
  id: 'word-file',
  severity: 'error',
  summary: {
    vi: 'Tệp Word đọc được: .docx nguyên vẹn, không mật khẩu, không quá lớn',
    en: 'A Word file can be read: an intact .docx, without a password, not too large',
  },
  explanation: {
    vi: 'Biểu Word phải là tệp .docx, .docm, .dotx, .dotm hoặc XML phẳng của Word (Flat OPC) nguyên vẹn, không đặt mật khẩu; loại tệp được nhận ra theo nội dung. Tệp .doc, .odt và .rtf được chuyển qua LibreOffice nếu máy có cài.\n\nTệp bị từ chối trước khi đọc hết nếu vượt giới hạn: 50 MB, 2.000 phần, 100 MB mỗi phần và 300 MB tất cả sau khi giải nén, tỉ lệ nén 400 lần, lồng nhau 200 cấp, 63 cột, 100.000 dòng; hoặc khai báo DTD, trùng tên phần, khai sai kích thước. Không có gì bên ngoài tệp được mở.',
    en: 'A Word form must be an intact .docx, .docm, .dotx, .dotm or flat XML file of Word (Flat OPC) without a password; the content counts, not the name. .doc, .odt and .rtf are converted with LibreOffice if it is installed.\n\nA file is rejected before all of it is read when it exceeds a limit: 50 MB, 2,000 parts, 100 MB per part and 300 MB in total when unpacked, a compression ratio of 400, a depth of 200, 63 columns, 100,000 rows; or when it declares a DTD, repeats the name of a part or declares a wrong size. Nothing outside the file is opened.',
  },
  messages: { ...other, ...unsound, ...oversized },
});
