import { defineCommand } from '../define-command.ts';
import {
  checkOptions,
  type Formats,
  filesOrHereArgument,
  formatNames,
  jobsOption,
  outputOptions,
} from '../options.ts';

export const summaryFormats = {
  text: ['.txt'],
  xlsx: ['.xlsx'],
  html: ['.html', '.htm'],
  json: ['.json'],
} as const satisfies Formats<string>;
export type SummaryFormat = keyof typeof summaryFormats;

export const summaryCommand = defineCommand({
  name: 'summary',
  summary: { vi: 'tổng hợp số liệu của nhiều biểu', en: 'sum up many forms in figures' },
  description: {
    vi: 'Tổng hợp số liệu của một hay nhiều biểu (YAML, JSON hoặc Word): số công việc theo đơn vị, nhóm và mức độ phức tạp, công việc chưa có mức, kết quả kiểm tra theo quy tắc, đơn vị khác thường kèm lý do, công việc trùng nhau giữa các đơn vị. Các biểu cùng tên đơn vị và đơn vị cấp trên được cộng chung. Kết thúc bằng 0, kể cả khi biểu có lỗi; bằng 2 nếu có tệp không đọc được.',
    en: 'Sums up one form or many (YAML, JSON or Word): tasks by unit, group and level of complexity, tasks without a level, findings by rule, unusual units with the reason, tasks that several units share. Forms of the same unit under the same parent unit are added up. Exits with 0 even if forms have errors; with 2 if a file could not be read.',
  },
  argument: filesOrHereArgument,
  options: [
    {
      flags: '-f, --format <name>',
      vi: 'text: cho người đọc; xlsx: sổ tính nhiều trang; html: một trang có biểu đồ, sắp xếp và lọc được; json: cho chương trình (mặc định: theo đuôi của -o, hoặc text)',
      en: 'text: for people; xlsx: a workbook of several sheets; html: a page with plots, to sort and filter; json: for programs (default: by the extension of -o, else text)',
      choices: formatNames(summaryFormats),
    },
    ...outputOptions,
    {
      flags: '--all',
      vi: 'liệt kê mọi đơn vị và mọi tệp (mặc định: text 20, html 500 đơn vị đầu); xlsx và json luôn đủ',
      en: 'list every unit and file (default: in text the first 20 units, in html the first 500); xlsx and json always do',
    },
    ...checkOptions,
    jobsOption,
  ],
  examples: [
    'bieu2 summary bieu-so-2.yaml',
    'bieu2 summary forms',
    'bieu2 summary forms -o tong-hop.xlsx',
    'bieu2 summary forms --all -o tong-hop.html',
    'bieu2 summary forms --format json > tong-hop.json',
  ],
});
