import type { Facts } from '../diagnostics/finding.ts';
import { enCount, viNumber, type Wording } from '../diagnostics/wording.ts';
import { formKeys } from '../form/form-keys.ts';
import { fromRoman } from '../form/roman.ts';
import { defineRule, type Message, say, wording } from './rule.ts';

const quoteIt = (example: (facts: Facts) => string) => (facts: Facts) => ({
  vi: `Đặt cả văn bản trong ngoặc kép: ${example(facts)}`,
  en: `Put the whole text in quotes: ${example(facts)}`,
});

const unreadable = {
  empty: say(
    'tệp không có nội dung → Tạo biểu mới bằng “bieu2 init”.',
    'the file is empty → Start a form with “bieu2 init”.',
  ),
  binary: say(
    'tệp không phải văn bản → Biểu phải là tệp YAML hoặc JSON.',
    'the file is not text → A form is a YAML or JSON file.',
  ),
  zip: say(
    'tệp là tệp nén (Word, Excel hoặc zip), không phải văn bản → Tệp Word phải có đuôi .docx; biểu dạng văn bản là YAML hoặc JSON.',
    'the file is a zip package (Word, Excel or zip), not text → The name of a Word file must end in .docx; a form as text is YAML or JSON.',
  ),
  html: say(
    'tệp là trang web (HTML), không phải biểu → Mở trong Word, lưu thành .docx rồi chạy “bieu2 import TỆP.docx”.',
    'the file is a web page (HTML), not a form → Open it in Word, save it as .docx and run “bieu2 import FILE.docx”.',
  ),
  xml: say(
    'tệp là XML, không phải biểu → Nếu là văn bản Word, lưu thành .docx rồi chạy “bieu2 import TỆP.docx”; tạo biểu mới bằng “bieu2 init”.',
    'the file is XML, not a form → If it is a Word document, save it as .docx and run “bieu2 import FILE.docx”; start a form with “bieu2 init”.',
  ),
  rtf: say(
    'tệp là văn bản RTF, không phải biểu YAML hay JSON → Đặt đuôi .rtf cho tệp rồi chạy “bieu2 import TỆP.rtf”, hoặc lưu thành .docx trước.',
    'the file is an RTF document, not YAML or JSON → Name it .rtf and run “bieu2 import FILE.rtf”, or save it as .docx first.',
  ),
  'word-97': say(
    'tệp là văn bản Word 97–2003 (.doc) hoặc tệp có mật khẩu, không phải biểu YAML hay JSON → Đặt đuôi .doc cho tệp rồi chạy “bieu2 import TỆP.doc”, hoặc bỏ mật khẩu và lưu thành .docx trước.',
    'the file is a Word 97–2003 document (.doc) or has a password, it is not YAML or JSON → Name it .doc and run “bieu2 import FILE.doc”, or remove the password and save it as .docx first.',
  ),
  pdf: say(
    'tệp là PDF, không phải biểu → Lấy bản Word của biểu rồi chạy “bieu2 import TỆP.docx”.',
    'the file is a PDF, not a form → Get the Word document of the form and run “bieu2 import FILE.docx”.',
  ),
  csv: say(
    'tệp là bảng (CSV), không phải biểu → Tạo biểu mới bằng “bieu2 init”, hoặc chạy “bieu2 import TỆP.docx” với bản Word của biểu.',
    'the file is a table (CSV), not a form → Start a form with “bieu2 init”, or run “bieu2 import FILE.docx” on the Word document of the form.',
  ),
  utf16: say(
    'tệp được lưu theo bảng mã UTF-16 mà đầu tệp không có dấu nhận biết (BOM) → Lưu lại tệp theo bảng mã UTF-8.',
    'the file is saved as UTF-16 without a byte order mark (BOM) → Save it again as UTF-8.',
  ),
  'utf16-cut': say(
    'tệp UTF-16 bị hỏng: có ký tự thiếu một nửa → Lấy lại bản gốc của tệp, rồi lưu theo bảng mã UTF-8.',
    'the UTF-16 file is damaged: half of a character is missing → Get the original file again, and save it as UTF-8.',
  ),
  utf32: say(
    'tệp được lưu theo bảng mã UTF-32 → Lưu lại tệp theo bảng mã UTF-8.',
    'the file is saved as UTF-32 → Save it again as UTF-8.',
  ),
  'not-utf8': say(
    'tệp không theo bảng mã UTF-8 → Lưu lại tệp theo bảng mã UTF-8; nếu là phông TCVN3 hoặc VNI thì chuyển sang Unicode trước.',
    'the file is not valid UTF-8 → Save it again as UTF-8; convert TCVN3 or VNI text to Unicode first.',
  ),
  'too-large': say(
    'tệp quá lớn: {size} MB, tối đa {limit} MB → Tách thành nhiều biểu, hoặc kiểm tra lại có đúng là tệp biểu không.',
    'the file is too large: {size} MB, at most {limit} MB → Split it into several forms, or check that it is a form.',
  ),
} satisfies Record<string, Message>;

