import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Wording, words } from '../../diagnostics/wording.ts';
import type { FlagsOf } from '../define-command.ts';
import { fileError } from '../io/file-error.ts';
import type { Io } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import type { outputOptions } from '../options.ts';
import { userError } from '../user-error.ts';
import { fileId, isThere } from './paths.ts';

/** A file with its name in messages and its absolute path, which is undefined for standard input and output. */
interface NamedFile {
  readonly name: string;
  readonly path: string | undefined;
}

/** A file to write. */
export interface Target extends NamedFile {
  readonly path: string;
  /** Its content when work on it began: bytes, or the result of `targetState`. */
  readonly before?: Uint8Array | string | undefined;
}

/**
 * The state of a target, compared again before writing: `nothing`, or a mark that changes with the file;
 * undefined for devices and pipes, whose content is not replaced.
 *
 * @param path absolute @param name as in messages @throws UserError when it cannot be determined
 */
export function targetState(path: string, name: string): string | undefined {
  try {
    const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
    if (!stat) return 'nothing';
    return stat.isFile() ? `${stat.ino} ${stat.size} ${stat.mtimeNs}` : undefined;
  } catch (error) {
    throw fileError('write', name, error);
  }
}

/** The values of `outputOptions`. */
export type OutputFlags = FlagsOf<{ readonly options: typeof outputOptions }>;

/**
 * A file to write, checked before any work.
 *
 * @throws UserError when it exists and replacing it was not requested
 */
export function fileTarget(name: string, { force = false }: OutputFlags, { cwd }: Pick<Io, 'cwd'>): Target {
  const path = resolve(cwd, name);
  const before = targetState(path, name);
  // Writing to a device or a pipe replaces nothing.
  if (!force && isThere(path) && before !== undefined) throw notReplacing({ name, reason: alreadyThere });
  return { name, path, before };
}

/**
 * The file that `-o` names; undefined for standard output.
 *
 * @param inputs what is read, and therefore never replaced @throws UserError as `fileTarget`
 */
export function outputTarget(
  flags: OutputFlags,
  io: Pick<Io, 'cwd'>,
  inputs: readonly NamedFile[] = [],
): Target | undefined {
  const { output = '-' } = flags;
  if (output === '-') return undefined;
  refuseInputs(namedFiles([output], io.cwd), inputs);
  return fileTarget(output, flags, io);
}

const alreadyThere = words('tệp đã có', 'it is already there');

export const notReplacing = userError(
  'Không ghi đè {name}: {reason}. Hãy chọn tên khác, hoặc thêm --force để thay thế.',
  'Not replacing {name}: {reason}. Choose another name, or add --force to replace it.',
);

/** @throws UserError when the target has changed since it was checked */
export function refuseChanged({ path, name, before }: Target): void {
  if (before === undefined) return;
  const isSame =
    typeof before === 'string'
      ? targetState(path, name) === before
      : isThere(path) && Buffer.compare(readFileSync(path), before) === 0;
  if (!isSame) throw changedMeanwhile({ name });
}

const changedMeanwhile = userError(
  'Không ghi {name}: tệp đã thay đổi trong lúc chạy, chưa ghi gì. Hãy chạy lại.',
  'Not writing {name}: it changed meanwhile, nothing was written. Run again.',
);

/** Files by name, without those not given. */
export const namedFiles = (names: readonly (string | undefined)[], cwd: string) =>
  names.flatMap((name) => (name === undefined ? [] : { name, path: resolve(cwd, name) }));

/** The input that writing to `target` would replace, under whatever name. */
export function inputAt<Item extends NamedFile>(target: Target, inputs: readonly Item[]): Item | undefined {
  const id = fileId(target.path);
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
    if (target) throw wouldReplace(target, input);
  }
}

/** The error for a target that is one of the inputs. */
export const wouldReplace = ({ name }: NamedFile, input: NamedFile) =>
  isAnInput({ name, other: input.name === name ? words('', '') : sameAs(quoteName(input.name)) });

const sameAs = (name: string): Wording => words(` (cùng một tệp với ${name})`, ` (the same file as ${name})`);

const isAnInput = userError(
  'Không ghi {name}{other}: đây là một tệp được đọc vào. Hãy chọn tên khác.',
  'Not writing {name}{other}: it is one of the files that are read. Choose another name.',
);
