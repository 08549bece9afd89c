import { defineCommand, type FlagsOf } from '../define-command.ts';
import { filesArgument, forceOption, outDirOption, runOptions } from '../options.ts';

export const importCommand = defineCommand({
  name: 'import',
  summary: { vi: 'chuyển biểu Word thành tệp biểu', en: 'turn Word forms into form files' },
  description: {
    vi: 'Đọc biểu đã điền trong Word (.docx) và ghi thành tệp biểu YAML hoặc JSON. Tệp .doc, .odt, .rtf được chuyển qua LibreOffice nếu máy có cài. Chỗ nào không hiểu được thì nêu rõ, không bỏ sót nội dung nào.',
    en: 'Reads forms that were filled in with Word (.docx) and writes them as form files, YAML or JSON. Files .doc, .odt and .rtf are converted by LibreOffice where it is installed. What cannot be understood is reported; nothing is dropped.',
  },
  argument: {
    ...filesArgument,
    vi: 'tệp Word, thư mục, mẫu tên tệp (*.docx), hoặc - là đầu vào chuẩn',
    en: 'Word files, folders, patterns (*.docx), or - for standard input',
  },
  options: [
    {
      flags: '-o, --output <file>',
      vi: 'tệp biểu cần ghi, hoặc - là đầu ra chuẩn; mặc định: cạnh tệp nguồn',
      en: 'the form file to write, or - for standard output; default: beside the source',
      conflicts: 'outDir',
    },
    outDirOption,
    {
      flags: '-f, --format <yaml|json>',
      vi: 'định dạng tệp biểu; mặc định: theo tên tệp',
      en: 'format of the form file; default: by its name',
      choices: ['yaml', 'json'],
    },
    {
      flags: '--from-encoding <tcvn3|vni>',
      vi: 'chuyển văn bản từ bảng mã cũ này sang Unicode',
      en: 'convert the text from this old encoding to Unicode',
      choices: ['tcvn3', 'vni'],
    },
    { ...forceOption, conflicts: 'skipExisting' },
    {
      flags: '--skip-existing',
      vi: 'giữ nguyên tệp biểu đã có, chỉ chuyển những biểu còn lại',
      en: 'leave existing form files unchanged and import the rest',
    },
    ...runOptions,
  ],
  examples: [
    'bieu2 import "Biểu số 2.docx" -o bieu-so-2.yaml',
    'bieu2 import word --out-dir forms',
    'bieu2 import word --out-dir forms --skip-existing',
    'bieu2 import cu.doc --from-encoding tcvn3',
  ],
});

export type ImportFlags = FlagsOf<typeof importCommand>;
