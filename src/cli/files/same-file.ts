import { resolve } from 'node:path';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';
import { fileId } from './paths.ts';

/** A file as messages call it, with its absolute path; undefined for standard input and output. */
interface NamedFile {
  readonly name: string;
  readonly path: string | undefined;
}

/** Files by their names, those that are not given left out. */
export const namedFiles = (names: readonly (string | undefined)[], cwd: string) =>
  names.flatMap((name) => (name === undefined ? [] : { name, path: resolve(cwd, name) }));

/** The input that writing to `target` would replace, under whatever name. @param target as the user named it */
export function inputAt<Item extends NamedFile>(
  target: string,
  inputs: readonly Item[],
  cwd: string,
): Item | undefined {
  const id = fileId(resolve(cwd, target));
  return id === undefined ? undefined : inputs.find(({ path }) => path !== undefined && fileId(path) === id);
}

/** @throws UserError where writing to one of the targets would replace one of the inputs */
export function refuseInputs(targets: readonly NamedFile[], inputs: readonly NamedFile[]): void {
  const written = new Map<string, NamedFile>();
  for (const target of targets) {
    const id = target.path === undefined ? undefined : fileId(target.path);
    if (id !== undefined) written.set(id, target);
  }
  if (written.size === 0) return;
  for (const input of inputs) {
    const target = input.path === undefined ? undefined : written.get(fileId(input.path) ?? '');
    if (target) throw wouldReplace(target.name, input);
  }
}

/** What to say then. */
export function wouldReplace(target: string, { name }: NamedFile): UserError {
  const [vi, en] =
    name === target
      ? ['', '']
      : [` (cùng một tệp với ${quoteName(name)})`, ` (the same file as ${quoteName(name)})`];
  return new UserError({
    vi: `Không ghi ${quoteName(target)}${vi}: đây là một tệp được đọc vào. Hãy chọn tên khác.`,
    en: `Not writing ${quoteName(target)}${en}: it is one of the files that are read. Choose another name.`,
  });
}
