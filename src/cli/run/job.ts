import type { Language, Wording } from '../../diagnostics/wording.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import type { Io } from '../io/io.ts';
import { SkippedFile, UserError } from '../user-error.ts';

/** Follows the name of the job on the command line of a thread. */
export const threadMark = '--thread';

/** The commands that work on many files, and the language server's check by an office's schema. */
export type JobName = 'validate' | 'render' | 'import' | 'diff' | 'export' | 'summary' | 'schema';

/** What every command reports for a form. */
export interface FileResult {
  readonly errors: number;
  readonly warnings: number;
}

/** Does the work on one file; undefined for a file found in a folder that is not a form. */
export type FileWork<Item extends Input, Result extends FileResult> = (
  item: Item,
) => Promise<Result | undefined>;

/**
 * The work of a command on many files: it gets settings once, then one file after the other. Settings, items and
 * results are sent between threads, so they are plain data.
 */
export type Job<Settings, Item extends Input, Result extends FileResult> = (
  settings: Settings,
  context: Context,
) => Promise<FileWork<Item, Result>>;

export interface WorkerEnv extends Pick<Io, 'cwd' | 'env'> {
  readonly language: Language;
}

/** The outcome of one file, as sent between threads. */
export type FileOutcome<Result> =
  | { readonly result: Result | undefined }
  /** Why a file found in a folder, which may be a form, is not read. */
  | { readonly skipped: Wording }
  | { readonly failure: Wording }
  /** The stack of a bug. */
  | { readonly bug: string };

/** Does the work on one file; any error becomes the outcome of this file only. */
export async function attempt<Item extends Input, Result extends FileResult>(
  work: FileWork<Item, Result>,
  item: Item,
): Promise<FileOutcome<Result>> {
  try {
    return { result: await work(item) };
  } catch (error) {
    if (error instanceof SkippedFile) return { skipped: error.reason };
    if (error instanceof UserError) return { failure: error.wording };
    return { bug: (error instanceof Error && error.stack) || String(error) };
  }
}
