import { resolve } from 'node:path';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';
import type { Input } from './find-inputs.ts';
import { fileId } from './paths.ts';

/**
 * The input that writing to a file would replace, if any: under any name, through links too.
 *
 * @param target as the user named it
 */
export function inputAt<Item extends Input>(
  target: string,
  inputs: readonly Item[],
  cwd: string,
): Item | undefined {
  const id = fileId(resolve(cwd, target));
  return id === undefined ? undefined : inputs.find(({ path }) => path !== undefined && fileId(path) === id);
}

/** The same for a file that is written in any case. @throws UserError where it would replace an input */
export function refuseInput(target: string, inputs: readonly Input[], cwd: string): void {
  const input = inputAt(target, inputs, cwd);
  if (input) throw wouldReplace(target, input);
}

export const wouldReplace = (target: string, { name }: Input): UserError => {
  const is =
    name === target
      ? ['', '']
      : [` (cùng một tệp với ${quoteName(name)})`, ` (the same file as ${quoteName(name)})`];
  return new UserError({
    vi: `Không ghi ${quoteName(target)}${is[0]}: đây là tệp được đọc vào. Hãy chọn tên khác.`,
    en: `Not writing ${quoteName(target)}${is[1]}: it is one of the files that are read. Choose another name.`,
  });
};
