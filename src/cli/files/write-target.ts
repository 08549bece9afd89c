import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type Context, done, type Outcome } from '../context.ts';
import { fileError, retryWhile, systemCode, systemError } from '../io/file-error.ts';
import type { Io } from '../io/io.ts';
import { wrote } from '../io/quote-name.ts';
import { temporaryFiles, temporaryName } from '../io/temporary-files.ts';
import { UserError, userError } from '../user-error.ts';
import {
  inUse,
  isInUse,
  type OutputFlags,
  outputTarget,
  refuseChanged,
  refuseName,
  refuseReplacing,
  type Target,
} from './file-target.ts';
import { isThere } from './paths.ts';

const { O_WRONLY, O_NONBLOCK } = constants;

/** Writes a piece of a file: returns only when it is written, so that pieces do not pile up. */
export type WriteNow = (piece: string | Uint8Array) => void;

/** The content of a file: whole, or in pieces, so that it need not fit in memory. */
export type Content = string | Uint8Array | ((write: WriteNow) => void | Promise<void>);

/** A file that is written piece by piece, but completely or not at all. */
export interface OpenTarget {
  readonly write: WriteNow;
  /** Moves the file into place. @throws UserError, also when the target has changed meanwhile; then it is left intact */
  commit(): Promise<void>;
  /** Discards the file, unless it is in place already. */
  abandon(): void;
}

/**
 * Opens a temporary file in the folder of the target, which is created if missing; in the end it takes the target's
 * name. Links stay links, mode and owner stay; devices and pipes are written to directly.
 *
 * @throws UserError when the target cannot be written, is open in an office program, has several names, or belongs
 * to somebody to whom the new file could not be given
 */
export function openTarget(target: Target): OpenTarget {
  const { path, name } = target;
  let temporary: string | undefined;
  const failure = (error: unknown): unknown => {
    if (temporary !== undefined) temporaryFiles.remove(temporary);
    return error instanceof UserError
      ? error
      : isInUse(error)
        ? inUse(name)
        : fileError('write', name, error);
  };
  let [file, real, isReplacing, isOpen] = [0, path, false, true];
  try {
    refuseName(path, name);
    makeFolder(dirname(path), dirname(name));
    const old = statSync(path, { throwIfNoEntry: false });
    // Windows would open a folder, too.
    if (old?.isDirectory()) throw systemError('EISDIR');
    if (old && !old.isFile()) {
      file = untilRead(name, 'ENXIO', () => openSync(path, O_WRONLY | (O_NONBLOCK ?? 0)));
    } else {
      real = isThere(path) ? realpathSync(path) : path;
      isReplacing = old !== undefined;
      refuseReplacing(old, real, name);
      temporary = temporaryName(dirname(real));
      file = openSync(temporary, 'wx', old?.mode ?? 0o666);
      temporaryFiles.add(temporary);
      if (old) keepOwnerAndMode(file, old, name);
    }
  } catch (error) {
    throw failure(error);
  }
  const close = () => {
    isOpen = false;
    closeSync(file);
  };
  return {
    write(piece) {
      let rest = typeof piece === 'string' ? Buffer.from(piece) : piece;
      try {
        while (rest.length > 0) rest = rest.subarray(untilRead(name, 'EAGAIN', () => writeSync(file, rest)));
      } catch (error) {
        throw failure(error);
      }
    },
    async commit() {
      try {
        // If the name reached the disk before the content, a power failure would leave an empty file. A new file can be
        // written again, and waiting for the disk would take longer than rendering it.
        if (isReplacing) fsyncSync(file);
        close();
        if (temporary === undefined) return;
        refuseChanged(target);
        await rename(temporary, real);
        temporaryFiles.forget(temporary);
        if (isReplacing) syncFolder(dirname(real));
      } catch (error) {
        throw failure(error);
      }
    },
    abandon() {
      if (!isOpen) return;
      close();
      if (temporary !== undefined) temporaryFiles.remove(temporary);
    },
  };
}

/** Writes a file completely or not at all. Ctrl-C waits for it. @throws as `openTarget` and `content` do */
export async function writeTarget(
  target: Target,
  content: Content,
  io: Pick<Io, 'holdInterrupts'>,
): Promise<void> {
  io.holdInterrupts();
  const file = openTarget(target);
  try {
    if (typeof content === 'function') await content(file.write);
    else file.write(content);
  } catch (error) {
    file.abandon();
    throw error;
  }
  await file.commit();
}

/** Prints the output of a command, or writes it to the file of `-o`, always in UTF-8, unlike `>` in some shells. */
export async function printOrWrite(content: Content, target: Target | undefined, { io, note }: Context) {
  if (target) {
    await writeTarget(target, content, io);
    note(wrote(target.name));
  } else if (typeof content === 'function') {
    await content((piece) => void io.stdout.write(piece));
  } else {
    io.stdout.write(content);
  }
}

/** The same for a command with nothing else to do. */
export async function printAll(content: Content, flags: OutputFlags, context: Context): Promise<Outcome> {
  await printOrWrite(content, outputTarget(flags, context.io), context);
  return done;
}

function makeFolder(path: string, name: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw fileError('write', name, systemCode(error) === 'ENOENT' ? reasonFor(path, error) : error);
  }
}

/** On a read-only disk Node.js reports a missing folder when it creates several at once, but the real reason for a single one. */
function reasonFor(path: string, error: unknown): unknown {
  let first = path;
  while (first !== dirname(first) && !isThere(dirname(first))) first = dirname(first);
  try {
    mkdirSync(first);
    return error;
  } catch (reason) {
    return reason;
  }
}

/** Milliseconds until a pipe that nobody reads is given up. */
const timeout = 5000;

/** Waits for the reader of a pipe here rather than in `open`, where Ctrl-C has no effect. @throws UserError without a reader */
function untilRead(name: string, code: 'ENXIO' | 'EAGAIN', work: () => number): number {
  const result = retryWhile(code, work, timeout);
  if (result === undefined) throw notRead({ name });
  return result;
}

const notRead = userError(
  'Không ghi được {name}: đây là ống dẫn mà không chương trình nào đọc. Hãy mở chương trình đọc trước, hoặc ghi ra tệp.',
  'Cannot write {name}: it is a pipe that no program reads. Start the reader first, or write to a file.',
);

/** Ignores the umask. Extended attributes and access control lists are not kept. */
function keepOwnerAndMode(file: number, { uid, gid, mode }: Stats, name: string) {
  if (process.getuid && (uid !== process.getuid() || gid !== process.getgid?.())) {
    try {
      fchownSync(file, uid, gid);
    } catch {
      if (uid !== process.getuid()) throw otherOwner({ name });
    }
  }
  fchmodSync(file, mode & 0o7777);
}

const otherOwner = userError(
  'Không ghi đè {name}: tệp thuộc người dùng khác, và tệp mới không thể giữ chủ sở hữu đó. Hãy ghi ra tên khác.',
  'Not replacing {name}: it belongs to another user, and the new file could not. Write to another name.',
);

/** Not every system and disk supports it; the file is in place all the same. */
function syncFolder(path: string) {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {}
}

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
