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
 * A file that is written whole or not at all, piece by piece: into a temporary file in the same folder, which then
 * takes the target's name. Links stay links, mode and owner stay; devices and pipes are written to directly.
 */
export class AtomicFile {
  readonly #target: Target;
  /** Where links lead. */
  readonly #path: string;
  /** Undefined where the target is written to directly. */
  readonly #temporary: string | undefined;
  /** Whether it takes the place of a file, whose content would be lost with it. */
  readonly #isReplacing: boolean;
  readonly #file: number;
  #isOpen = true;

  /**
   * Makes the folders that it is in.
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
      // Windows would open it.
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

  /** Writes a piece before it comes back, so that pieces do not pile up. @throws UserError */
  write(piece: Uint8Array | string): void {
    try {
      writeOutput(this.#file, typeof piece === 'string' ? Buffer.from(piece) : piece, this.#target.name);
    } catch (error) {
      throw writeError(error, this.#target.name);
    }
  }

  /**
   * Puts the file in its place.
   *
   * @throws UserError, also where the target has something else by now; it is whole then, and nothing is left beside it
   */
  async commit(): Promise<void> {
    try {
      // A name that the disk knows before the content would be an empty file after a power failure. A new file can be
      // made again, and waiting for the disk would take longer than rendering it.
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

  /** Leaves everything as it was, unless the file is in its place. */
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

/** A new file could take the name all the same, except on Windows. @throws UserError; the system's error */
function refuseReadOnly({ mode }: Stats, path: string, name: string) {
  // To the administrator every file is writable: the mode says what its owner wants.
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

/** Past the umask. Extended attributes and access control lists are not kept. */
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

/** Not every system has that, and not every disk. */
function syncFolder(path: string) {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // The file is in its place all the same.
  }
}

const writeError = (error: unknown, name: string) =>
  error instanceof UserError ? error : isInUse(error) ? inUse(name) : fileError('write', name, error);

/** Windows refuses for a moment while a virus scanner or an indexer reads the file. */
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

/** Writes a piece of a file before it returns. */
export type WriteNow = (piece: string | Uint8Array) => void;

/** What a file gets: at once, or piece by piece, so that it need not be whole in memory. */
export type Content = string | Uint8Array | ((write: WriteNow) => void | Promise<void>);

/**
 * Writes a file whole or not at all: see `AtomicFile`. Ctrl-C waits for it.
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
