import type { Wording } from '../diagnostics/wording.ts';
import type { ArgumentText, OptionText } from './define-command.ts';
import { wrongEnding } from './io/file-error.ts';
import type { Io } from './io/io.ts';
import { userError } from './user-error.ts';

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

export const runOptions = [
  jobsOption,
  { flags: '--fail-fast', vi: 'dừng ở tệp đầu tiên có lỗi', en: 'stop at the first file with an error' },
] as const satisfies readonly OptionText[];

export const configOptions = [
  {
    flags: '--config <file>',
    vi: 'tệp cấu hình; mặc định: bieu2.config.yaml ở thư mục hiện tại hoặc các thư mục trên',
    en: 'the configuration file; default: bieu2.config.yaml in the current directory or above',
  },
  { flags: '--no-config', vi: 'không dùng tệp cấu hình', en: 'ignore configuration files' },
] as const satisfies readonly OptionText[];

export const checkOptions = [
  {
    flags: '--schema <file.json>',
    vi: 'kiểm tra thêm theo JSON Schema riêng của cơ quan',
    en: 'check against an additional JSON Schema of your office',
  },
  ...configOptions,
] as const satisfies readonly OptionText[];

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

export const outDirOption = {
  flags: '--out-dir <folder>',
  vi: 'ghi vào thư mục này, giữ nguyên cây thư mục của nguồn',
  en: 'write to this folder, keeping the folder tree of the sources',
} as const satisfies OptionText;

export const stdinFilenameOption = {
  flags: '--stdin-filename <name>',
  vi: 'tên của đầu vào chuẩn trong báo cáo (.json: đọc như JSON)',
  en: 'name for standard input (.json: read as JSON)',
} as const satisfies OptionText;

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

/** The file name endings of each format. */
export type Formats<Name extends string> = Readonly<
  Record<Name, readonly [usual: string, ...others: string[]]>
>;

export const formatNames = <Name extends string>(formats: Formats<Name>): Name[] =>
  Object.keys(formats).filter((name): name is Name => Object.hasOwn(formats, name));

/**
 * The format of `--format`, else the one of the ending of `-o`.
 *
 * @param usual the default for standard output @param example a workbook's name, if workbooks are a format
 * @throws UserError for an ending without a format, and for a workbook on a terminal
 */
export function chooseFormat<Name extends string>(
  { format: given, output = '-' }: { readonly format?: Name; readonly output?: string },
  formats: Formats<Name>,
  usual: Name,
  { stdout }: Pick<Io, 'stdout'>,
  example?: Wording,
): Name {
  const format = given ?? (output === '-' ? usual : formatOf(output, formats));
  if (format === 'xlsx' && output === '-' && stdout.isTTY && example) throw workbookOnTerminal({ example });
  return format;
}

function formatOf<Name extends string>(file: string, formats: Formats<Name>): Name {
  const hasEnding = (ending: string) => file.toLowerCase().endsWith(ending);
  const found = formatNames(formats).find((name) => formats[name].some(hasEnding));
  if (found) return found;
  const endings = formatNames(formats).map((name) => formats[name][0]);
  throw wrongEnding(file, endings, { vi: ', hoặc thêm --format.', en: ', or add --format.' });
}

const workbookOnTerminal = userError(
  'Sổ tính .xlsx không in ra màn hình được: hãy ghi ra tệp, ví dụ -o {example}.',
  'A workbook (.xlsx) cannot be shown on a terminal: write it to a file, as in -o {example}.',
);
