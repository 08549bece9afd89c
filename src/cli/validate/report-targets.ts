import { resolve } from 'node:path';
import { reporters } from '../../reporters/index.ts';
import { fileId } from '../files/paths.ts';
import { unknownFormat } from '../io/did-you-mean.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

export type ReportFormat = keyof typeof reporters;

/** A report in one format; `file` as named, undefined for standard output. */
export interface ReportTarget {
  readonly format: ReportFormat;
  readonly file: string | undefined;
}

const isFormat = (name: string): name is ReportFormat => Object.hasOwn(reporters, name);

/** The names that `--format` takes. */
export const formats: readonly ReportFormat[] = Object.keys(reporters).filter(isFormat);

/**
 * Reads `--format name[=file]`. Without one, the report is for people at a terminal, one line a finding in a
 * pipe.
 *
 * @throws UserError for an unknown format, and for two reports that would go to one place
 */
export function reportTargets(options: readonly string[], cwd: string, isTerminal: boolean): ReportTarget[] {
  if (options.length === 0) return [{ format: isTerminal ? 'pretty' : 'line', file: undefined }];
  const taken = new Set<string>();
  return options.map((option) => {
    const at = option.indexOf('=');
    const name = at < 0 ? option : option.slice(0, at);
    const file = at < 0 || option.slice(at + 1) === '-' ? undefined : option.slice(at + 1);
    if (!isFormat(name)) throw unknownFormat(name, formats);
    if (file === '') throw noFile(name);
    const path = resolve(cwd, file ?? '');
    const target = file === undefined ? '-' : (fileId(path) ?? path);
    if (taken.has(target)) throw takenTwice(file);
    taken.add(target);
    return { format: name, file };
  });
}

const noFile = (format: ReportFormat) =>
  new UserError({
    vi: `Thiếu tên tệp sau “--format ${format}=”.`,
    en: `A file name is missing after “--format ${format}=”.`,
  });

const takenTwice = (file: string | undefined) =>
  new UserError({
    vi: `Hai báo cáo cùng ghi ra ${file === undefined ? 'đầu ra chuẩn' : quoteName(file)}. Hãy ghi một báo cáo vào tệp khác, ví dụ: --format json=bao-cao.json`,
    en: `Two reports would go to ${file === undefined ? 'standard output' : quoteName(file)}. Send one of them to a file of its own, as in: --format json=report.json`,
  });
