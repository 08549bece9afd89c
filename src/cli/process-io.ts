import process from 'node:process';
import type { Io } from './io.ts';

/**
 * The world of the running process. A reader that closes the pipe early (`| head`) ends the output without a
 * word; output that cannot be written otherwise (a full disk) ends the run with exit code 2.
 */
export function processIo(): Io {
  let held = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`bieu2: stdout: ${error.message}\n`);
    process.exit(2);
  });
  return {
    // Getters: opening a standard stream takes time, and few runs need all three.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return process.stdout;
    },
    get stderr() {
      return process.stderr;
    },
    env: process.env,
    cwd: process.cwd(),
    holdInterrupts() {
      if (held) return;
      held = true;
      process.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    },
  };
}
