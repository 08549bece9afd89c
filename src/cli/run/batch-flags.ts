import type { Context } from '../context.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';
import type { BatchOptions } from './batch.ts';

/** The options of `withBatchOptions` as the command line gives them. */
export interface BatchFlags {
  readonly jobs?: string;
  readonly failFast?: boolean;
}

/** @throws UserError for a number of threads that is none */
export function batchOptions({ jobs }: BatchFlags): BatchOptions {
  if (jobs === undefined) return {};
  if (/^[1-9]\d{0,2}$/.test(jobs)) return { jobs: Number(jobs) };
  throw new UserError({
    vi: `“--jobs” cần một số nguyên từ 1 đến 999, không phải ${quoteName(jobs)}.`,
    en: `“--jobs” takes a whole number from 1 to 999, not ${quoteName(jobs)}.`,
  });
}

/** Says how many files `--fail-fast` has left alone. @param rest how many; with 0 there is nothing to say */
export function tellRest(rest: number, { failFast }: BatchFlags, { io, say }: Context): void {
  if (!failFast || rest === 0) return;
  const note = say({
    vi: `Đã dừng ở tệp có lỗi đầu tiên (--fail-fast); còn ${rest} tệp chưa xử lý.`,
    en: `Stopped at the first file with an error (--fail-fast); ${rest} ${rest === 1 ? 'file is' : 'files are'} left.`,
  });
  io.stderr.write(`${note}\n`);
}
