import { Readable } from 'node:stream';
import { type Context, makeContext } from '../context.ts';
import type { World } from './job.ts';

/** A thread's context: it reads and writes files; streams and signals are the main thread's. */
export function jobContext({ cwd, env, language }: World): Context {
  const silent = { write() {} };
  const io = {
    stdin: Readable.from([]),
    stdout: silent,
    stderr: silent,
    env,
    cwd,
    holdInterrupts() {},
    untilInterrupted: () => new Promise<void>(() => {}),
  };
  // The language was chosen before threads were begun.
  return makeContext(io, language, false, true);
}
