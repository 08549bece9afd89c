import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));

/** The built program in a folder of its own, while it is kept busy. */
export class SoakedProgram {
  readonly folder = mkdtempSync(join(tmpdir(), 'bieu2-soak-'));
  readonly child: ChildProcess;
  /** Its memory (resident set) in megabytes, every second. */
  readonly memory: number[] = [];
  /** What was done to it, by name. */
  readonly acts = new Map<string, number>();
  /** What it has written; the latest 100,000 characters of each stream. */
  out = '';
  err = '';
  #end: NodeJS.Signals | number | undefined;

  constructor(args: readonly string[], prepare: (folder: string) => void) {
    prepare(this.folder);
    const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env;
    const env = { ...inherited, BIEU2_LANG: 'en', XDG_CACHE_HOME: join(this.folder, '.cache') };
    this.child = spawn(process.execPath, [bin, ...args], { cwd: this.folder, env });
    this.child.stderr?.on('data', (chunk) => (this.err = (this.err + chunk).slice(-100_000)));
    this.child.on('exit', (code, signal) => (this.#end = signal ?? code ?? undefined));
  }

  /** What it wrote on standard output is kept, too; not for a protocol. */
  listen(): void {
    this.child.stdout?.on('data', (chunk) => (this.out = (this.out + chunk).slice(-100_000)));
  }

  path = (name: string) => join(this.folder, name);

  count(act: string): void {
    this.acts.set(act, (this.acts.get(act) ?? 0) + 1);
  }

  /** @throws where it has ended by itself */
  megabytes(): number {
    if (this.#end !== undefined) throw new Error(`It ended with ${this.#end}: ${this.err}`);
    const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(this.child.pid)], { encoding: 'utf8' });
    return Math.round(Number(stdout) / 1024);
  }

  /** Does something again and again, with the memory measured beside it. @param act gives milliseconds to rest */
  async soak(seconds: number, act: () => Promise<number>): Promise<void> {
    const end = Date.now() + seconds * 1000;
    const timer = setInterval(() => this.memory.push(this.megabytes()), 1000);
    try {
      while (Date.now() < end) await setTimeout(await act());
    } finally {
      clearInterval(timer);
    }
  }

  /** Asks it to end. @returns milliseconds until it has, and how it ended */
  async end(ask: () => void | Promise<void>): Promise<{ ms: number; how: NodeJS.Signals | number }> {
    const start = Date.now();
    const isOver = () => this.#end !== undefined;
    await ask();
    await eventually(isOver, 'it ends', 30);
    rmSync(this.folder, { recursive: true, force: true });
    return { ms: Date.now() - start, how: this.#end ?? -1 };
  }

  kill(): void {
    this.child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Waits until something holds. @throws when it takes longer */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  what: string,
  seconds = 60,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${what}`);
    await setTimeout(10);
  }
}
