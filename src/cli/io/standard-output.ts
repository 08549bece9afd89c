import { fstatSync, writeSync } from 'node:fs';
import { UserError } from '../user-error.ts';
import { fileError, systemCode } from './file-error.ts';
import type { Output } from './io.ts';

/** Milliseconds from one attempt to the next where a pipe is full and does not wait. */
const pause = 5;

/** Its number to the system: standard output or standard error. */
type Descriptor = 1 | 2;

/**
 * A standard stream. Once it cannot be written any more, `failure` says why, and the rest goes nowhere: a reader that
 * closes the pipe early (`| head`) is not reported, a full disk is (see `lostOutput`).
 */
export function standardOutput(descriptor: Descriptor): Output {
  return waitsForReader(descriptor) ? directOutput(descriptor) : streamOutput(descriptor);
}

/** What to report of an output that could not be written to its end; undefined where it was, or nobody reads it. */
export function lostOutput({ failure }: Output): UserError | undefined {
  if (failure === undefined || systemCode(failure) === 'EPIPE') return undefined;
  const error = fileError('write', 'stdout', failure);
  return error instanceof UserError ? error : undefined;
}

/** Windows has ways of its own with pipes, and terminals have them everywhere. */
function waitsForReader(descriptor: Descriptor): boolean {
  if (process.platform === 'win32') return false;
  try {
    const stat = fstatSync(descriptor);
    // The module takes 2 ms to load: only for what may be a terminal.
    if (stat.isCharacterDevice()) return !process.getBuiltinModule('node:tty').isatty(descriptor);
    return stat.isFile() || stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
}

function streamOutput(descriptor: Descriptor): Output {
  const stream = descriptor === 1 ? process.stdout : process.stderr;
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
function directOutput(descriptor: Descriptor): Output {
  const never = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let failure: unknown;
  return {
    write(chunk) {
      let rest = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      while (rest.length > 0 && failure === undefined) {
        try {
          rest = rest.subarray(writeSync(descriptor, rest));
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
