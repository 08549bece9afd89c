import type { Language, Wording } from '../../diagnostics/wording.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import { SkippedFile, UserError } from '../user-error.ts';

/** What follows the name of the job on the command line of a thread. */
export const threadMark = '--thread';

/** The commands that work on many files, and the office's schema beside the language server. */
export type JobName = 'validate' | 'render' | 'import' | 'diff' | 'export' | 'summary' | 'schema';

/** What every command reports of a form. */
export interface FileResult {
  readonly errors: number;
  readonly warnings: number;
}

/** Does the work on one file; undefined for a file that was found in a folder and is not a form. */
export type FileWork<Item extends Input, Result extends FileResult> = (
  item: Item,
) => Promise<Result | undefined>;

/**
 * The work of a command on many files: it is given settings once, then one file after the other. Settings, items and
 * results go from thread to thread, so they are plain data.
 */
export type Job<Settings, Item extends Input, Result extends FileResult> = (
  settings: Settings,
  context: Context,
) => Promise<FileWork<Item, Result>>;

/** What a thread knows of the process around it. */
export interface WorkerEnv {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
}

/** What became of one file, fit to go from thread to thread. */
export type FileOutcome<Result> =
  | { readonly result: Result | undefined }
  /** Why a file that was found in a folder, and may hold a form, is not read. */
  | { readonly skipped: Wording }
  /** What the user can fix. */
  | { readonly failure: Wording }
  /** The stack of a bug. */
  | { readonly bug: string };

/** Does the work on one file; whatever goes wrong is the outcome of this file alone. */
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
