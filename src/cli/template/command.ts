import { defineCommand } from '../define-command.ts';
import { exitZeroOption, filesArgument, forceOption, outputOptions } from '../options.ts';

export const templateListCommand = defineCommand({
  name: 'list',
  description: { vi: 'Liệt kê các mẫu có sẵn.', en: 'Lists the shipped templates.' },
  options: outputOptions,
  examples: ['bieu2 template list'],
});

export const templateShowCommand = defineCommand({
  name: 'show',
  description: {
    vi: 'In kiểu trình bày của một mẫu (YAML): khổ giấy, lề, phông chữ, độ rộng cột, lời văn.',
    en: 'Prints the look of a template (YAML): page, margins, fonts, column widths, wording.',
  },
  argument: {
    name: { vi: '<tên>', en: '<name>' },
    vi: 'tên mẫu, xem: bieu2 template list',
    en: 'name of a template, see: bieu2 template list',
  },
  options: outputOptions,
  examples: ['bieu2 template show bieu-so-2', 'bieu2 template show ngang -o rieng.yaml'],
});

export const templateNewCommand = defineCommand({
  name: 'new',
  description: {
    vi: 'Tạo tệp mẫu Word để sửa bằng Word: phông chữ, lề, độ rộng cột, lời văn, tiêu đề cơ quan. Không ghi đè tệp đã có nếu không có --force.',
    en: 'Creates a template to edit in Word: fonts, margins, column widths, wording, letterhead. Does not overwrite a file without --force.',
  },
  options: [
    {
      flags: '-o, --output <file.docx>',
      vi: 'tệp cần tạo; mặc định: mau-<tên>.docx',
      en: 'the file to write; default: mau-<name>.docx',
    },
    {
      flags: '--from <name|file.yaml>',
      vi: 'mẫu có sẵn làm gốc (mặc định: bieu-so-2), hoặc tệp kiểu trình bày .yaml',
      en: 'the template to start from (default: bieu-so-2), or a look in .yaml',
    },
    forceOption,
  ],
  examples: ['bieu2 template new', 'bieu2 template new -o mau-rieng.docx --from rieng.yaml'],
});

export const templateFromCommand = defineCommand({
  name: 'from',
  description: {
    vi: 'Tạo tệp mẫu Word từ một biểu Word đã điền của cơ quan: mỗi loại hàng giữ một hàng làm mẫu, nội dung của biểu được thay bằng chỗ điền, cách trình bày giữ nguyên. Báo những gì mẫu không in được.',
    en: 'Creates a template from a filled-in Word form of your office: one row of each kind stays as prototype, the content of the form becomes placeholders, the layout stays. Reports what the template does not print.',
  },
  argument: {
    name: { vi: '<biểu.docx>', en: '<form.docx>' },
    vi: 'biểu Word đã điền',
    en: 'a filled-in Word form',
  },
  options: [
    {
      flags: '-o, --output <file.docx>',
      vi: 'tệp cần tạo; mặc định: mau-<tên biểu>.docx',
      en: 'the file to write; default: mau-<name of the form>.docx',
    },
    forceOption,
  ],
  examples: ['bieu2 template from bieu-da-dien.docx -o mau.docx'],
});

export const templateCheckCommand = defineCommand({
  name: 'check',
  description: {
    vi: 'Kiểm tra mẫu Word (.docx) hoặc kiểu trình bày (.yaml): thiếu gì, sai chỗ nào.',
    en: 'Checks Word templates (.docx) and looks (.yaml) and reports what is missing or wrong, and where.',
  },
  argument: {
    ...filesArgument,
    vi: 'tệp .docx hoặc .yaml',
    en: '.docx or .yaml files',
  },
  options: [exitZeroOption],
  examples: ['bieu2 template check mau-rieng.docx', 'bieu2 template check rieng.yaml'],
});

export const templateCommand = defineCommand({
  name: 'template',
  summary: { vi: 'xem, tạo, kiểm tra mẫu trình bày', en: 'list, show, create and check templates' },
  description: {
    vi: 'Xem các mẫu có sẵn, tạo mẫu Word của riêng cơ quan để sửa bằng Word, kiểm tra mẫu trước khi dùng.',
    en: 'Lists and shows the shipped templates, creates one to edit in Word, and checks one before use.',
  },
  examples: [
    'bieu2 template list',
    'bieu2 template show ngang -o rieng.yaml',
    'bieu2 template new -o mau-rieng.docx --from ngang',
    'bieu2 template from bieu-da-dien.docx -o mau-rieng.docx',
    'bieu2 template check mau-rieng.docx',
    'bieu2 render bieu-so-2.yaml --template mau-rieng.docx',
  ],
});
