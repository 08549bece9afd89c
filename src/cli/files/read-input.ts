import { createReadStream, readFileSync, type Stats, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileError } from '../io/file-error.ts';
import type { Io } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';
import type { Input } from './find-inputs.ts';

/**
 * In bytes: reading stops here, far above what is accepted as a form, so that an endless input ends as a
 * finding and not in a full memory.
 */
const readLimit = 64 * 1024 * 1024;
/** How often a file is read that changes in the meantime. */
const attempts = 5;
/** Milliseconds from one of them to the next. */
const pause = 50;

/**
 * The bytes of a file or of standard input. Throws a `UserError` when they cannot be read, or when somebody goes on
 * writing them: half of a form is no form.
 */
export async function readInput({ path, name }: Input, io: Io): Promise<Uint8Array> {
  if (path === undefined) return readStream(io.stdin);
  try {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const before = statSync(path);
      // Opening a pipe waits for who writes into it, and Ctrl-C must not wait, too.
      if (!before.isFile() || before.size > readLimit) {
        return await readStream(createReadStream(path, { highWaterMark: 1024 * 1024 }));
      }
      const bytes = readFileSync(path);
      if (isSame(before, statSync(path))) return bytes;
      await setTimeout(pause);
    }
  } catch (error) {
    throw fileError('read', name, error);
  }
  throw stillWritten(name);
}

const isSame = (a: Stats, b: Stats) => a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs;

async function readStream(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > readLimit) break;
  }
  return Buffer.concat(chunks);
}

const stillWritten = (name: string) =>
  new UserError({
    vi: `Không đọc được ${quoteName(name)}: tệp còn đang được ghi. Hãy chạy lại khi đã ghi xong.`,
    en: `Cannot read ${quoteName(name)}: it is still being written. Run again when that is done.`,
  });