/** About all syntax errors of a file. */
const together = {
  more: say(
    'còn {count} lỗi cú pháp nữa → Sửa các lỗi trên trước: nhiều lỗi thường do một chỗ sai gây ra.',
    'and {count} more syntax errors → Fix those above first: many errors often come from one mistake.',
  ),
};

/** The meaning of the `yaml` package's error codes when no typical mistake was recognized. */
const reasons: Readonly<Record<string, Wording>> = {
  ALIAS_PROPS: {
    vi: 'tham chiếu (*) không đi cùng nhãn kiểu (!) hoặc nhãn neo (&)',
    en: 'an alias (*) cannot have a tag (!) or an anchor (&)',
  },
  BAD_ALIAS: { vi: 'tham chiếu (*) hoặc nhãn neo (&) không hợp lệ', en: 'invalid alias (*) or anchor (&)' },
  BAD_COLLECTION_TYPE: {
    vi: 'nhãn kiểu (!) không hợp với giá trị',
    en: 'the tag (!) does not match the value',
  },
  BAD_DIRECTIVE: { vi: 'chỉ thị (%) không hợp lệ', en: 'invalid directive (%)' },
  BAD_INDENT: { vi: 'dòng thụt vào không đúng chỗ', en: 'wrong indentation' },
  BAD_PROP_ORDER: {
    vi: 'nhãn kiểu (!) hoặc nhãn neo (&) đặt sai chỗ',
    en: 'a tag (!) or an anchor (&) in the wrong place',
  },
  BAD_SCALAR_START: {
    vi: 'văn bản bắt đầu bằng ký tự dành riêng',
    en: 'a text begins with a reserved character',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    vi: 'nhiều khóa hoặc danh sách trên cùng một dòng',
    en: 'several keys or lists on the same line',
  },
  BLOCK_IN_FLOW: {
    vi: 'trong ngoặc [ ] hoặc { } không viết được danh sách hay khóa xuống dòng',
    en: 'lists and keys on lines of their own are not allowed inside [ ] or { }',
  },
  KEY_OVER_1024_CHARS: { vi: 'khóa dài hơn 1.024 ký tự', en: 'the key is longer than 1,024 characters' },
  MISSING_CHAR: {
    vi: 'thiếu một ký tự ở đây hoặc trước đó, như dấu phẩy, dấu hai chấm, dấu cách hoặc dấu đóng ngoặc',
    en: 'missing character here or before, such as a comma, a colon, a space or a closing bracket or quote',
  },
  MULTILINE_IMPLICIT_KEY: { vi: 'khóa phải nằm trên một dòng', en: 'a key must be on one line' },
  MULTIPLE_ANCHORS: { vi: 'một giá trị có nhiều nhãn neo (&)', en: 'a value has several anchors (&)' },
  MULTIPLE_TAGS: { vi: 'một giá trị có nhiều nhãn kiểu (!)', en: 'a value has several tags (!)' },
  UNEXPECTED_TOKEN: { vi: 'có nội dung không đúng chỗ', en: 'unexpected content' },
};

const allKeys: readonly string[] = Object.values(formKeys).flat();
const isKey = (word: unknown) => allKeys.includes(String(word)) || fromRoman(String(word)) !== undefined;

