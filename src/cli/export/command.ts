import { defineCommand } from '../define-command.ts';
import {
  configOptions,
  type Formats,
  filesOrHereArgument,
  formatNames,
  jobsOption,
  outputOptions,
} from '../options.ts';

export const exportFormats = {
  csv: ['.csv'],
  xlsx: ['.xlsx'],
  json: ['.json'],
  jsonl: ['.jsonl', '.ndjson'],
} as const satisfies Formats<string>;
export type ExportFormat = keyof typeof exportFormats;

export const exportCommand = defineCommand({
  name: 'export',
  summary: { vi: 'xuất danh sách công việc thành bảng', en: 'write the tasks of forms as a table' },
  description: {
    vi: 'Xuất danh sách công việc của một hay nhiều biểu (YAML, JSON hoặc Word), mỗi công việc một dòng: đơn vị, nhóm, chức vụ hoặc mảng công việc, số, mã, nội dung, mức độ phức tạp, lý do không xếp mức. Không kiểm tra biểu theo quy tắc. Mã kết thúc: 1 nếu có biểu sai cấu trúc nên có thể thiếu công việc, 2 nếu có tệp không đọc được; phần còn lại vẫn được xuất.',
    en: 'Writes the tasks of one form or many (YAML, JSON or Word), a row for each: unit, group, position or area, number, code, text, level of complexity, reason for no level. Forms are not checked. Exits with 1 if a form does not have the structure of a form, so that tasks may be missing; with 2 if a file could not be read; the rest is written in any case.',
  },
  argument: filesOrHereArgument,
  options: [
    {
      flags: '-f, --format <csv|xlsx|json|jsonl>',
      vi: 'csv: cho chương trình khác; xlsx: sổ tính, mở bằng Excel; json: một danh sách; jsonl: mỗi dòng một đối tượng JSON; mặc định: theo đuôi của -o, hoặc csv',
      en: 'csv: for other programs; xlsx: a workbook, for Excel; json: one list; jsonl: one JSON object per line; default: by the extension of -o, else csv',
      choices: formatNames(exportFormats),
    },
    ...outputOptions,
    ...configOptions,
    jobsOption,
  ],
  examples: [
    'bieu2 export bieu-so-2.yaml',
    'bieu2 export forms -o cong-viec.xlsx',
    'bieu2 export forms --format jsonl',
  ],
});
