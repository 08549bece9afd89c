import { fstatSync, writeSync } from 'node:fs';
import process from 'node:process';
import { systemCode } from './file-error.ts';
import type { Output } from './io.ts';

/**
 * Standard output. A reader that closes the pipe early (`| head`) ends the output without a word; output that
 * cannot be written otherwise (a full disk) ends the run with exit code 2.
 */
export function standardOutput(): Output {
  return isFileOrPipe() ? directOutput() : streamOutput();
}

/** Windows has ways of its own with pipes. */
function isFileOrPipe(): boolean {
  if (process.platform === 'win32') return false;
  try {
    const stat = fstatSync(1);
    return stat.isFile() || stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
}

function streamOutput(): Output {
  process.stdout.on('error', refuse);
  return process.stdout;
}

/** Writes to the file itself: Node.js would load its streams first, which takes 5 ms. */
function directOutput(): Output {
  let stream: Output | undefined;
  return {
    write(chunk) {
      if (stream) return stream.write(chunk);
      let rest = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      try {
        while (rest.length > 0) rest = rest.subarray(writeSync(1, rest));
      } catch (error) {
        if (systemCode(error) !== 'EAGAIN') return refuse(error);
        // A pipe that does not wait for its reader: the stream does.
        stream = streamOutput();
        return stream.write(rest);
      }
    },
  };
}

function refuse(error: unknown) {
  if (systemCode(error) === 'EPIPE') return;
  process.stderr.write(`bieu2: stdout: ${error instanceof Error ? error.message : error}\n`);
  process.exit(2);
}