const yaml = {
  'several-documents': say(
    'tệp có nhiều tài liệu, ngăn bởi dòng này: mỗi tệp chỉ một biểu → Tách phần sau sang tệp khác, hoặc bỏ dòng này.',
    'the file has several documents, separated by this line: only one form per file is allowed → Move what follows to another file, or remove this line.',
  ),
  'yaml-version': say(
    'chỉ thị %YAML đổi cách đọc tệp → Bỏ dòng này: biểu được đọc theo YAML 1.2.',
    'the %YAML directive changes how the file is read → Remove the line: forms are read as YAML 1.2.',
  ),
  'directives-end': say(
    'sau chỉ thị {name} thiếu dòng “---” → Bỏ dòng này: biểu không cần chỉ thị.',
    'the line “---” is missing after the directive {name} → Remove the line: forms need no directive.',
  ),
  'repeated-directive': say(
    'chỉ thị {name} ghi hai lần → Bỏ dòng này: biểu không cần chỉ thị.',
    'the directive {name} is repeated → Remove the line: forms need no directive.',
  ),
  directive: say(
    'YAML không có chỉ thị {name} → Bỏ dòng này; văn bản bắt đầu bằng % phải đặt trong ngoặc kép.',
    '{name} is not a directive of YAML → Remove the line; put a text that begins with % in quotes.',
  ),
  'conflict-marker': say(
    'còn dấu xung đột khi gộp tệp ({marker}) → Chọn nội dung đúng rồi xóa các dòng <<<<<<<, ======= và >>>>>>>.',
    'a merge conflict is left in the file ({marker}) → Choose the right text and delete the lines <<<<<<<, ======= and >>>>>>>.',
  ),
  'unquoted-colon': {
    text: wording('dấu hai chấm “: ” trong văn bản không có ngoặc kép', 'a colon “: ” in unquoted text'),
    hint: quoteIt(({ value }) => `"${String(value).replace(/(["\\])/g, '\\$1')}"`),
  },
  'leading-dash': say(
    'văn bản bắt đầu bằng “- ” ngay sau dấu hai chấm → Đặt văn bản trong ngoặc kép; nhiều đoạn thì ghi “|” sau dấu hai chấm và mỗi đoạn một dòng thụt vào.',
    'a text that begins with “- ” right after the colon → Put the text in quotes; for several paragraphs write “|” after the colon and each paragraph on an indented line.',
  ),
  tab: {
    text: ({ count }) => ({
      vi: `dòng thụt vào bằng phím Tab${Number(count) > 1 ? ` (cùng ${viNumber(Number(count) - 1)} dòng khác)` : ''}`,
      en: `the line is indented with a tab${Number(count) > 1 ? ` (and ${enCount(Number(count) - 1, 'other line')})` : ''}`,
    }),
    hint: wording('Thay bằng dấu cách (mỗi cấp 2 dấu cách).', 'Use spaces instead (2 for each level).'),
  },
  'hidden-indent': say(
    'dòng thụt vào bằng dấu cách không ngắt (chép từ Word) → Xóa và gõ lại bằng dấu cách thường.',
    'the line is indented with no-break spaces (pasted from Word) → Delete them and type normal spaces.',
  ),
  'unclosed-quote': say(
    'dấu ngoặc {quote} mở ở đây mà không đóng → Thêm {quote} vào cuối văn bản.',
    'the quote {quote} opened here is never closed → Add {quote} at the end of the text.',
  ),
  'quote-in-quotes': {
    text: wording('có chữ sau dấu ngoặc {quote} đóng', 'text after the closing quote {quote}'),
    hint: ({ quote }) =>
      quote === '"'
        ? {
            vi: 'Ngoặc kép bên trong văn bản viết là \\" hoặc dùng “ ”.',
            en: 'Write quotes inside the text as \\" or use “ ”.',
          }
        : { vi: "Dấu ' bên trong văn bản viết là ''.", en: "Write a ' inside the text as ''." },
  },
  'unclosed-bracket': say(
    'dấu {bracket} mở ở đây mà không đóng → Văn bản bắt đầu bằng dấu này phải đặt trong ngoặc kép.',
    'the {bracket} opened here is never closed → Put a text that begins with it in quotes.',
  ),
  'text-after-bracket': say(
    'có chữ sau dấu {bracket} đóng → Đặt cả văn bản trong ngoặc kép.',
    'text after the closing {bracket} → Put the whole text in quotes.',
  ),
  'text-without-key': say(
    'văn bản đứng chung mục với các khóa mà không có khóa “text” → Viết “- text: {text}”.',
    'the text is in one item with keys, but without the key “text” → Write “- text: {text}”.',
  ),
  'text-after-block-mark': say(
    'có chữ trên cùng dòng với “{mark}” → Xuống dòng sau “{mark}” và thụt văn bản vào; hoặc bỏ “{mark}”.',
    'text on the same line as “{mark}” → Start the text on the next line, indented, or remove “{mark}”.',
  ),
  'tight-colon': say(
    'thiếu dấu cách sau “{key}:” → Viết “{key}: …”.',
    'missing space after “{key}:” → Write “{key}: …”.',
  ),
  'wide-colon': say(
    'dấu hai chấm “：” là ký tự toàn độ rộng → Xóa và gõ lại dấu hai chấm thường, rồi một dấu cách.',
    'the colon “：” is a full-width character → Delete it and type a normal colon and a space.',
  ),
  'markdown-fence': say(
    'dòng “{mark}” của Markdown không thuộc biểu → Xóa mọi dòng “{mark}” ở trên và dưới biểu.',
    'the line “{mark}” belongs to Markdown, not to the form → Delete every line “{mark}” above and below the form.',
  ),
  'comment-mark': say(
    '“{mark}” không mở đầu chú thích trong YAML → Viết chú thích sau “# ”, hoặc xóa dòng này.',
    '“{mark}” does not begin a comment in YAML → Write the comment after “# ”, or delete the line.',
  ),
  indent: say(
    'dòng thụt vào không khớp với các dòng cùng cấp → Thụt các dòng cùng cấp bằng nhau; nếu dòng này nối tiếp văn bản trên và có “: ” thì đặt cả văn bản trong ngoặc kép.',
    'the line is indented differently from its siblings → Indent siblings equally; if the line continues the text above and contains “: ”, put the whole text in quotes.',
  ),
  'list-mark': say(
    'mục danh sách phải bắt đầu bằng dấu gạch nối và dấu cách “- ” → Sửa đầu dòng thành “- ”.',
    'a list item begins with a hyphen and a space “- ” → Begin the line with “- ”.',
  ),
  'missing-colon': {
    text: ({ word }) =>
      isKey(word)
        ? { vi: `thiếu dấu hai chấm sau “${word}”`, en: `missing colon after “${word}”` }
        : {
            vi: 'dòng không phải “khóa: giá trị” cũng không phải mục danh sách',
            en: 'the line is neither “key: value” nor a list item',
          },
    hint: ({ word }) =>
      isKey(word)
        ? { vi: `Viết “${word}: …”.`, en: `Write “${word}: …”.` }
        : {
            vi: 'Nếu là khóa thì thêm dấu hai chấm; nếu nối tiếp văn bản ở dòng trên thì thụt vào sâu hơn khóa của nó; nếu là mục thì thêm “- ”.',
            en: 'If it is a key, add the colon; if it continues the text above, indent it deeper than its key; if it is an item, begin it with “- ”.',
          },
  },
  'flow-comma': say(
    'thiếu dấu phẩy trước “{key}:” trong ngoặc → Viết dấu phẩy giữa các khóa; văn bản có “: ” phải đặt trong ngoặc kép.',
    'missing comma before “{key}:” in brackets → Separate keys with commas; put a text that contains “: ” in quotes.',
  ),
  'reserved-start': say(
    'văn bản không được bắt đầu bằng {character} → Đặt cả văn bản trong ngoặc kép.',
    'a text cannot begin with {character} → Put the whole text in quotes.',
  ),
  tag: say(
    '“{tag}” bị coi là nhãn kiểu của YAML và mất khỏi văn bản → Đặt cả văn bản trong ngoặc kép.',
    '“{tag}” is read as a YAML tag and lost from the text → Put the whole text in quotes.',
  ),
  anchor: say(
    '“&{name}” bị coi là nhãn neo của YAML và mất khỏi văn bản → Đặt cả văn bản trong ngoặc kép.',
    '“&{name}” is read as a YAML anchor and lost from the text → Put the whole text in quotes.',
  ),
  escape: say(
    "“{escape}” không hợp lệ trong ngoặc kép → Viết \\\\ cho dấu gạch chéo ngược, hoặc dùng ngoặc đơn '…'.",
    "invalid escape “{escape}” in double quotes → Write \\\\ for a backslash, or use single quotes '…'.",
  ),
  'unknown-alias': say(
    '“*{name}” bị coi là tham chiếu, mà không có gì mang tên đó → Văn bản bắt đầu bằng * phải đặt trong ngoặc kép.',
    '“*{name}” is read as an alias, but nothing has that name → Put a text that begins with * in quotes.',
  ),
  'alias-loop': say(
    'tham chiếu “*{name}” nằm trong chính nó',
    'the alias “*{name}” is inside the value it refers to',
  ),
  'alias-bomb': say(
    'các tham chiếu (*) sinh ra hơn {limit} giá trị → Ghi nội dung trực tiếp thay cho tham chiếu.',
    'aliases (*) expand to more than {limit} values → Write the content instead of aliases.',
  ),
  'key-not-text': say(
    'khóa không phải là chữ → Văn bản bắt đầu bằng [, { hoặc ? phải đặt trong ngoặc kép.',
    'a key that is not text → Put a text that begins with [, { or ? in quotes.',
  ),
  'merge-key': say(
    'khóa gộp “<<” không thuộc YAML 1.2 → Ghi trực tiếp các khóa của mục.',
    'the merge key “<<” is not part of YAML 1.2 → Write the keys of the item directly.',
  ),
  'duplicate-key': {
    text: wording('khóa “{key}” ghi hai lần', 'duplicate key “{key}”'),
    hint: ({ key }) =>
      /^(?:number|code|title|text|complexity|unrated|tasks)$/.test(String(key))
        ? {
            vi: 'Giữ một, xóa khóa còn lại; nếu đây là mục mới thì thêm “- ” ở đầu.',
            en: 'Keep one and remove the other; if a new item begins here, put “- ” before it.',
          }
        : { vi: 'Giữ một, xóa hoặc đổi tên khóa còn lại.', en: 'Keep one; remove or rename the other.' },
  },
  'too-deep': say('các mục lồng nhau quá sâu', 'lists and maps are nested too deeply'),
  'too-many': say(
    'tệp có quá nhiều mục so với một biểu → Tách thành nhiều biểu.',
    'the file has too many entries for a form → Split it into several forms.',
  ),
  'long-text': say(
    'văn bản ở đây quá dài: tối đa {limit} ký tự → Kiểm tra lại có đúng là tệp biểu không, hoặc tách văn bản.',
    'the text here is too long: at most {limit} characters → Check that the file is a form, or split the text.',
  ),
  other: {
    text: ({ code }) => {
      const { vi, en } = reasons[String(code)] ?? { vi: 'cú pháp không hợp lệ', en: 'invalid syntax' };
      return { vi: `không đọc được YAML: ${vi}`, en: `cannot read YAML: ${en}` };
    },
    hint: wording(
      'Nếu đây là một phần của văn bản thì đặt cả văn bản trong ngoặc kép.',
      'If this is part of a text, put the whole text in quotes.',
    ),
  },
} satisfies Record<string, Message>;

