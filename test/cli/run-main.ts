import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Io, Output } from '../../src/cli/io/io.ts';
import { main } from '../../src/cli/main.ts';

export { badForm, goodForm, warnedForm } from '../good-form.ts';

export interface World {
  readonly cwd: string;
  /** Runs bieu2 in the folder. English unless `env` says otherwise. */
  run(args: readonly string[], settings?: Settings): Promise<Run>;
  path(name: string): string;
}

export interface Settings {
  readonly env?: Io['env'];
  /** A function is called once the program reads it. */
  readonly stdin?: string | Uint8Array | (() => string | Uint8Array);
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Where to run, other than in the folder itself. */
  readonly cwd?: string;
  /** Fulfilled when the user presses Ctrl-C; never unless said otherwise. */
  readonly until?: Promise<void>;
  /** Is given what goes to standard output as soon as it does. */
  readonly onOutput?: (text: string) => void;
  /** The same for standard error. */
  readonly onError?: (text: string) => void;
}

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly bytes: Uint8Array;
}

/** A temporary folder with files in it, gone when the test is over. */
export function makeWorld(files: Readonly<Record<string, string | Uint8Array>> = {}): World {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'bieu2-')));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const path = (name: string) => join(cwd, name);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
  }
  return { cwd, path, run: (args, settings = {}) => runMain(args, settings.cwd ?? cwd, settings) };
}

async function runMain(args: readonly string[], cwd: string, settings: Settings): Promise<Run> {
  const {
    env = {},
    stdin = '',
    isTTY = false,
    columns,
    until = new Promise<void>(() => {}),
    onOutput,
    onError,
  } = settings;
  const stdout = capture(isTTY, columns, onOutput);
  const stderr = capture(isTTY, columns, onError);
  function* read() {
    yield Buffer.from(typeof stdin === 'function' ? stdin() : stdin);
  }
  const input = Object.assign(Readable.from(read()), { isTTY });
  const io: Io = {
    stdin: input,
    stdout: stdout.output,
    stderr: stderr.output,
    env: { BIEU2_LANG: 'en', ...env },
    cwd,
    holdInterrupts() {},
    untilInterrupted: () => until,
  };
  const code = await main(args, io);
  return { code, out: stdout.text(), err: stderr.text(), bytes: stdout.bytes() };
}

function capture(isTTY: boolean, columns: number | undefined, onOutput?: (text: string) => void) {
  const chunks: Uint8Array[] = [];
  const output: Output = {
    write(chunk) {
      chunks.push(Buffer.from(chunk));
      onOutput?.(Buffer.from(chunk).toString());
    },
    isTTY,
    ...(columns === undefined ? {} : { columns }),
  };
  const bytes = () => Buffer.concat(chunks);
  return { output, bytes, text: () => bytes().toString('utf8') };
}
