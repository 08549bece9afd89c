import { defineCommand } from '../define-command.ts';
import { exitZeroOption, type Formats, filesArgument, formatNames, outputOptions } from '../options.ts';

export const diffFormats = {
  text: ['.txt'],
  json: ['.json'],
  md: ['.md'],
} as const satisfies Formats<string>;
export type DiffFormat = keyof typeof diffFormats;

export const diffCommand = defineCommand({
  name: 'diff',
  summary: { vi: 'so sánh hai biểu hoặc hai thư mục', en: 'compare two forms or two folders' },
  description: {
    vi: 'So sánh hai biểu (YAML, JSON hoặc Word): công việc nào được thêm, bỏ, chuyển chỗ, sửa nội dung, nâng mức hay hạ mức. Hai thư mục (năm trước, năm nay) được so theo từng đơn vị: ghép theo tên đơn vị, nếu đơn vị đổi tên thì theo tên tệp. Mã kết thúc: 0 nếu giống nhau, 1 nếu khác nhau, 2 nếu có biểu không so sánh được.',
    en: 'Compares two forms (YAML, JSON or Word): which tasks were added, removed, moved, reworded, raised or lowered. Two folders (last year’s, this year’s) are compared unit by unit: forms are paired by unit, those of a unit that was renamed by file name. Exits with 0 if they are the same, 1 if they differ, 2 if a form cannot be compared.',
  },
  argument: {
    ...filesArgument,
    vi: 'biểu cũ và biểu mới, hoặc thư mục cũ và thư mục mới (một tệp nếu có --base); - là đầu vào chuẩn',
    en: 'the old form and the new one, or the old folder and the new one (one file with --base); - for standard input',
  },
  options: [
    {
      flags: '--base <revision>',
      vi: 'so tệp với chính nó tại một phiên bản git, như main hoặc HEAD~1',
      en: 'compare the file with its version in a git revision, such as main or HEAD~1',
    },
    {
      flags: '-f, --format <text|json|md>',
      vi: 'text: cho người đọc; json: cho chương trình; md: Markdown để dán vào phần nhận xét; mặc định: theo đuôi của -o, hoặc text',
      en: 'text: for people; json: for programs; md: Markdown for a review comment; default: by the extension of -o, else text',
      choices: formatNames(diffFormats),
    },
    ...outputOptions,
    exitZeroOption,
  ],
  examples: [
    'bieu2 diff cu.yaml moi.yaml',
    'bieu2 diff "Biểu số 2.docx" bieu-so-2.yaml',
    'bieu2 diff nam-truoc nam-nay',
    'bieu2 diff --base main bieu-so-2.yaml -o thay-doi.md',
  ],
});
