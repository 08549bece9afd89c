import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { fileError } from './file-error.ts';
import type { Io } from './io.ts';
import type { Input } from './walk.ts';

/**
 * In bytes: reading stops here, far above what is accepted as a form, so that an endless input ends as a
 * finding and not in a full memory.
 */
const readLimit = 64 * 1024 * 1024;

/** The bytes of a file or of standard input. Throws a `UserError` when they cannot be read. */
export async function readInput(input: Input, io: Io): Promise<Uint8Array> {
  if (input.path === undefined) return readStream(io.stdin);
  try {
    return readFile(input.path);
  } catch (error) {
    throw fileError('read', input.name, error);
  }
}

function readFile(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const stat = fstatSync(file);
    if (stat.isFile() && stat.size <= readLimit) return readFileSync(file);
    const chunks: Uint8Array[] = [];
    let length = 0;
    while (length < readLimit) {
      const chunk = new Uint8Array(1024 * 1024);
      const count = readSync(file, chunk);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      length += count;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(file);
  }
}

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
