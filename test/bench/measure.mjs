// What every benchmark uses: clean processes, the fastest of alternating runs, tables.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    before: { type: 'string' },
    figures: { type: 'boolean', default: false },
  },
});
/** Whether the slowest parts are to be left out. */
export const isQuick = flags.quick;
/** Whether the documents get the figures. */
export const writesFigures = flags.figures;

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const program = `${root}dist/bin.cjs`;
/** The program of another build, from `--before FOLDER`, which runs beside this one. */
const programBefore = flags.before && resolve(flags.before, 'dist/bin.cjs');
if (programBefore && !existsSync(programBefore))
  throw new Error(`${programBefore} is missing: build it first`);

export const referenceForm = `${root}examples/bieu-so-2.yaml`;
// Debian's own: one of another origin does not see Debian's packages.
export const python = process.platform === 'linux' ? '/usr/bin/python3' : 'python3';

/** A folder for all that is written while this process runs. */
export const scratch = mkdtempSync(join(tmpdir(), 'bieu2-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/**
 * What measured processes see: a cache of their own, and no additional certificates, which Node.js reads at every start
 * (48 ms become 133), so that every ratio to bare Node.js would look better than it is.
 */
const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, ...outer } = process.env;
export const cleanEnv = { ...outer, XDG_CACHE_HOME: join(scratch, 'cache') };

const lines = new Set();

/** Every command that was run, each once, without the paths of this machine: `TMP` is the folder for what is written. */
export const commandLines = () => [...lines];

function noteLine(command, args) {
  const plain = (word) => word.replaceAll(scratch, 'TMP').replaceAll(root, '');
  const words = [command === process.execPath ? 'node' : command, ...args];
  lines.add(words.map((word) => (/[\s*]/.test(word) ? `'${plain(word)}'` : plain(word))).join(' '));
}

/**
 * Runs Node.js, or another command, and gives its wall-clock time in milliseconds, its standard output and what it
 * wrote on file descriptor 3. Throws when it fails.
 */
export function run(args, { command = process.execPath, env = {}, capture = false } = {}) {
  noteLine(command, args);
  const start = performance.now();
  const { status, output, error } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', capture ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    maxBuffer: Number.POSITIVE_INFINITY,
    env: { ...cleanEnv, ...env },
  });
  const time = performance.now() - start;
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${output[2]}`);
  return { time, stdout: output[1], extra: output[3] };
}

/** Runs a whole command of Node.js; gives its wall-clock and processor time in milliseconds, its peak memory in MB. */
export function costOf(args, options = {}) {
  const preload = fileURLToPath(new URL('report-usage.cjs', import.meta.url));
  // In the environment: with options on its command line, the program reads a short Word form differently.
  const env = { ...options.env, NODE_OPTIONS: `--require "${preload}"` };
  const { time, extra } = run(args, { ...options, env });
  return { time, ...JSON.parse(extra) };
}

/** Runs one of the tasks of `worker.mjs`, which prints its figures as JSON. */
export function figuresOf(args, nodeOptions = []) {
  const file = fileURLToPath(new URL('worker.mjs', import.meta.url));
  return JSON.parse(run([...nodeOptions, file, ...args], { capture: true }).stdout);
}

/** Commands of this build that ran beside those of the build before. */
const pairs = [];

/**
 * Runs commands in turn and gives the fastest time of each, in milliseconds: whatever else the machine does only adds to
 * it. Commands of bieu2 run with the build before, too, where there is one.
 *
 * @param commands by name: the arguments of Node.js, or what `run` takes; `prepare` comes before each run,
 * `check` after; `isSlow` runs once
 * @param timeOf runs a command and gives its time: on the wall, unless said otherwise
 */
export function fastestTimes(title, commands, rounds, timeOf = (args, options) => run(args, options).time) {
  const all = Object.entries(commands).flatMap(([name, given]) => {
    const command = Array.isArray(given) ? { args: given } : given;
    const isOwn = programBefore && command.args[0] === program;
    // Each build keeps its compiled code, which the other would replace.
    const env = { ...command.env, XDG_CACHE_HOME: join(scratch, 'cache-before') };
    const before = { ...command, env, args: [programBefore, ...command.args.slice(1)] };
    return [{ name, ...command }, ...(isOwn ? [{ name, isBefore: true, ...before }] : [])];
  });
  const times = all.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { args, prepare, check, isSlow, ...options }] of all.entries()) {
      if (isSlow && round > 0) continue;
      prepare?.();
      times[index] = Math.min(times[index], timeOf(args, options));
      check?.();
    }
  }
  const fastest = {};
  for (const [index, { name, isBefore }] of all.entries()) {
    if (isBefore) pairs.push({ name: `${title}: ${name}`, before: times[index], now: fastest[name] });
    else fastest[name] = times[index];
  }
  return fastest;
}

/** This build against the one before; undefined without one. */
export const comparison = () =>
  programBefore && {
    title: `This build against ${flags.before}, in the same runs`,
    rows: [
      ['', 'before', 'now', 'now : before'],
      ...pairs.map(({ name, before, now }) => [
        name,
        milliseconds(before),
        milliseconds(now),
        (now / before).toFixed(2),
      ]),
    ],
  };

/** Below 10 with two decimals, above with none. */
const figure = (value) => value.toFixed(value < 10 ? 2 : 0);

export const milliseconds = (value) => (value < 10_000 ? `${figure(value)} ms` : `${figure(value / 1000)} s`);

export const megabytes = (value) => `${value.toFixed(0)} MB`;

/** A ratio with two digits, as both languages write it. */
export function ratio(value) {
  const shown = value >= 10 ? value.toFixed(0) : value.toFixed(value < 1 ? 2 : 1);
  return { en: shown, vi: shown.replace('.', ',') };
}

/** Prints rows as a table with aligned columns; the first row is the head. */
export function printTable({ title, rows }) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  console.log(['', title, '', line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n'));
}
