import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const program = `${root}dist/bin.cjs`;
export const referenceForm = `${root}examples/bieu-so-2.yaml`;
/** Whether the slowest parts are to be left out. */
export const isQuick = process.argv.includes('--quick');
// Debian's own: one of another origin does not see Debian's packages.
export const python = process.platform === 'linux' ? '/usr/bin/python3' : 'python3';
export const pythonDocxIsMissing = spawnSync(python, ['-c', 'import docx']).status !== 0;

/**
 * Runs Node.js, or another command, with arguments; gives its wall-clock time in milliseconds. Throws when it
 * fails.
 */
export function timeOf(args, { command = process.execPath, env = {} } = {}) {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: Number.POSITIVE_INFINITY,
    env: { ...process.env, ...env },
  });
  const time = performance.now() - start;
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return time;
}

/**
 * Runs everything in turn, so that a busy moment of the machine meets all of it, and gives the median of each.
 *
 * @param runs by name: what to run, which gives a figure
 */
export function medians(runs, rounds) {
  const figures = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(runs)) figures[name].push(run());
  }
  return Object.fromEntries(Object.entries(figures).map(([name, some]) => [name, median(some)]));
}

/** Runs a whole command; gives its wall-clock time in milliseconds and its peak memory in MB. */
export function costOf(args) {
  const preload = fileURLToPath(new URL('report-peak.cjs', import.meta.url));
  const start = performance.now();
  const { status, output } = spawnSync(process.execPath, ['--require', preload, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${output[2]}`);
  return { time, peak: Number(output[3]) };
}

/** Gives a folder of its own to some work, which is removed afterwards. */
export async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'bieu2-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a worker script of this folder, which prints its figures as JSON. */
export function figuresOf(worker, args, nodeOptions = []) {
  const file = fileURLToPath(new URL(worker, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeOptions, file, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${worker} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Below 10 with two decimals, above with none. */
export const figure = (value) => value.toFixed(value < 10 ? 2 : 0);

export const milliseconds = (value) => (value < 10_000 ? `${figure(value)} ms` : `${figure(value / 1000)} s`);

export const megabytes = (value) => `${value.toFixed(0)} MB`;

/** Whether a figure is within its bound, which reads `≤ 1.6` or `≥ 10`. */
export function verdict(value, bound) {
  const [sign, limit] = bound.split(' ');
  return (sign === '≤' ? value <= Number(limit) : value >= Number(limit)) ? 'met' : 'NOT MET';
}

/** Prints rows as a table with aligned columns; the first row is the head. */
export function printTable(title, rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  console.log(
    `\n${title}\n\n${[line(rows[0]), widths.map((width) => '─'.repeat(width)).join('  ')].join('\n')}`,
  );
  for (const row of rows.slice(1)) console.log(line(row));
}