const json = {
  'json-comment': say(
    'JSON không có chú thích → Xóa chú thích, hoặc viết biểu bằng YAML.',
    'JSON has no comments → Remove it, or write the form in YAML.',
  ),
  'json-comma': say(
    'thiếu dấu phẩy trước chỗ này → Viết dấu phẩy “,” sau khóa hoặc mục liền trước.',
    'missing comma before this → Write a comma “,” after the key or item before it.',
  ),
  'json-value': say(
    'thiếu khóa hoặc giá trị ở đây → JSON dùng ngoặc kép thẳng "…" cho khóa và văn bản.',
    'missing key or value → In JSON, keys and texts are in straight double quotes "…".',
  ),
  'json-extra-comma': say(
    'thừa dấu phẩy trước dấu ngoặc đóng → Bỏ dấu phẩy này.',
    'extra comma before the closing bracket → Remove the comma.',
  ),
  'json-quote': say(
    'ngoặc kép mở ở đây không đóng trên cùng dòng → Xuống dòng trong văn bản viết là \\n.',
    'the quote opened here is not closed on the same line → Write a line break in a text as \\n.',
  ),
  'json-character': say(
    'dấu tab hoặc ký tự điều khiển trong ngoặc kép → Thay bằng dấu cách, hoặc viết là \\t.',
    'a tab or control character in quotes → Replace it by a space, or write it as \\t.',
  ),
  'json-escape': say(
    '“{escape}” không hợp lệ trong ngoặc kép → Viết \\\\ cho dấu gạch chéo ngược.',
    'invalid escape “{escape}” in quotes → Write \\\\ for a backslash.',
  ),
  'json-number': say(
    'đây không phải là số theo JSON → Ghi số thường như 3, không có số 0 ở đầu; văn bản thì đặt trong ngoặc kép.',
    'this is not a number in JSON → Write a plain number such as 3, without leading zeros; put text in quotes.',
  ),
  'json-colon': say(
    'thiếu dấu hai chấm trước chỗ này → Viết dấu hai chấm “:” giữa khóa và giá trị.',
    'missing colon before this → Write a colon “:” between key and value.',
  ),
  'json-end': say(
    'có nội dung thừa sau dấu ngoặc đóng cuối cùng → Xóa phần thừa, hoặc kiểm tra lại các dấu ngoặc.',
    'unexpected content after the last closing bracket → Remove it, or check the brackets.',
  ),
  'json-bracket': say(
    'thiếu dấu ngoặc đóng ] hoặc } trước chỗ này → Thêm dấu ngoặc còn thiếu; nếu tệp bị cắt giữa chừng thì lấy lại tệp gốc.',
    'missing closing ] or } before this → Add it; if the file was cut short, get the original file again.',
  ),
  'json-other': say(
    'không đúng cú pháp JSON → JSON dùng ngoặc kép thẳng "…" cho khóa và văn bản.',
    'invalid JSON → In JSON, keys and texts are in straight double quotes "…".',
  ),
} satisfies Record<string, Message>;

