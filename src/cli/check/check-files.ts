import { findInputs, noForm } from '../files/find-inputs.ts';
import type { Io } from '../io/io.ts';
import { UserError } from '../user-error.ts';
import { type CheckedFile, type CheckOptions, checkFile } from './check-file.ts';

/** What became of everything that was named on the command line. */
export interface CheckedFiles {
  readonly files: readonly CheckedFile[];
  /** Names that lead nowhere, files that cannot be read. */
  readonly failures: readonly UserError[];
}

/**
 * Finds, reads and checks the form files that names lead to, all of them kept: for a few. When no form is found at
 * all, that is a failure.
 */
export async function checkFiles(
  names: readonly string[],
  io: Io,
  options: CheckOptions,
): Promise<CheckedFiles> {
  const { inputs, failures: walkFailures } = await findInputs(names, io.cwd, 'text', options);
  const files: CheckedFile[] = [];
  const failures = [...walkFailures];
  let passedOver = 0;
  for (const input of inputs) {
    try {
      const checked = await checkFile(input, io, options);
      if (checked) files.push(checked);
      else passedOver += 1;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error);
    }
  }
  if (files.length === 0 && failures.length === 0) failures.push(noForm(names, passedOver));
  return { files, failures };
}
