import { resolve } from 'node:path';
import { reporters } from '../../reporters/index.ts';
import type { ReporterOptions } from '../../reporters/reporter.ts';
import type { Context } from '../context.ts';
import { fileId } from '../files/paths.ts';
import { unknownFormat } from '../io/did-you-mean.ts';
import type { Output } from '../io/io.ts';
import { type UserError, userError } from '../user-error.ts';

export type ReportFormat = keyof typeof reporters;

/** A report in one format. */
export interface ReportTarget {
  readonly format: ReportFormat;
  readonly style: ReporterOptions;
  /** As given; absent for standard output. */
  readonly file?: string;
  /** Appends to the file. */
  readonly appends?: boolean;
}

const isFormat = (name: string): name is ReportFormat => Object.hasOwn(reporters, name);

export const formats: readonly ReportFormat[] = Object.keys(reporters)
  .filter(isFormat)
  .filter((name) => name !== 'github-summary');

/** The formats that can show statistics instead of findings; other formats always have findings. */
const statistics: Readonly<Partial<Record<ReportFormat, ReportFormat>>> = {
  pretty: 'files',
  line: 'files',
  files: 'files',
  json: 'json',
};

/**
 * Reads `--format name[=file]`.
 *
 * @param usual the default format @param onlyStatistics from `--statistics` @param output where reports without a file go
 * @throws UserError for an unknown format, two reports to one place, or statistics in a format without them
 */
export function reportTargets(
  options: readonly string[],
  usual: ReportFormat,
  onlyStatistics: boolean,
  output: Output,
  { io, language, styleFor }: Context,
): ReportTarget[] {
  const given: Omit<ReportTarget, 'style'>[] =
    options.length === 0 ? [{ format: usual }] : parsed(options, io.cwd);
  const file = io.env.GITHUB_STEP_SUMMARY;
  // GitHub shows its content on the page of the job.
  if (file && given.some(({ format }) => format === 'github'))
    given.push({ format: 'github-summary', file, appends: true });
  if (onlyStatistics && !given.some(({ format }) => Object.hasOwn(statistics, format))) throw noStatistics();
  return given.map((target) => {
    const plain = { language, colorLevel: 0, width: 80 } as const;
    const style = target.file === undefined ? styleFor(output) : plain;
    const format = onlyStatistics ? statistics[target.format] : undefined;
    return format ? { ...target, format, style: { ...style, onlyStatistics } } : { ...target, style };
  });
}

function parsed(options: readonly string[], cwd: string): Pick<ReportTarget, 'format' | 'file'>[] {
  const taken = new Set<string>();
  return options.map((option) => {
    const [name = '', ...rest] = option.split('=');
    const file = rest.length === 0 || rest.join('=') === '-' ? undefined : rest.join('=');
    if (!isFormat(name) || !formats.includes(name)) throw unknownFormat(name || option, formats);
    if (file === '' || (name === 'xlsx' && file === undefined)) throw noFile(name);
    const path = resolve(cwd, file ?? '');
    const target = file === undefined ? '-' : (fileId(path) ?? path);
    if (taken.has(target)) throw takenTwice({ file: file ?? { vi: 'đầu ra chuẩn', en: 'standard output' } });
    taken.add(target);
    return { format: name, ...(file !== undefined && { file }) };
  });
}

const noStatistics = userError(
  '“--statistics” chỉ dùng cho văn bản và --format json.',
  '“--statistics” is for text and --format json only.',
);

function noFile(format: ReportFormat): UserError {
  const example =
    format === 'xlsx' ? { vi: 'van-de.xlsx', en: 'findings.xlsx' } : { vi: 'bao-cao', en: 'report' };
  return needsFile({ format: { vi: format, en: format }, example });
}

const needsFile = userError(
  '“--format {format}” cần tên tệp, ví dụ: --format {format}={example}',
  '“--format {format}” needs a file name, as in: --format {format}={example}',
);
const takenTwice = userError(
  'Hai báo cáo cùng ghi ra {file}. Hãy ghi một báo cáo vào tệp khác, ví dụ: --format json=bao-cao.json',
  'Two reports would go to {file}. Send one of them to a file of its own, as in: --format json=report.json',
);
