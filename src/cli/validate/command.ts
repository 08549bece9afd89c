import { defineCommand, type FlagsOf } from '../define-command.ts';
import {
  checkOptions,
  exitZeroOption,
  filesOrHereArgument,
  runOptions,
  stdinFilenameOption,
} from '../options.ts';

export const validateCommand = defineCommand({
  name: 'validate',
  summary: { vi: 'kiểm tra biểu', en: 'check forms' },
  description: {
    vi: 'Kiểm tra tệp biểu (YAML, JSON hoặc Word), báo mọi vấn đề kèm vị trí và cách sửa.',
    en: 'Checks form files (YAML, JSON or Word) and reports every problem with its place and how to fix it.',
  },
  argument: {
    ...filesOrHereArgument,
    vi: 'tệp, thư mục (mọi tệp .yaml, .yml, .json có khóa “form:” và .docx có bảng của biểu), mẫu tên tệp (*.yaml), hoặc - là đầu vào chuẩn; mặc định: thư mục hiện tại',
    en: 'files, folders (every .yaml, .yml, .json with a key “form:” and every .docx with the form’s table), patterns (*.yaml), or - for standard input; default: current directory',
  },
  options: [
    {
      flags: '-f, --format <name[=file]>',
      vi: 'định dạng báo cáo: pretty, files, line, xlsx, json, sarif, github, gitlab, junit; thêm =tệp để ghi ra tệp; dùng được nhiều lần (mặc định: trên màn hình là pretty, hoặc files nếu có hơn 20 biểu; khi chuyển tiếp là line)',
      en: 'report format: pretty, files, line, xlsx, json, sarif, github, gitlab, junit; add =file to write to a file; may be repeated (default: pretty at a terminal, files for more than 20 forms; line in a pipe)',
      repeats: true,
    },
    {
      flags: '--statistics',
      vi: 'chỉ đếm vấn đề theo quy tắc, không liệt kê; dùng cho văn bản và --format json',
      en: 'only count the findings by rule, for text and --format json',
    },
    { flags: '--strict', vi: 'coi cảnh báo là lỗi', en: 'treat warnings as errors' },
    {
      flags: '--max-warnings <n>',
      vi: 'số cảnh báo tối đa được chấp nhận',
      en: 'how many warnings are allowed',
      number: [0],
    },
    { flags: '-q, --quiet', vi: 'chỉ báo lỗi, không báo cảnh báo', en: 'report errors only' },
    {
      flags: '--rule <id=level>',
      vi: 'đặt mức của một quy tắc: off, warning (hoặc warn), error; dùng được nhiều lần',
      en: 'set the severity of a rule: off, warning (or warn), error; can be repeated',
      repeats: true,
    },
    {
      flags: '--baseline <file.json>',
      vi: 'bỏ qua các vấn đề cũ ghi trong tệp, chỉ báo vấn đề mới',
      en: 'skip the old findings in the file, report new ones only',
    },
    {
      flags: '--update-baseline',
      vi: 'ghi những vấn đề hiện có vào tệp của --baseline',
      en: 'write the current findings to the file of --baseline',
    },
    {
      flags: '--changed [revision]',
      vi: 'chỉ kiểm tra biểu đã thay đổi so với một phiên bản git; mặc định: so với nhánh chính',
      en: 'check only forms changed since a git revision; default: since the branch left the default branch',
    },
    {
      flags: '--ignore-unknown',
      vi: 'bỏ qua tệp được nêu tên mà không phải biểu, dành cho hook trước khi commit',
      en: 'skip named files that are not forms, for pre-commit hooks',
    },
    {
      flags: '--fix',
      vi: 'tự sửa những vấn đề không cần người cân nhắc (xem: bieu2 rules), rồi báo những gì còn lại',
      en: 'fix what needs no decision (see: bieu2 rules), then report what remains',
    },
    {
      flags: '--dry-run',
      vi: 'cùng --fix: chỉ liệt kê, không ghi tệp',
      en: 'with --fix: only list the fixes, write nothing',
      conflicts: 'diff',
    },
    {
      flags: '--diff',
      vi: 'cùng --fix: chỉ in phần khác biệt, không ghi tệp',
      en: 'with --fix: only print the difference, write nothing',
    },
    {
      flags: '--annotate <file.docx>',
      vi: 'ghi một bản sao của biểu Word, mỗi vấn đề là một nhận xét tại dòng của nó',
      en: 'write a copy of the Word form with every finding as a comment at its row',
      conflicts: 'annotateDir',
    },
    {
      flags: '--annotate-dir <folder>',
      vi: 'ghi vào thư mục này một bản sao có nhận xét của mỗi biểu Word có vấn đề, giữ nguyên tên và thư mục con',
      en: 'write a copy with comments of every Word form that has findings to this directory, under the same names',
    },
    {
      flags: '--force',
      vi: 'cùng --annotate, --annotate-dir: ghi đè bản sao đã có',
      en: 'with --annotate or --annotate-dir: overwrite existing copies',
    },
    {
      flags: '--show-files',
      vi: 'chỉ liệt kê các tệp sẽ được kiểm tra, các tệp bị bỏ qua và lý do',
      en: 'only list the files that would be checked, and those that are skipped, with the reason',
    },
    exitZeroOption,
    stdinFilenameOption,
    ...checkOptions,
    ...runOptions,
  ],
  examples: [
    'bieu2 validate bieu-so-2.yaml',
    'bieu2 validate "Biểu số 2.docx"',
    'bieu2 validate --strict --format pretty --format sarif=bieu2.sarif',
    'bieu2 validate cac-phong/ --format files --format xlsx=van-de.xlsx',
    'bieu2 validate --changed --strict',
    'bieu2 validate --fix --diff bieu-so-2.yaml',
    'bieu2 validate --rule spacing=off "**/*.yaml"',
    'bieu2 validate "Biểu số 2.docx" --annotate "Biểu số 2 - nhận xét.docx"',
    'bieu2 validate bieu-cua-cac-phong/ --annotate-dir nhan-xet',
    'cat bieu-so-2.json | bieu2 validate - --stdin-filename bieu-so-2.json',
  ],
});

export type ValidateFlags = FlagsOf<typeof validateCommand>;
