import { defineCommand } from '../define-command.ts';
import { type Formats, formatNames, outputOptions } from '../options.ts';

export const rulesFormats = { table: ['.txt'], json: ['.json'] } as const satisfies Formats<string>;

export const rulesCommand = defineCommand({
  name: 'rules',
  summary: { vi: 'liệt kê các quy tắc kiểm tra', en: 'list the rules' },
  description: { vi: 'Liệt kê các quy tắc kiểm tra.', en: 'Lists the rules that are checked.' },
  options: [
    {
      flags: '--format <table|json>',
      vi: 'bảng để đọc, hoặc JSON cho chương trình; mặc định: theo đuôi của -o, hoặc bảng',
      en: 'a table for people, or JSON for programs; default: by the extension of -o, else table',
      choices: formatNames(rulesFormats),
    },
    ...outputOptions,
  ],
  examples: ['bieu2 rules', 'bieu2 rules -o rules.json'],
});

export const explainCommand = defineCommand({
  name: 'explain',
  summary: { vi: 'giải thích một quy tắc', en: 'explain a rule' },
  description: {
    vi: 'Giải thích một quy tắc: kiểm tra điều gì, vì sao, ví dụ sai và đúng.',
    en: 'Explains a rule: what it checks, why, with a wrong and a right example.',
  },
  argument: {
    name: { vi: '<quy-tắc>', en: '<rule>' },
    vi: 'mã quy tắc, như trong báo cáo',
    en: 'id of a rule, as in reports',
  },
  options: outputOptions,
  examples: ['bieu2 explain task-complexity', 'bieu2 explain numbering --lang en'],
});

export const schemaCommand = defineCommand({
  name: 'schema',
  summary: { vi: 'in JSON Schema', en: 'print a JSON Schema' },
  description: {
    vi: 'In JSON Schema của tệp biểu, của kiểu trình bày, của tệp cấu hình, của báo cáo JSON, của kết quả so sánh hoặc của bản tổng hợp.',
    en: 'Prints the JSON Schema of form files, of looks, of the configuration file, of the JSON report, of a comparison or of a summary.',
  },
  argument: {
    name: { vi: '[tên]', en: '[name]' },
    vi: 'form: tệp biểu; look: kiểu trình bày; report: báo cáo “--format json”; config: bieu2.config.yaml; diff: “bieu2 diff --format json”; summary: “bieu2 summary --format json”',
    en: 'form: form files; look: looks; report: the report of “--format json”; config: bieu2.config.yaml; diff: “bieu2 diff --format json”; summary: “bieu2 summary --format json”',
    choices: ['form', 'look', 'report', 'config', 'diff', 'summary'],
    default: 'form',
  },
  options: outputOptions,
  examples: [
    'bieu2 schema -o form.schema.json',
    'bieu2 schema look -o look.schema.json',
    'bieu2 schema report',
  ],
});

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

export const completionCommand = defineCommand({
  name: 'completion',
  summary: { vi: 'in tập lệnh tự hoàn thành lệnh', en: 'print a shell completion script' },
  description: {
    vi: 'In tập lệnh tự hoàn thành lệnh bằng phím Tab cho shell.',
    en: 'Prints a script that completes bieu2 commands with Tab in your shell.',
  },
  argument: {
    name: '<shell>',
    vi: `shell: ${shells.join(', ')}`,
    en: `shell: ${shells.join(', ')}`,
    choices: shells,
  },
  options: outputOptions,
  examples: [
    'bieu2 completion bash >> ~/.bashrc',
    'bieu2 completion zsh -o "${fpath[1]}/_bieu2"',
    'bieu2 completion fish -o ~/.config/fish/completions/bieu2.fish',
    'bieu2 completion powershell -o $HOME\\bieu2.ps1; Add-Content $PROFILE ". $HOME\\bieu2.ps1"',
  ],
});
