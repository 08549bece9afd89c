import { type ChildProcess, type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { nodeBinaryFolder } from '../../src/build/node-binary.ts';

export const bin = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));

export interface Call {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A file. */
  readonly stdin?: string;
  /** Is given the process as soon as it runs. */
  readonly meet?: (child: ChildProcess) => void;
}

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs Node.js with arguments, the first of them a script. */
export type RunNode = (call: Call) => Promise<Run>;

/** A folder for what the tests write, and the two systems that run command lines in it. */
export interface Systems {
  readonly folder: string;
  /** Another one, which on Windows is `D:\` and `\\server\share`, too. */
  readonly other: string;
  readonly linux: RunNode;
  readonly windows: RunNode;
  /** Runs a program of Windows in a console of its own: what goes to its `stdin` is typed. */
  readonly inConsole: (
    words: readonly string[],
    cwd: string,
  ) => ChildProcessByStdio<Writable, Readable, null>;
  /** What programs on Windows know as %LOCALAPPDATA%. */
  readonly localAppData: string;
  /** Runs a script of cmd, the first of the arguments, by its name in the folder. */
  readonly cmd: RunNode;
  close(): void;
}

/** Why nothing can be run as on Windows here; undefined where it can. */
export function whyNotHere(): string | undefined {
  if (!wine) return 'Wine is not installed: apt-get install wine64';
  // Of util-linux: it gives a program a terminal.
  if (spawnSync('script', ['--version']).status !== 0) return 'the program “script” is not installed';
  try {
    nodeBinaryFolder('win-x64');
    return undefined;
  } catch (error) {
    return `node.exe cannot be loaded: ${error instanceof Error ? error.message : error}`;
  }
}

// Debian has it outside of PATH.
const wine = ['wine64', '/usr/lib/wine/wine64', 'wine'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);

/** The official node.exe. */
export const nodeExe = () => join(nodeBinaryFolder('win-x64'), 'bin/node.exe');

/** Makes a Wine prefix: an empty drive C:, and the registry of Windows 10. */
export function makeSystems(): Systems {
  if (!existsSync(bin)) throw new Error('There is no built program: npm run build');
  if (!wine) throw new Error('Wine is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'bieu2-windows-'));
  const prefix = join(folder, 'wine');
  const home = join(folder, 'home');
  mkdirSync(home);
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    LANG: 'C.UTF-8',
    BIEU2_LANG: 'en',
    WINEPREFIX: prefix,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    // Neither .NET nor a browser is installed into the prefix.
    WINEDLLOVERRIDES: 'mscoree=d;mshtml=d;winemenubuilder.exe=d',
    // Node.js does not know the version that Wine reports.
    NODE_SKIP_PLATFORM_CHECK: '1',
  };
  for (const args of [
    ['wineboot', '--init'],
    ['reg', 'add', String.raw`HKCU\Software\Wine`, '/v', 'Version', '/d', 'win10', '/f'],
  ]) {
    // Without streams, which the services that stay in the background would keep open.
    const { status } = spawnSync(wine, args, { env, stdio: 'ignore' });
    if (status !== 0) throw new Error(`wine ${args.join(' ')} ended with ${status}`);
  }
  const other = join(folder, 'other');
  mkdirSync(other);
  symlinkSync(other, join(prefix, 'dosdevices/d:'));
  mkdirSync(join(prefix, 'dosdevices/unc/server'), { recursive: true });
  symlinkSync(other, join(prefix, 'dosdevices/unc/server/share'));
  const users = join(prefix, 'drive_c/users');
  const user = readdirSync(users).find((name) => name !== 'Public') ?? '';
  let runs = 0;
  const runner =
    (program: string, before: readonly string[]): RunNode =>
    async ({ args, cwd, env: own, stdin = '/dev/null', meet }) => {
      // Node.js does not know the pipes of Wine.
      const [out, err] = [join(folder, `out-${runs}`), join(folder, `err-${runs++}`)];
      const stdio = [openSync(stdin, 'r'), openSync(out, 'w'), openSync(err, 'w')];
      const child = spawn(program, [...before, ...args], { cwd, env: { ...env, ...own }, stdio });
      for (const file of stdio) closeSync(file);
      meet?.(child);
      const [code] = await once(child, 'close');
      return { code, out: readFileSync(out, 'utf8'), err: readFileSync(err, 'utf8') };
    };
  return {
    folder,
    other,
    linux: runner(process.execPath, []),
    windows: runner(wine, [nodeExe()]),
    cmd: runner(wine, []),
    inConsole(words, cwd) {
      // Enter stays what it is, and no shell is between them, which Ctrl-C would end.
      const quoted = [wine, ...words].map((word) => `'${word}'`);
      const line = ['stty -icrnl -echo; exec', ...quoted].join(' ');
      const own = { ...env, TERM: 'xterm' };
      const args = ['-qefc', line, '/dev/null'];
      return spawn('script', args, { cwd, env: own, stdio: ['pipe', 'pipe', 'inherit'] });
    },
    localAppData: join(users, user, 'AppData/Local'),
    close() {
      const server = ['wineserver', '/usr/lib/wine/wineserver'].find(
        (name) => spawnSync(name, ['--kill'], { env }).status === 0,
      );
      if (server) spawnSync(server, ['--wait'], { env });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
