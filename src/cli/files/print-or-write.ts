import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { wrote } from '../io/quote-name.ts';
import { writeTarget } from './atomic-file.ts';
import { refuseExisting, targetContent } from './target-content.ts';

/** What `outputOptions` give. */
export interface PrintFlags {
  readonly output?: string;
  readonly force?: boolean;
}

/**
 * Prints what a command makes, or writes it into the file of `-o`, as UTF-8 whatever the shell does with `>`.
 *
 * @throws UserError when the file cannot be written, or is there already without `--force`
 */
export async function printOrWrite(
  content: string | Uint8Array,
  { output: name = '-', force }: PrintFlags,
  { io, note }: Context,
): Promise<void> {
  if (name === '-') {
    io.stdout.write(content);
    return;
  }
  const path = resolve(io.cwd, name);
  refuseExisting(path, name, force);
  await writeTarget({ path, name }, content, io, targetContent(path, name));
  note(wrote(name));
}
