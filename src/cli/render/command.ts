import { defineCommand, type FlagsOf } from '../define-command.ts';
import { checkOptions, filesArgument, outDirOption, runOptions, stdinFilenameOption } from '../options.ts';

export const renderCommand = defineCommand({
  name: 'render',
  summary: { vi: 'xuất biểu ra Word, HTML, PDF', en: 'render forms as Word documents, HTML or PDF' },
  description: {
    vi: 'Kiểm tra rồi xuất biểu ra văn bản Word, trang HTML hoặc PDF để xem và in. Biểu còn lỗi thì không xuất, chỉ báo lỗi; các biểu khác vẫn được xuất.',
    en: 'Checks forms and renders them as Word documents, or as HTML or PDF to look at and print. A form with errors is not rendered, and its errors are reported; the others are rendered.',
  },
  argument: filesArgument,
  options: [
    {
      flags: '-o, --output <file>',
      vi: 'tệp cần ghi (.docx, .html, .pdf), hoặc - là đầu ra chuẩn; mặc định: cạnh tệp nguồn',
      en: 'the file to write (.docx, .html, .pdf), or - for standard output; default: beside the source',
      conflicts: 'outDir',
    },
    outDirOption,
    {
      flags: '--to <formats>',
      vi: 'định dạng: docx, html, pdf; nhiều thì cách nhau bằng dấu phẩy (mặc định: theo đuôi của -o, hoặc docx)',
      en: 'formats: docx, html, pdf; separate several with commas (default: by the extension of -o, else docx)',
    },
    {
      flags: '-t, --template <name|file>',
      vi: 'mẫu có sẵn (mặc định: bieu-so-2) hoặc mẫu riêng: tệp .docx, hoặc kiểu trình bày .yaml',
      en: 'a shipped template (default: bieu-so-2), or your own: a .docx file or a look in .yaml',
    },
    {
      flags: '--pdf-engine <engine>',
      vi: 'cách tạo PDF: embedded (có sẵn), hoặc libreoffice (chuyển từ văn bản Word, theo cả mẫu .docx riêng)',
      en: 'what makes PDF: embedded (part of bieu2), or libreoffice (converts the Word document, also for your own .docx template)',
      choices: ['embedded', 'libreoffice'],
      default: 'embedded',
    },
    {
      flags: '-w, --watch',
      vi: 'theo dõi tệp và xuất lại mỗi khi lưu, đến khi nhấn Ctrl-C',
      en: 'watch the files and render them again when they change, until Ctrl-C',
    },
    {
      flags: '--draft',
      vi: 'xuất bản nháp của biểu còn lỗi: mọi trang có chữ “BẢN NHÁP”, ô còn nghi vấn để trống',
      en: 'render a draft of a form with errors: every page is marked “BẢN NHÁP”, doubtful cells are left empty',
    },
    {
      flags: '--force',
      vi: 'ghi đè cả tệp đã sửa tay hoặc không do bieu2 tạo',
      en: 'overwrite even a file that was edited by hand or not made by bieu2',
    },
    stdinFilenameOption,
    ...checkOptions,
    ...runOptions,
  ],
  examples: [
    'bieu2 render bieu-so-2.yaml',
    'bieu2 render bieu-so-2.yaml -o "Biểu số 2.docx"',
    'bieu2 render bieu-so-2.yaml --to docx,html --template ngang',
    'bieu2 render bieu-so-2.yaml -o bieu-so-2.pdf',
    'bieu2 render bieu-so-2.yaml --watch',
    'bieu2 render forms --out-dir out',
    'bieu2 render - -o - < bieu-so-2.yaml > bieu-so-2.docx',
  ],
});

export type RenderFlags = FlagsOf<typeof renderCommand>;