const misread = [
  'unquoted-colon',
  'leading-dash',
  'reserved-start',
  'tag',
  'anchor',
  'unknown-alias',
  'text-after-bracket',
];

/** Whether a message is about a syntax error that, once corrected, lets the content be checked. */
export const isSlip = (messageId: string): boolean => !(messageId in unreadable);

/** Found while reading a file. */
export const syntax = defineRule({
  id: 'syntax',
  severity: 'error',
  summary: {
    vi: 'Tệp đọc được: UTF-8, đúng cú pháp YAML 1.2 hoặc JSON',
    en: 'The file can be read: UTF-8, valid YAML 1.2 or JSON',
  },
  explanation: {
    vi: 'Biểu là tệp YAML 1.2 hoặc JSON, mã UTF-8. Khi tệp không đọc được, mọi lỗi cú pháp được báo. Phần đọc được chỉ được kiểm tra từng nội dung và ngày ký, vì xét cấu trúc của nửa biểu sẽ báo sai.\n\nLỗi hay gặp: dấu hai chấm trong văn bản không có ngoặc kép; văn bản bắt đầu bằng “- ”, *, &, !, %, @ hoặc `; thụt dòng bằng phím Tab; ngoặc kép quên đóng; còn dấu <<<<<<< sau khi gộp tệp.',
    en: 'A form is a YAML 1.2 or JSON file in UTF-8. When it cannot be read, all its syntax errors are reported. In what can be read, only single texts and the date are checked: the structure of half a form would give false findings.\n\nCommon mistakes: a colon in unquoted text; a text that begins with “- ”, *, &, !, %, @ or `; tabs; a quote that is never closed; <<<<<<< left from a merge conflict.',
  },
  example: {
    bad: '- text: Chủ trì chuẩn bị nghị quyết về: Tổ chức, cán bộ\n  complexity: 4\n',
    good: '- text: "Chủ trì chuẩn bị nghị quyết về: Tổ chức, cán bộ"\n  complexity: 4\n',
  },
  messages: { ...unreadable, ...together, ...yaml, ...json },
  fix: {
    summary: {
      vi: 'Đặt trong ngoặc kép văn bản có “: ”, bắt đầu bằng “- ”, *, &, !, @ … mà YAML hiểu sai; thêm dấu cách sau dấu hai chấm của khóa; thêm “text: ” khi thiếu. Các lỗi khác cần người xem lại.',
      en: 'Puts texts that YAML misreads (with “: ”, or beginning with “- ”, *, &, !, @ …) in quotes; adds the space after the colon of a key, and “text: ” where it is missing. Other errors need a person.',
    },
    changes: ({ message, span, facts }) => {
      if (!span) return [];
      if (misread.includes(message)) return [{ kind: 'quote-at', offset: span[0] }];
      if (message === 'tab') return [{ kind: 'expand-tabs' }];
      if (message === 'text-without-key') return [{ kind: 'insert', offset: span[0], text: 'text: ' }];
      return message === 'tight-colon' && isKey(facts?.key)
        ? [{ kind: 'insert', offset: span[1], text: ' ' }]
        : [];
    },
  },
});
