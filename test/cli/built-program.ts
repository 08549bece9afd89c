import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';

const bin = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));

export interface BuiltRun {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

interface Settings {
  readonly cwd: string;
  /** A script that is run before bieu2 in its main thread and in every other: it makes the fault happen. */
  readonly preload?: string;
  /** A line of the shell, in which `"$@"` is bieu2 with its arguments. */
  readonly line?: string;
  /** Is given the process as soon as it runs. */
  readonly meet?: (child: ChildProcess) => void;
}

/** The built program, for what only a process of its own can show. */
export function builtProgram() {
  const home = mkdtempSync(join(tmpdir(), 'bieu2-home-'));
  beforeAll(() => {
    if (!existsSync(bin)) throw new Error('There is no built program: npm run build');
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  let scripts = 0;
  return async (args: readonly string[], { cwd, preload, line, meet }: Settings): Promise<BuiltRun> => {
    let script: string | undefined;
    if (preload !== undefined) {
      script = join(home, `preload-${scripts++}.cjs`);
      writeFileSync(script, preload);
    }
    const own = [...(script ? ['--require', script] : []), bin, ...args];
    const [command, given] = line
      ? ['bash', ['-c', line, 'bash', process.execPath, ...own]]
      : [process.execPath, own];
    const env = { ...process.env, BIEU2_LANG: 'en', XDG_CACHE_HOME: home };
    const child = spawn(command, given, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, err] = [collect(child.stdout), collect(child.stderr)];
    meet?.(child);
    const [code, signal] = await once(child, 'close');
    return { code, signal, out: out(), err: err() };
  };
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}

/** What bieu2 has left in a folder and the folders in it besides whole files. */
export const leftovers = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tmp$/.test(name));
