import { defineRule, say, withHint } from './rule.ts';

const resave = withHint(
  'Mở bằng Word hoặc LibreOffice rồi lưu lại dưới dạng .docx, không đặt mật khẩu.',
  'Open it in Word or LibreOffice and save it as .docx, without a password.',
);
const suspect = withHint(
  'Tệp có thể hỏng khi gửi hoặc được tạo ra để gây hại; hãy xin lại tệp từ đơn vị lập biểu.',
  'It may be damaged or malicious; ask the unit to send the file again.',
);
const oversized = withHint(
  'Biểu không bao giờ lớn như vậy; hãy kiểm tra nguồn gốc của tệp.',
  'A form is never that large; check where the file comes from.',
);

/** Found while reading a Word file. */
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
  messages: {
    // Files that are not .docx.
    empty: suspect('tệp không có nội dung', 'the file is empty'),
    'not-word': resave('tệp không phải văn bản Word (.docx)', 'the file is not a Word document (.docx)'),
    'old-doc': resave(
      'tệp là văn bản Word kiểu cũ (.doc), không phải .docx',
      'the file is an old Word document (.doc), not .docx',
    ),
    encrypted: resave('tệp Word được đặt mật khẩu', 'the Word file is protected by a password'),
    rtf: resave('tệp là văn bản RTF, không phải .docx', 'the file is an RTF document, not .docx'),
    'word-2003': resave(
      'tệp là văn bản XML của Word 2003, không phải .docx',
      'the file is a Word 2003 XML document, not .docx',
    ),
    'flat-odt': resave(
      'tệp là văn bản OpenDocument dạng XML (.fodt), không phải .docx',
      'the file is a flat OpenDocument text (.fodt), not .docx',
    ),
    odt: resave(
      'tệp là văn bản OpenDocument (.odt), không phải .docx',
      'the file is an OpenDocument text (.odt), not .docx',
    ),
    html: resave('tệp là trang web (HTML), không phải .docx', 'the file is a web page (HTML), not .docx'),
    xml: resave('tệp là XML, không phải .docx', 'the file is XML, not .docx'),
    pdf: say(
      'tệp là PDF, không phải .docx → Xin bản Word của biểu từ đơn vị lập biểu.',
      'the file is a PDF, not .docx → Ask the unit for the Word document of the form.',
    ),
    binary: say(
      'tệp là ảnh hoặc tệp nén, không phải .docx → Xin bản Word của biểu từ đơn vị lập biểu.',
      'the file is a picture or an archive, not .docx → Ask the unit for the Word document of the form.',
    ),
    'no-document': resave('tệp nén không chứa văn bản Word', 'the package contains no Word document'),
    // Packages that are damaged, or built to mislead a reader.
    damaged: suspect(
      'tệp Word bị hỏng, không giải nén được',
      'the Word file is damaged and cannot be unpacked',
    ),
    'encrypted-zip': resave(
      'phần “{part}” trong tệp Word bị mã hóa',
      'the part “{part}” of the Word file is encrypted',
    ),
    'unknown-packing': resave(
      'phần “{part}” trong tệp Word được nén theo cách Word không dùng',
      'the part “{part}” of the Word file is compressed in a way that Word does not use',
    ),
    'duplicate-part': suspect(
      'tệp Word có hai phần cùng tên “{part}”',
      'the Word file has two parts named “{part}”',
    ),
    'bad-name': suspect(
      'tệp Word có phần mang tên không hợp lệ “{part}”',
      'the Word file has a part with the invalid name “{part}”',
    ),
    'two-names': suspect(
      'phần “{part}” trong tệp Word mang hai tên khác nhau',
      'the part “{part}” of the Word file has two different names',
    ),
    'false-size': suspect(
      'phần “{part}” trong tệp Word không có kích thước như đã khai',
      'the part “{part}” of the Word file does not have its declared size',
    ),
    'not-xml': suspect(
      'phần “{part}” của tệp Word bị hỏng: XML không hợp lệ',
      'the part “{part}” of the Word file is damaged: its XML is not well formed',
    ),
    encoding: suspect(
      'phần “{part}” của tệp Word không theo bảng mã UTF-8 hoặc UTF-16',
      'the part “{part}” of the Word file is neither UTF-8 nor UTF-16',
    ),
    dtd: suspect(
      'phần “{part}” của tệp Word khai báo DTD, điều mà Word không cho phép',
      'the part “{part}” of the Word file declares a DTD, which Word forbids',
    ),
    // Packages beyond the limits.
    'too-large': say(
      'tệp Word lớn hơn {limit} MB → Bỏ hình ảnh và tệp đính kèm khỏi văn bản.',
      'the Word file is larger than {limit} MB → Remove pictures and attachments from it.',
    ),
    'too-many-parts': oversized(
      'tệp Word có {count} phần, tối đa {limit}',
      'the Word file has {count} parts, at most {limit} are read',
    ),
    'part-too-large': oversized(
      'phần “{part}” của tệp Word bung ra {size} MB, tối đa {limit} MB',
      'the part “{part}” of the Word file unpacks to {size} MB, at most {limit} MB are read',
    ),
    'parts-too-large': oversized(
      'các phần của tệp Word bung ra hơn {limit} MB',
      'the parts of the Word file unpack to more than {limit} MB',
    ),
    bomb: oversized(
      'phần “{part}” của tệp Word bung ra {size} MB từ rất ít dữ liệu, như một “bom nén”',
      'the part “{part}” of the Word file unpacks to {size} MB from very little data, like a zip bomb',
    ),
    'too-deep': oversized(
      'phần “{part}” của tệp Word lồng nhau quá {limit} cấp',
      'the part “{part}” of the Word file is nested more than {limit} levels deep',
    ),
    'too-many-attributes': oversized(
      'phần “{part}” của tệp Word có thẻ mang hơn {limit} thuộc tính',
      'the part “{part}” of the Word file has a tag with more than {limit} attributes',
    ),
    'too-long': oversized(
      'phần “{part}” của tệp Word có đoạn dài hàng triệu ký tự',
      'the part “{part}” of the Word file contains a piece of millions of characters',
    ),
    'too-much-text': oversized(
      'văn bản có hơn {limit} triệu ký tự',
      'the document has more than {limit} million characters',
    ),
    'too-many-paragraphs': oversized(
      'văn bản có hơn {limit} đoạn',
      'the document has more than {limit} paragraphs',
    ),
    'too-many-columns': oversized(
      'bảng {table} có hơn {limit} cột',
      'table {table} has more than {limit} columns',
    ),
    'too-many-rows': oversized('các bảng có hơn {limit} dòng', 'the tables have more than {limit} rows'),
    'too-many-cells': oversized('các bảng có hơn {limit} ô', 'the tables have more than {limit} cells'),
  },
});
