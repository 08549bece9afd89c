import { resolve } from 'node:path';
import { words } from '../../diagnostics/wording.ts';
import { reporters } from '../../reporters/index.ts';
import { fileId } from '../files/paths.ts';
import { unknownFormat } from '../io/did-you-mean.ts';
import type { Io } from '../io/io.ts';
import { type UserError, userError } from '../user-error.ts';

export type ReportFormat = keyof typeof reporters;

/** A report in one format; `file` as given, undefined for standard output. */
export interface ReportTarget {
  readonly format: ReportFormat;
  readonly file: string | undefined;
  /** Counts by rule instead of findings. */
  readonly onlyStatistics?: boolean;
  /** Appends to the file. */
  readonly appends?: boolean;
}

const isFormat = (name: string): name is ReportFormat => Object.hasOwn(reporters, name);

/** The values of `--format`. */
export const formats: readonly ReportFormat[] = Object.keys(reporters)
  .filter(isFormat)
  .filter((name) => name !== 'github-summary');

/**
 * Reads `--format name[=file]`.
 *
 * @param usual the default format @param onlyStatistics from `--statistics`
 * @throws UserError for an unknown format, two reports to one place, or statistics in a format without them
 */
export function reportTargets(
  options: readonly string[],
  { cwd, env }: Pick<Io, 'cwd' | 'env'>,
  usual: ReportFormat,
  onlyStatistics = false,
): ReportTarget[] {
  const targets = options.length === 0 ? [{ format: usual, file: undefined }] : parsed(options, cwd);
  const summaryFile = env.GITHUB_STEP_SUMMARY;
  // GitHub shows its content on the page of the job.
  if (summaryFile && targets.some(({ format }) => format === 'github'))
    targets.push({ format: 'github-summary', file: summaryFile, appends: true });
  if (!onlyStatistics) return targets;
  if (!targets.some(({ format }) => Object.hasOwn(statistics, format))) throw noStatistics();
  return targets.map((target) => {
    const format = statistics[target.format];
    return format ? { ...target, format, onlyStatistics } : target;
  });
}

/** The formats that can show statistics instead of findings; other formats always have findings. */
const statistics: Readonly<Partial<Record<ReportFormat, ReportFormat>>> = {
  pretty: 'files',
  line: 'files',
  files: 'files',
  json: 'json',
};

function parsed(options: readonly string[], cwd: string): ReportTarget[] {
  const taken = new Set<string>();
  return options.map((option) => {
    const at = option.indexOf('=');
    const name = at < 0 ? option : option.slice(0, at);
    const file = at < 0 || option.slice(at + 1) === '-' ? undefined : option.slice(at + 1);
    if (!isFormat(name) || !formats.includes(name)) throw unknownFormat(name, formats);
    if (file === '' || (name === 'xlsx' && file === undefined)) throw noFile(name);
    const path = resolve(cwd, file ?? '');
    const target = file === undefined ? '-' : (fileId(path) ?? path);
    if (taken.has(target)) throw takenTwice({ file: file ?? words('đầu ra chuẩn', 'standard output') });
    taken.add(target);
    return { format: name, file };
  });
}

const noStatistics = userError(
  '“--statistics” chỉ dùng cho văn bản và --format json.',
  '“--statistics” is for text and --format json only.',
);

function noFile(format: ReportFormat): UserError {
  const [vi, en] = format === 'xlsx' ? ['van-de.xlsx', 'findings.xlsx'] : ['bao-cao', 'report'];
  return needsFile({ format: words(format, format), vi: words(vi, vi), en: words(en, en) });
}

const needsFile = userError(
  '“--format {format}” cần tên tệp, ví dụ: --format {format}={vi}',
  '“--format {format}” needs a file name, as in: --format {format}={en}',
);
const takenTwice = userError(
  'Hai báo cáo cùng ghi ra {file}. Hãy ghi một báo cáo vào tệp khác, ví dụ: --format json=bao-cao.json',
  'Two reports would go to {file}. Send one of them to a file of its own, as in: --format json=report.json',
);
