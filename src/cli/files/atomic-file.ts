import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { fileError, refusal, systemCode, systemError } from '../io/file-error.ts';
import type { Io } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { temporaryFiles, temporaryName } from '../io/temporary-files.ts';
import { UserError } from '../user-error.ts';
import { refuseChanged, type Target } from './file-target.ts';
import { makeFolder, refuseName } from './make-folder.ts';
import { inUse, refuseWhenOpen } from './office-lock.ts';
import { openOutput, writeOutput } from './open-output.ts';
import { isThere } from './paths.ts';

/**
 * A file that is written piece by piece, but completely or not at all: into a temporary file in the same folder, which then
 * takes the target's name. Links stay links, mode and owner stay; devices and pipes are written to directly.
 */
export class AtomicFile {
  readonly #target: Target;
  /** With links resolved. */
  readonly #path: string;
  /** Undefined when the target is written to directly. */
  readonly #temporary: string | undefined;
  /** Whether it replaces an existing file. */
  readonly #isReplacing: boolean;
  readonly #file: number;
  #isOpen = true;

  /**
   * Creates missing folders.
   *
   * @throws UserError when the target cannot be written, is open in an office program, has several names, or belongs
   * to somebody to whom the new file could not be given
   */
  constructor(target: Target) {
    const { path, name } = target;
    this.#target = target;
    try {
      refuseName(path, name);
      makeFolder(dirname(path), dirname(name));
      const old = statSync(path, { throwIfNoEntry: false });
      // Windows would open a folder, too.
      if (old?.isDirectory()) throw systemError('EISDIR');
      const isPlain = !old || old.isFile();
      // `/dev/stdout` and the like lead to pipes that have no path.
      const real = isPlain && isThere(path) ? realpathSync(path) : path;
      if (isPlain) refuseWhenOpen(real, name);
      if (old && isPlain) {
        refuseReadOnly(old, real, name);
        refuseHardLinks(old, name);
      }
      this.#path = real;
      this.#isReplacing = old?.isFile() ?? false;
      this.#temporary = isPlain ? temporaryName(dirname(real)) : undefined;
      this.#file =
        this.#temporary === undefined
          ? openOutput(real, name)
          : openSync(this.#temporary, 'wx', old?.mode ?? 0o666);
      if (this.#temporary !== undefined) temporaryFiles.add(this.#temporary);
      if (old && isPlain) keepOwnerAndMode(this.#file, old, name);
    } catch (error) {
      this.#remove();
      throw writeError(error, name);
    }
  }

  /** Returns only when the piece is written, so that pieces do not pile up. @throws UserError */
  write(piece: Uint8Array | string): void {
    try {
      writeOutput(this.#file, typeof piece === 'string' ? Buffer.from(piece) : piece, this.#target.name);
    } catch (error) {
      throw writeError(error, this.#target.name);
    }
  }

  /**
   * Moves the file into place.
   *
   * @throws UserError, also when the target has changed meanwhile; it is left intact, without leftovers beside it
   */
  async commit(): Promise<void> {
    try {
      // If the name reached the disk before the content, a power failure would leave an empty file. A new file can be
      // written again, and waiting for the disk would take longer than rendering it.
      if (this.#isReplacing) fsyncSync(this.#file);
      this.#close();
      if (this.#temporary === undefined) return;
      refuseChanged(this.#target);
      await rename(this.#temporary, this.#path);
      temporaryFiles.forget(this.#temporary);
      if (this.#isReplacing) syncFolder(dirname(this.#path));
    } catch (error) {
      this.#remove();
      throw writeError(error, this.#target.name);
    }
  }

  /** Discards the file, unless it is in place already. */
  abandon(): void {
    if (!this.#isOpen) return;
    this.#close();
    this.#remove();
  }

  #close(): void {
    this.#isOpen = false;
    closeSync(this.#file);
  }

  #remove(): void {
    if (this.#temporary !== undefined) temporaryFiles.remove(this.#temporary);
  }
}

/** Except on Windows, renaming would replace even a read-only file. @throws UserError; the system's error */
function refuseReadOnly({ mode }: Stats, path: string, name: string) {
  // The administrator may write to every file; the mode says what its owner wants.
  if ((mode & 0o222) === 0) {
    throw refusal('write', name, {
      vi: 'tệp chỉ cho đọc. Hãy cấp quyền ghi rồi chạy lại.',
      en: 'it is read-only. Make it writable and run again.',
    });
  }
  accessSync(path, constants.W_OK);
}

/** The other names would keep the old content. */
function refuseHardLinks({ nlink }: Stats, name: string) {
  if (nlink === 1) return;
  throw new UserError({
    vi: `Không ghi đè ${quoteName(name)}: tệp có ${nlink} tên (liên kết cứng), thay thế sẽ làm các tên kia giữ nội dung cũ. Hãy ghi ra tên khác.`,
    en: `Not replacing ${quoteName(name)}: it has ${nlink} names (hard links), of which the others would keep the old content. Write to another name.`,
  });
}

/** Ignores the umask. Extended attributes and access control lists are not kept. */
function keepOwnerAndMode(file: number, { uid, gid, mode }: Stats, name: string) {
  if (process.getuid && (uid !== process.getuid() || gid !== process.getgid?.())) {
    try {
      fchownSync(file, uid, gid);
    } catch {
      if (uid !== process.getuid()) {
        throw new UserError({
          vi: `Không ghi đè ${quoteName(name)}: tệp thuộc người dùng khác, và tệp mới không thể giữ chủ sở hữu đó. Hãy ghi ra tên khác.`,
          en: `Not replacing ${quoteName(name)}: it belongs to another user, and the new file could not. Write to another name.`,
        });
      }
    }
  }
  fchmodSync(file, mode & 0o7777);
}

/** Not every system and disk supports it. */
function syncFolder(path: string) {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // The file is in place all the same.
  }
}

const writeError = (error: unknown, name: string) =>
  error instanceof UserError ? error : isInUse(error) ? inUse(name) : fileError('write', name, error);

/** Windows briefly refuses while a virus scanner or an indexer reads the file. */
async function rename(from: string, to: string, attempts = 4): Promise<void> {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!isInUse(error) || attempts === 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await rename(from, to, attempts - 1);
  }
}

/** On Windows a file that is open elsewhere cannot be replaced: EBUSY, or EPERM or EACCES from `rename`. */
function isInUse(error: unknown): boolean {
  const code = systemCode(error);
  if (code === 'EBUSY') return true;
  if (process.platform !== 'win32' || !(error instanceof Error) || !('syscall' in error)) return false;
  return error.syscall === 'rename' && (code === 'EPERM' || code === 'EACCES');
}

/** Writes a piece of a file synchronously. */
export type WriteNow = (piece: string | Uint8Array) => void;

/** The content of a file: whole, or in pieces, so that it need not fit in memory. */
export type Content = string | Uint8Array | ((write: WriteNow) => void | Promise<void>);

/**
 * Writes a file completely or not at all: see `AtomicFile`. Ctrl-C waits for it.
 *
 * @throws UserError when the target cannot be written or is open in an office program; whatever `content` throws
 */
export async function writeTarget(
  target: Target,
  content: Content,
  io: Pick<Io, 'holdInterrupts'>,
): Promise<void> {
  io.holdInterrupts();
  const file = new AtomicFile(target);
  try {
    if (typeof content === 'function') await content((piece) => file.write(piece));
    else file.write(content);
  } catch (error) {
    file.abandon();
    throw error;
  }
  await file.commit();
}
