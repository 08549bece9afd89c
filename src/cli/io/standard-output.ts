import { fstatSync, writeSync } from 'node:fs';
import { UserError } from '../user-error.ts';
import { fileError, retryWhile, systemCode } from './file-error.ts';
import type { Output } from './io.ts';

type Descriptor = 1 | 2;

/**
 * A standard stream. Once writing fails, `failure` has the reason, and the rest is discarded: a reader that
 * closes the pipe early (`| head`) is not reported, a full disk is (see `lostOutput`).
 */
export function standardOutput(descriptor: Descriptor): Output {
  return waitsForReader(descriptor) ? directOutput(descriptor) : streamOutput(descriptor);
}

/** The error for an output that could not be written completely; undefined if it was, or if nobody reads it. */
export function lostOutput({ failure }: Output): UserError | undefined {
  if (failure === undefined || systemCode(failure) === 'EPIPE') return undefined;
  const error = fileError('write', 'stdout', failure);
  return error instanceof UserError ? error : undefined;
}

/** Pipes on Windows, and terminals everywhere, need Node.js's streams. */
function waitsForReader(descriptor: Descriptor): boolean {
  if (process.platform === 'win32') return false;
  try {
    const stat = fstatSync(descriptor);
    // Loaded only for what may be a terminal, since loading takes 2 ms.
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

/** Writes to the descriptor directly: Node.js's streams take 5 ms to load, and let output pile up. */
function directOutput(descriptor: Descriptor): Output {
  let failure: unknown;
  return {
    write(chunk) {
      let rest = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      try {
        while (rest.length > 0 && failure === undefined)
          rest = rest.subarray(retryWhile('EAGAIN', () => writeSync(descriptor, rest)));
      } catch (error) {
        failure = error;
      }
    },
    get failure() {
      return failure;
    },
  };
}
