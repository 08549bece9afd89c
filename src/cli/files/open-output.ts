import { constants, openSync, writeSync } from 'node:fs';
import { systemCode } from '../io/file-error.ts';
import { userError } from '../user-error.ts';

/** Milliseconds until a pipe that nobody reads is given up, and between attempts. */
const [timeout, pause] = [5000, 20];

/**
 * Opens a device or a pipe for writing. Waits for a reader here rather than in `open`, where Ctrl-C has no effect.
 *
 * @throws UserError when nobody reads it; the system's error
 */
export function openOutput(path: string, name: string): number {
  return retry(name, 'ENXIO', () => openSync(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0)));
}

/** Writes a whole piece. @throws as `openOutput` */
export function writeOutput(file: number, piece: Uint8Array, name: string): void {
  let rest = piece;
  while (rest.length > 0) {
    const part = rest;
    rest = part.subarray(retry(name, 'EAGAIN', () => writeSync(file, part)));
  }
}

function retry(name: string, code: string, work: () => number): number {
  for (let waited = 0; ; waited += pause) {
    try {
      return work();
    } catch (error) {
      if (systemCode(error) !== code) throw error;
      if (waited >= timeout) throw notRead({ name });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

const notRead = userError(
  'Không ghi được {name}: đây là ống dẫn mà không chương trình nào đọc. Hãy mở chương trình đọc trước, hoặc ghi ra tệp.',
  'Cannot write {name}: it is a pipe that no program reads. Start the reader first, or write to a file.',
);
