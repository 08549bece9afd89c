import { quoteName } from '../quote-name.ts';
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
