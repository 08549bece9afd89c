/**
 * Keeps the three commands that run on and on busy at the same time, and measures them:
 *
 *   npm run soak -- [--seconds 600] [--seed 1] [--only watch,preview,lsp]
 *
 * Memory has to stay flat, the last version of a form has to win, and each has to end within a second.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Random } from '../fuzz/random.ts';
import { soakLsp, startLsp } from './soak-lsp.ts';
import { soakPreview, startPreview } from './soak-preview.ts';
import { soakWatch, startWatch } from './soak-watch.ts';
import type { SoakedProgram } from './soaked-program.ts';

const { values: flags } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: 'watch,preview,lsp' },
  },
});
const seconds = Number(flags.seconds);
const random = () => new Random(Number(flags.seed), 0, 0);
/** By how much the memory of the last third may exceed that of the second: V8 collects when it sees fit. */
const growth = { factor: 1.15, megabytes: 10 };

const interrupt = ({ child }: SoakedProgram) => void child.kill('SIGINT');

const soaks: Readonly<Record<string, () => Promise<boolean>>> = {
  async watch() {
    const program = startWatch();
    return measured('render --watch', program, async () => {
      await soakWatch(program, seconds, random());
      return { ask: () => interrupt(program), notes: '' };
    });
  },
  async preview() {
    const program = startPreview();
    return measured('preview', program, async () => {
      const notes = await soakPreview(program, seconds, random());
      return { ask: () => interrupt(program), notes };
    });
  },
  async lsp() {
    const program = startLsp();
    return measured('lsp', program, async () => {
      const connection = await soakLsp(program, seconds, random());
      const ask = async () => {
        await connection.sendRequest('shutdown');
        await connection.sendNotification('exit');
      };
      return { ask, notes: '' };
    });
  },
};

const results = await Promise.all(flags.only.split(',').map((name) => soaks[name]?.() ?? unknown(name)));
process.exitCode = results.every((isGood) => isGood) ? 0 : 1;

async function measured(
  name: string,
  program: SoakedProgram,
  soak: () => Promise<{ ask: () => void | Promise<void>; notes: string }>,
): Promise<boolean> {
  try {
    const { ask, notes } = await soak();
    const { ms, how } = await program.end(ask);
    const third = Math.floor(program.memory.length / 3);
    const [early, late] = [program.memory.slice(third, 2 * third), program.memory.slice(-third)].map(median);
    const isFlat = (late ?? 0) <= (early ?? 0) * growth.factor + growth.megabytes;
    const acts = [...program.acts].map(([act, count]) => `${count} ${act}`).join(', ');
    print(`${name}, ${seconds} s: ${acts}`);
    print(
      `  memory: median ${early} MB in the second third, ${late} in the last, at most ${Math.max(...program.memory)}: ${isFlat ? 'flat' : 'GROWS'}`,
    );
    print(`  ended with ${how} after ${ms} ms${ms > 1000 ? ': TOO LATE' : ''}`);
    if (notes) print(`  ${notes}`);
    return isFlat && ms <= 1000 && how === 0;
  } catch (error) {
    program.kill();
    print(
      `${name}: FAILED: ${error instanceof Error ? error.message : error}\n  ${program.err.slice(-1000)}`,
    );
    return false;
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function unknown(name: string): never {
  print(`Unknown part “${name}”; there are: ${Object.keys(soaks).join(', ')}`);
  process.exit(2);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
