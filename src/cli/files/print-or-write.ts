import type { Context } from '../context.ts';
import { wrote } from '../io/quote-name.ts';
import { type Content, writeTarget } from './atomic-file.ts';
import type { Target } from './file-target.ts';

/**
 * Prints the output of a command, or writes it to the file of `-o`, in UTF-8 whatever the shell does with `>`.
 *
 * @param target from `outputTarget` @throws UserError when the file cannot be written; whatever `content` throws,
 * and then no file is written
 */
export async function printOrWrite(
  content: Content,
  target: Target | undefined,
  { io, note }: Context,
): Promise<void> {
  if (target) {
    await writeTarget(target, content, io);
    note(wrote(target.name));
  } else if (typeof content === 'function') {
    await content((piece) => void io.stdout.write(piece));
  } else {
    io.stdout.write(content);
  }
}
