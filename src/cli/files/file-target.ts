import { accessSync, constants, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { FlagsOf } from '../define-command.ts';
import { fileError, refusal, systemCode } from '../io/file-error.ts';
import type { Io } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { whyNotOnWindows } from '../io/windows-names.ts';
import type { outputOptions } from '../options.ts';
import { type UserError, userError } from '../user-error.ts';
import { fileId, isThere } from './paths.ts';

/** A file with its name in messages (`-` for a stream) and its absolute path, undefined for standard input and output. */
export interface NamedFile {
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

export type OutputFlags = FlagsOf<{ readonly options: typeof outputOptions }>;

/** A file to write, checked before any work. @throws UserError when it exists and replacing it was not requested */
export function fileTarget(name: string, { force = false }: OutputFlags, { cwd }: Pick<Io, 'cwd'>): Target {
  const path = resolve(cwd, name);
  const before = targetState(path, name);
  // Writing to a device or a pipe replaces nothing.
  if (!force && isThere(path) && before !== undefined)
    throw notReplacing({ name, reason: { vi: 'tệp đã có', en: 'it is already there' } });
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

/** Files by name, without those not given. */
export const namedFiles = (names: readonly (string | undefined)[], cwd: string) =>
  names.flatMap((name) => (name === undefined ? [] : { name, path: resolve(cwd, name) }));

/** The input that writing to `target` would replace, under any name. */
export function inputAt<Item extends NamedFile>(
  target: NamedFile,
  inputs: readonly Item[],
): Item | undefined {
  const idOf = ({ path }: NamedFile) => (path === undefined ? undefined : fileId(path));
  const id = idOf(target);
  return id === undefined ? undefined : inputs.find((input) => idOf(input) === id);
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
export function wouldReplace({ name }: NamedFile, input: NamedFile): UserError {
  const same = quoteName(input.name);
  const other = { vi: ` (cùng một tệp với ${same})`, en: ` (the same file as ${same})` };
  return isAnInput({ name, other: input.name === name ? { vi: '', en: '' } : other });
}

/** @throws UserError when the target has changed since it was checked */
export function refuseChanged({ path, name, before }: Target): void {
  if (before === undefined) return;
  const isSame =
    typeof before === 'string'
      ? targetState(path, name) === before
      : isThere(path) && Buffer.compare(readFileSync(path), before) === 0;
  if (!isSame) throw changedMeanwhile({ name });
}

/** @throws UserError on Windows, for a name that is not possible there */
export function refuseName(path: string, name: string): void {
  const reason = whyNotOnWindows(path);
  if (reason) throw refusal('write', name, reason);
}

/**
 * Except on Windows, renaming would replace even a read-only file, the other names of a file would keep the old content,
 * and the version that is open in an office program would be saved over the new one later.
 *
 * @throws UserError for such a file; the system's error
 */
export function refuseReplacing(old: Stats | undefined, path: string, name: string): void {
  for (const lock of locksOf(path))
    if (isThere(join(dirname(path), lock))) throw inUse(name, quoteName(lock));
  if (!old) return;
  // The administrator may write to every file; the mode says what its owner wants.
  if ((old.mode & 0o222) === 0) throw refusal('write', name, isReadOnly);
  accessSync(path, constants.W_OK);
  if (old.nlink > 1) throw hasNames({ name, count: old.nlink });
}

/** The names of the files that Word and LibreOffice keep beside a document for as long as it is open. */
function locksOf(path: string): string[] {
  const file = basename(path);
  const stem = file.slice(0, file.length - extname(file).length);
  // Word drops the first letters of longer names (`~$eu-so-2.docx`): two from 8 letters on, one of 7.
  return [`~$${file.slice(stem.length > 7 ? 2 : stem.length === 7 ? 1 : 0)}`, `.~lock.${file}#`];
}

/** On Windows a file that is open elsewhere cannot be replaced: EBUSY, or EPERM or EACCES from `rename`. */
export function isInUse(error: unknown): boolean {
  const code = systemCode(error);
  if (code === 'EBUSY') return true;
  if (process.platform !== 'win32' || !(error instanceof Error) || !('syscall' in error)) return false;
  return error.syscall === 'rename' && (code === 'EPERM' || code === 'EACCES');
}

export const inUse = (name: string, lock = ''): UserError =>
  isOpen({
    name,
    advice: {
      vi: lock && ` Nếu không còn mở, hãy xóa tệp khóa ${lock} bên cạnh.`,
      en: lock && ` If it is not open any more, delete the lock file ${lock} beside it.`,
    },
  });

const isOpen = userError(
  'Không ghi được {name}: tệp đang mở trong Word hoặc chương trình khác. Hãy đóng tệp rồi chạy lại; tệp cũ vẫn nguyên vẹn.{advice}',
  'Cannot write {name}: it is open in Word or another program. Close it and run again; the old file is whole.{advice}',
);
const isReadOnly = {
  vi: 'tệp chỉ cho đọc. Hãy cấp quyền ghi rồi chạy lại.',
  en: 'it is read-only. Make it writable and run again.',
};
const hasNames = userError(
  'Không ghi đè {name}: tệp có {count} tên (liên kết cứng), thay thế sẽ làm các tên kia giữ nội dung cũ. Hãy ghi ra tên khác.',
  'Not replacing {name}: it has {count} names (hard links), of which the others would keep the old content. Write to another name.',
);
const changedMeanwhile = userError(
  'Không ghi {name}: tệp đã thay đổi trong lúc chạy, chưa ghi gì. Hãy chạy lại.',
  'Not writing {name}: it changed meanwhile, nothing was written. Run again.',
);
const isAnInput = userError(
  'Không ghi {name}{other}: đây là một tệp được đọc vào. Hãy chọn tên khác.',
  'Not writing {name}{other}: it is one of the files that are read. Choose another name.',
);
export const notReplacing = userError(
  'Không ghi đè {name}: {reason}. Hãy chọn tên khác, hoặc thêm --force để thay thế.',
  'Not replacing {name}: {reason}. Choose another name, or add --force to replace it.',
);
