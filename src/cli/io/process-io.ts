import { constants } from 'node:os';
import { UserError } from '../user-error.ts';
import type { Io } from './io.ts';
import { standardOutput } from './standard-output.ts';
import { temporaryFiles } from './temporary-files.ts';

// Windows has Ctrl-Break, too.
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;
type Signal = (typeof signals)[number];

export interface ProcessIo extends Io {
  /**
   * Ends the process with an exit code, or by SIGTERM or SIGHUP if that signal ended the run: whatever the
   * command was doing, the sender sees the same result.
   */
  exit(code: number): void;
}

/** The running process as `Io`. */
export function processIo(): ProcessIo {
  let held = false;
  let ending: Signal | undefined;
  let isOver = false;
  const endBySignal = () => {
    if (!isOver || ending === undefined || ending === 'SIGINT') return;
    // Node.js may be process 1 of a container, which its own signal does not end.
    process.exitCode = 128 + constants.signals[ending];
    die(ending);
  };
  let interrupted: Promise<void> | undefined;
  let stdout: Io['stdout'] | undefined;
  let stderr: Io['stderr'] | undefined;
  process.on('exit', temporaryFiles.removeAll);
  return {
    // Getters, since opening a standard stream takes time, and few runs need all three.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      stdout ??= standardOutput(1);
      return stdout;
    },
    get stderr() {
      stderr ??= standardOutput(2);
      return stderr;
    },
    env: process.env,
    get cwd() {
      try {
        return process.cwd();
      } catch {
        throw new UserError({
          vi: 'Thư mục hiện tại không còn nữa. Hãy chuyển sang thư mục khác rồi chạy lại.',
          en: 'The current directory no longer exists. Change to another one and run again.',
        });
      }
    },
    holdInterrupts() {
      if (held) return;
      held = true;
      onNextSignal(die);
    },
    untilInterrupted() {
      held = true;
      interrupted ??= new Promise((resolve) =>
        onNextSignal((signal) => {
          ending = signal;
          onNextSignal(die);
          resolve();
          endBySignal();
        }),
      );
      return interrupted;
    },
    get interrupted() {
      return interrupted;
    },
    exit(code) {
      process.exitCode = code;
      isOver = true;
      endBySignal();
    },
  };
}

function die(signal: Signal) {
  temporaryFiles.removeAll();
  for (const heard of signals) process.removeAllListeners(heard);
  // On Windows a process cannot end by a signal, only with exit code 1.
  if (process.platform === 'win32') process.exit(128 + constants.signals[signal]);
  process.kill(process.pid, signal);
}

/** Calls `act` on the next signal; any later one ends the process by default. */
function onNextSignal(act: (signal: Signal) => void) {
  const listener = (signal: Signal) => {
    for (const other of signals) process.off(other, listener);
    act(signal);
  };
  for (const signal of signals) process.on(signal, listener);
}
