import { dirname, resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { FlagsOf } from '../define-command.ts';
import { wrote } from '../io/quote-name.ts';
import type { outputOptions } from '../options.ts';
import { type WriteNow, writeStreamAtomic } from './atomic-file.ts';
import { makeFolder } from './make-folder.ts';
import { contentToReplace } from './target-content.ts';

/** What `outputOptions` give. */
export type PrintFlags = FlagsOf<{ readonly options: typeof outputOptions }>;

/**
 * Prints what a command makes, or writes it into the file of `-o`, as UTF-8 whatever the shell does with `>`.
 *
 * @param content as a whole, or what writes it in pieces, which are not kept
 * @throws UserError when the file cannot be written, or is there already without `--force`; whatever `content` throws,
 * and then no file is written
 */
export async function printOrWrite(
  content: string | Uint8Array | ((write: WriteNow) => void | Promise<void>),
  { output: name = '-', force }: PrintFlags,
  { io, note }: Context,
): Promise<void> {
  const fill = typeof content === 'function' ? content : (write: WriteNow) => write(content);
  if (name === '-') return fill((piece) => void io.stdout.write(piece));
  const path = resolve(io.cwd, name);
  const before = contentToReplace(path, name, force);
  io.holdInterrupts();
  makeFolder(dirname(path), dirname(name));
  await writeStreamAtomic(path, name, fill, before);
  note(wrote(name));
}
