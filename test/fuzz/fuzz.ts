/**
 * Checks the program with inputs made by chance, in turns of every kind, and prints what was tried and what held:
 *
 *   npm run fuzz -- [--inputs 5000] [--seconds 60] [--seed 1] [--only yaml,word] [--out folder]
 *
 * What fails is made smaller and written to a folder. To check one again: `--only yaml --seed 1 --input 4711`, or the
 * names of files in a folder, or with a name, that tells their kind.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Checker } from './checker.ts';
import type { Failure } from './failure.ts';
import { inputOf, type KindName, kindNames, kinds } from './kinds.ts';
import { minimise } from './minimise.ts';

const { values: flags, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    /** Until the time is up, where it is sooner. */
    seconds: { type: 'string', default: '999999' },
    /** Of each kind. */
    inputs: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: kindNames.join(',') },
    input: { type: 'string' },
    out: { type: 'string', default: 'test/fuzz/found' },
  },
});
const seconds = wholeNumber('seconds', flags.seconds);
const inputs = wholeNumber('inputs', flags.inputs);
const seed = wholeNumber('seed', flags.seed);
const names = flags.only.split(',').map(kindCalled);
/** Inputs between two looks at the clock. */
const batch = 25;
/** Of one fault no more inputs are written than this. */
const maxOfOneFault = 2;

const checker = new Checker();
const faults = new Map<string, number>();

for (const file of files) {
  await checkOne(kindOfFile(file), readFileSync(file), file);
}
if (flags.input !== undefined) {
  const number = wholeNumber('input', flags.input);
  for (const kind of names)
    await checkOne(kind, inputOf(kind, seed, number), `${kind}, seed ${seed}, input ${number}`);
} else if (files.length === 0) {
  await round();
}
await checker.end();
process.exitCode = faults.size > 0 ? 1 : 0;

async function round(): Promise<void> {
  const counts = new Map(names.map((name) => [name, 0]));
  const end = Date.now() + seconds * 1000;
  const isDone = () => [...counts.values()].every((count) => count >= inputs);
  while (Date.now() < end && !isDone()) {
    for (const kind of names) {
      const from = counts.get(kind) ?? 0;
      const count = Math.min(batch, inputs - from);
      if (count <= 0) continue;
      const { failures, checked } = await checker.check({ kind, seed, from, count });
      counts.set(kind, from + checked);
      for (const { number, ...failure } of failures) await keep(kind, number, failure);
      if (Date.now() >= end) break;
    }
  }
  const rows = [...counts].map(([name, tried]) => {
    const failed = [...faults].reduce(
      (sum, [key, count]) => sum + (key.startsWith(`${name}: `) ? count : 0),
      0,
    );
    return `| ${kinds[name].holds} | ${name} | ${tried} | ${tried - failed} |`;
  });
  print(['| What must hold | Kind | Tried | Held |', '| --- | --- | --: | --: |', ...rows].join('\n'));
  print(`Seed ${seed}: ${faults.size === 0 ? 'no fault' : `${faults.size} faults`}`);
}

async function checkOne(kind: KindName, bytes: Uint8Array, what: string): Promise<void> {
  const { failures } = await checker.check({ kind, bytes });
  for (const { signature, reason } of failures) {
    faults.set(signature, 1);
    print(`${what}: ${reason}`);
  }
  if (failures.length === 0) print(`${what}: no fault`);
}

/** Writes an input that fails, as small as it can be made, with its reason beside it. */
async function keep(kind: KindName, number: number, { signature, reason }: Failure): Promise<void> {
  const key = `${kind}: ${signature}`;
  const count = (faults.get(key) ?? 0) + 1;
  faults.set(key, count);
  if (count > maxOfOneFault) return;
  const stillFails = async (bytes: Uint8Array) => {
    const { failures } = await checker.check({ kind, bytes });
    return failures[0]?.signature === signature;
  };
  const bytes = inputOf(kind, seed, number);
  // What hangs takes its whole time at every try.
  const small = await minimise(bytes, stillFails, /longer|memory/.test(signature) ? 12 : 400);
  const name = `${kind}-${seed}-${number}`;
  const file = join(flags.out, `${name}.${kinds[kind].ending}`);
  mkdirSync(flags.out, { recursive: true });
  writeFileSync(file, small);
  writeFileSync(join(flags.out, `${name}.txt`), `${reason}\n`);
  print(`${file} (${small.length} bytes of ${bytes.length}): ${reason}`);
  print(
    `  again: npm run fuzz -- ${file}\n  whole: npm run fuzz -- --only ${kind} --seed ${seed} --input ${number}`,
  );
}

/** Told by the folder of a file, or by the beginning of its name. */
function kindOfFile(file: string): KindName {
  const kind = kindNames.find(
    (name) => basename(dirname(file)) === name || basename(file).startsWith(`${name}-`),
  );
  return kind ?? kindCalled(flags.only);
}

function kindCalled(name: string): KindName {
  const kind = kindNames.find((known) => known === name);
  return kind ?? stop(`There is no kind ${name}; there are: ${kindNames.join(', ')}`);
}

function wholeNumber(name: string, value: string): number {
  return /^\d{1,9}$/.test(value) ? Number(value) : stop(`--${name} takes a whole number`);
}

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
