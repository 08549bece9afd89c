import type { ArgumentText, OptionText } from './define-command.ts';

/** For every command that works on many files. */
export const jobsOption = {
  flags: '-j, --jobs <n>',
  vi: 'số luồng xử lý song song; mặc định: bằng số nhân của máy',
  en: 'number of threads; default: number of cores',
  number: [1, 999],
} as const satisfies OptionText;

/** For every command that exits with 1 for findings although it has done its work. */
export const exitZeroOption = {
  flags: '--exit-zero',
  vi: 'kết thúc với mã 0 dù có vấn đề hay khác biệt; vẫn là 2 nếu không chạy được',
  en: 'exit with 0 even if errors or differences are found; still with 2 if it could not run',
} as const satisfies OptionText;

/** For commands that can stop at an error. */
export const runOptions = [
  jobsOption,
  { flags: '--fail-fast', vi: 'dừng ở tệp đầu tiên có lỗi', en: 'stop at the first file with an error' },
] as const satisfies readonly OptionText[];

/** For every command that reads the configuration. */
export const configOptions = [
  {
    flags: '--config <file>',
    vi: 'tệp cấu hình; mặc định: bieu2.config.yaml ở thư mục hiện tại hoặc các thư mục trên',
    en: 'the configuration file; default: bieu2.config.yaml in the current directory or above',
  },
  { flags: '--no-config', vi: 'không dùng tệp cấu hình', en: 'ignore configuration files' },
] as const satisfies readonly OptionText[];

/** For every command that checks forms. */
export const checkOptions = [
  {
    flags: '--schema <file.json>',
    vi: 'kiểm tra thêm theo JSON Schema riêng của cơ quan',
    en: 'check against an additional JSON Schema of your office',
  },
  ...configOptions,
] as const satisfies readonly OptionText[];

/** For commands that write a file and do not replace one by default. */
export const forceOption = {
  flags: '--force',
  vi: 'ghi đè tệp đã có',
  en: 'overwrite an existing file',
} as const satisfies OptionText;

/** For commands that print a file: see `printOrWrite`. */
export const outputOptions = [
  {
    flags: '-o, --output <file>',
    vi: 'tệp cần ghi (UTF-8), hoặc - là đầu ra chuẩn; mặc định: đầu ra chuẩn',
    en: 'the file to write (UTF-8), or - for standard output; default: standard output',
  },
  forceOption,
] as const satisfies readonly OptionText[];

/** For commands that write a file for each one they read. */
export const outDirOption = {
  flags: '--out-dir <folder>',
  vi: 'ghi vào thư mục này, giữ nguyên cây thư mục của nguồn',
  en: 'write to this folder, keeping the folder tree of the sources',
} as const satisfies OptionText;

/** For commands that read standard input and need its name. */
export const stdinFilenameOption = {
  flags: '--stdin-filename <name>',
  vi: 'tên của đầu vào chuẩn trong báo cáo (.json: đọc như JSON)',
  en: 'name for standard input (.json: read as JSON)',
} as const satisfies OptionText;

/** For commands that work on many files. */
export const filesArgument = {
  name: { vi: '<tệp...>', en: '<files...>' },
  vi: 'tệp, thư mục, mẫu tên tệp (*.yaml), hoặc - là đầu vào chuẩn',
  en: 'files, folders, patterns (*.yaml), or - for standard input',
} as const satisfies ArgumentText;

/** The same, with the current directory as the default. */
export const filesOrHereArgument = {
  name: { vi: '[tệp...]', en: '[files...]' },
  vi: `${filesArgument.vi}; mặc định: thư mục hiện tại`,
  en: `${filesArgument.en}; default: current directory`,
} as const satisfies ArgumentText;
