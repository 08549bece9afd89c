import { closeSync, lstatSync, openSync, realpathSync, renameSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';
import { fileError, systemCode } from '../io/file-error.ts';
import { quoteName } from '../io/quote-name.ts';
import { temporaryFiles } from '../io/temporary-files.ts';
import { UserError } from '../user-error.ts';

/** Counts the temporary files of this thread. */
let count = 0;

/**
 * A file that is written whole or not at all, piece by piece: into a temporary file in the same folder, which then
 * takes the target's name. Links stay links, permissions stay; devices and pipes are written to directly.
 */
export class AtomicFile {
  readonly #name: string;
  readonly #target: string;
  /** Undefined where the target is written to directly. */
  readonly #temporary: string | undefined;
  readonly #file: number;

  /**
   * @param name what messages call the target
   * @throws UserError when the target cannot be written or is open in an office program
   */
  constructor(path: string, name: string) {
    this.#name = name;
    try {
      const old = statSync(path, { throwIfNoEntry: false });
      const isPlain = !old || old.isFile();
      // `/dev/stdout` and the like lead to pipes that have no path.
      const target = isPlain && lstatSync(path, { throwIfNoEntry: false }) ? realpathSync(path) : path;
      if (isPlain) refuseWhenOpen(target, name);
      const own = `${process.pid}-${threadId}-${Date.now().toString(36)}-${count++}`;
      this.#target = target;
      this.#temporary = isPlain ? join(dirname(target), `.bieu2-${own}.tmp`) : undefined;
      this.#file = openSync(this.#temporary ?? target, isPlain ? 'wx' : 'w', old?.mode ?? 0o666);
      if (this.#temporary !== undefined) temporaryFiles.add(this.#temporary);
    } catch (error) {
      throw writeError(error, name);
    }
  }

  /** Writes a piece before it comes back, so that pieces do not pile up. @throws UserError */
  write(piece: Uint8Array | string): void {
    let rest = typeof piece === 'string' ? Buffer.from(piece) : piece;
    try {
      while (rest.length > 0) rest = rest.subarray(writeSync(this.#file, rest));
    } catch (error) {
      throw writeError(error, this.#name);
    }
  }

  /** Puts the file in its place. @throws UserError; the old file is whole then, and nothing is left beside it */
  async commit(): Promise<void> {
    try {
      closeSync(this.#file);
      if (this.#temporary === undefined) return;
      await rename(this.#temporary, this.#target);
      temporaryFiles.forget(this.#temporary);
    } catch (error) {
      this.#remove();
      throw writeError(error, this.#name);
    }
  }

  /** Leaves everything as it was. */
  abandon(): void {
    closeSync(this.#file);
    this.#remove();
  }

  #remove(): void {
    if (this.#temporary !== undefined) temporaryFiles.remove(this.#temporary);
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
    await setTimeout(100);
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

/**
 * Elsewhere it can be replaced, and the text that is open would be saved over it later. Word and LibreOffice
 * leave a file beside a document for as long as it is open.
 */
function refuseWhenOpen(path: string, name: string) {
  const file = basename(path);
  const stem = file.slice(0, file.length - extname(file).length);
  // Word drops the first letters of longer names: `~$eu-so-2.docx`, from 8 letters on two, of 7 one.
  const owner = `~$${file.slice(stem.length > 7 ? 2 : stem.length === 7 ? 1 : 0)}`;
  for (const lock of [owner, `.~lock.${file}#`]) {
    if (isThere(join(dirname(path), lock))) throw inUse(name, lock);
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // The document's own name leaves no room for more.
    if (systemCode(error) === 'ENAMETOOLONG') return false;
    throw error;
  }
}

function inUse(name: string, lock?: string): UserError {
  const vi = lock ? ` Nếu không còn mở, hãy xóa tệp khóa ${quoteName(lock)} bên cạnh.` : '';
  const en = lock ? ` If it is not open any more, delete the lock file ${quoteName(lock)} beside it.` : '';
  return new UserError({
    vi: `Không ghi được ${quoteName(name)}: tệp đang mở trong Word hoặc chương trình khác. Hãy đóng tệp rồi chạy lại; tệp cũ vẫn nguyên vẹn.${vi}`,
    en: `Cannot write ${quoteName(name)}: it is open in Word or another program. Close it and run again; the old file is whole.${en}`,
  });
}
