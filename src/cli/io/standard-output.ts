import { fstatSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { UserError } from '../user-error.ts';
import { fileError, systemCode } from './file-error.ts';
import type { Output } from './io.ts';

/** Milliseconds from one attempt to the next where a pipe is full and does not wait. */
const pause = 5;

/**
 * Standard output. Once it cannot be written any more, `failure` says why, and the rest goes nowhere: a reader that
 * closes the pipe early (`| head`) is not reported, a full disk is (see `lostOutput`).
 */
export function standardOutput(): Output {
  return waitsForReader() ? directOutput() : streamOutput();
}

/** What to report of an output that could not be written to its end; undefined where it was, or nobody reads it. */
export function lostOutput({ failure }: Output): UserError | undefined {
  if (failure === undefined || systemCode(failure) === 'EPIPE') return undefined;
  const error = fileError('write', 'stdout', failure);
  return error instanceof UserError ? error : undefined;
}

/** Windows has ways of its own with pipes, and terminals have them everywhere. */
function waitsForReader(): boolean {
  if (process.platform === 'win32') return false;
  try {
    const stat = fstatSync(1);
    return stat.isCharacterDevice() ? !isTerminal() : stat.isFile() || stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
}

/** Loads the module for what may be a terminal only: it takes 2 ms. */
function isTerminal(): boolean {
  const tty: typeof import('node:tty') = createRequire(import.meta.url)('node:tty');
  return tty.isatty(1);
}

function streamOutput(): Output {
  const stream = process.stdout;
  let failure: Error | undefined;
  stream.on('error', (error) => {
    failure ??= error;
  });
  return {
    write: (chunk) => failure === undefined && stream.write(chunk),
    isTTY: stream.isTTY,
    get columns() {
      return stream.columns;
    },
    get failure() {
      return failure;
    },
  };
}

/** Writes to the file itself: Node.js would load its streams first, which takes 5 ms, and let output pile up. */
function directOutput(): Output {
  const never = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let failure: unknown;
  return {
    write(chunk) {
      let rest = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      while (rest.length > 0 && failure === undefined) {
        try {
          rest = rest.subarray(writeSync(1, rest));
        } catch (error) {
          if (systemCode(error) === 'EAGAIN') Atomics.wait(never, 0, 0, pause);
          else failure = error;
        }
      }
    },
    get failure() {
      return failure;
    },
  };
}
