import process from 'node:process';
import type { Io } from './io.ts';
import { standardOutput } from './standard-output.ts';

/** The world of the running process. */
export function processIo(): Io {
  let held = false;
  let interrupted: Promise<void> | undefined;
  let stdout: Io['stdout'] | undefined;
  return {
    // Getters: opening a standard stream takes time, and few runs need all three.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      stdout ??= standardOutput();
      return stdout;
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
    untilInterrupted() {
      held = true;
      interrupted ??= new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
      });
      return interrupted;
    },
  };
}
