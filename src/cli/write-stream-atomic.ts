import {
  closeSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { fileError, systemCode } from './file-error.ts';
import { quoteName } from './quote-name.ts';
import { UserError } from './user-error.ts';

/** Writes a piece before it comes back, so that pieces do not pile up. */
export type WriteNow = (piece: string | Uint8Array) => void;

/**
 * Writes a file whole or not at all, piece by piece, so that it need not be whole in memory: into a temporary
 * file in the same folder, which then takes the target's name. Links stay links, permissions stay; devices and
 * pipes are written to directly.
 *
 * @param name what messages call the target @param fill is given the function that writes
 * @throws UserError when the target cannot be written or is open in an office program; whatever `fill` throws.
 * The old file is whole then, and nothing is left beside it
 */
export async function writeStreamAtomic(
  path: string,
  name: string,
  fill: (write: WriteNow) => void | Promise<void>,
): Promise<void> {
  // What goes wrong in `fill` is another matter: it may read files of its own.
  const refuse = (error: unknown): never => {
    throw isInUse(error) ? inUse(name) : fileError('write', name, error);
  };
  const attempt = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      return refuse(error);
    }
  };
  const target = attempt(() => (lstatSync(path, { throwIfNoEntry: false }) ? realpathSync(path) : path));
  const old = attempt(() => statSync(target, { throwIfNoEntry: false }));
  const isPlain = !old || old.isFile();
  if (isPlain) refuseWhenOpen(target, name);
  const temporary = join(dirname(target), `.bieu2-${process.pid}-${Date.now().toString(36)}.tmp`);
  const written = isPlain ? temporary : target;
  const file = attempt(() => openSync(written, isPlain ? 'wx' : 'w', old?.mode ?? 0o666));
  try {
    try {
      await fill((piece) => attempt(() => writeWhole(file, piece)));
    } finally {
      attempt(() => closeSync(file));
    }
    if (isPlain) await rename(written, target).catch(refuse);
  } catch (error) {
    if (isPlain) rmSync(written, { force: true });
    throw error;
  }
}

function writeWhole(file: number, piece: string | Uint8Array) {
  let rest = typeof piece === 'string' ? Buffer.from(piece) : piece;
  while (rest.length > 0) rest = rest.subarray(writeSync(file, rest));
}

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
    if (lstatSync(join(dirname(path), lock), { throwIfNoEntry: false })) throw inUse(name, lock);
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
