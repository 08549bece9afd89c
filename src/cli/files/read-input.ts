import {
  closeSync,
  constants,
  createReadStream,
  openSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { fileError, retryWhile } from '../io/file-error.ts';
import type { Io } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError, userError } from '../user-error.ts';
import type { Input } from './find-inputs.ts';

/**
 * In bytes. Reading stops here, far above the limit for forms, so that an endless input becomes a
 * finding and does not fill the memory.
 */
const readLimit = 64 * 1024 * 1024;
/** How often a file that changes meanwhile is read. */
const attempts = 5;
/** Milliseconds between attempts. */
const pause = 50;

/** The bytes of a form, from a file or from standard input. @throws UserError, also when they are still being written */
export async function readInput(input: Input, io: Io): Promise<Uint8Array> {
  const { name } = input;
  const path = input.docx ?? input.path;
  if (path === undefined) return readStream(io.stdin, io);
  try {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const before = statSync(path);
      // Opening a pipe blocks until somebody writes to it, and Ctrl-C must work meanwhile.
      if (!before.isFile() || before.size > readLimit) {
        return await readStream(createReadStream(path, { highWaterMark: 1024 * 1024 }), io);
      }
      const bytes = readFileSync(path);
      if (isSame(before, statSync(path))) return bytes;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  } catch (error) {
    throw fileError('read', name, error);
  }
  throw stillWritten({ name });
}

const isSame = (a: Stats, b: Stats) => a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs;

/** @throws when Ctrl-C ends a run over many files: a pipe may never end */
async function readStream(stream: Io['stdin'], { interrupted }: Io): Promise<Uint8Array> {
  interrupted?.then(() => stream.destroy?.());
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > readLimit) break;
  }
  return Buffer.concat(chunks);
}

/** Milliseconds until a pipe that nobody writes to is given up. */
const pipeTimeout = 10_000;

/**
 * The bytes of any other named file: a configuration, a schema, a template. Pipes and devices are read
 * if they have an end (`--schema <(…)`, `/dev/null`).
 *
 * @throws UserError when it cannot be read, or does not end
 */
export function readNamed(name: string, cwd: string): Buffer {
  try {
    const path = resolve(cwd, name);
    const stats = statSync(path);
    if (stats.size > readLimit) throw hasNoEnd(name);
    // Non-blocking: `open` would wait for somebody to write to a pipe, and Ctrl-C has no effect in it.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const bytes = readToEnd(file, name);
      // A pipe without a writer ends at once.
      if (stats.isFIFO() && bytes.length === 0) throw isEmptyPipe({ name });
      return bytes;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof UserError ? error : fileError('read', name, error);
  }
}

function readToEnd(file: number, name: string): Buffer {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const count = retryWhile('EAGAIN', () => readSync(file, chunk), pipeTimeout);
    if (count === 0) return Buffer.concat(chunks, length);
    length += count ?? 0;
    if (count === undefined || length > readLimit) throw hasNoEnd(name);
    chunks.push(chunk.subarray(0, count));
  }
}

const hasNoEnd = (name: string) =>
  new UserError({
    vi: `Không đọc được ${quoteName(name)}: quá lớn (tối đa ${readLimit / 1024 ** 2} MB), hoặc không có điểm kết thúc. Hãy nêu một tệp thông thường.`,
    en: `Cannot read ${quoteName(name)}: too large (at most ${readLimit / 1024 ** 2} MB), or without an end. Name a regular file.`,
  });

const isEmptyPipe = userError(
  'Không đọc được {name}: đây là đường ống (pipe) không có nội dung. Hãy nêu một tệp thông thường.',
  'Cannot read {name}: it is a pipe that nothing was written into. Name a regular file.',
);
const stillWritten = userError(
  'Không đọc được {name}: tệp còn đang được ghi. Hãy chạy lại khi đã ghi xong.',
  'Cannot read {name}: it is still being written. Run again when that is done.',
);
