// Reading forms of 5,000 and 50,000 tasks that were filled in in Word, beside mammoth (to HTML) and python-docx
// (the text of every cell). Each run is a process of its own. mammoth is left out at 50,000 tasks, for which it
// takes 4 GB, and so is python-docx with `--quick`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  figuresOf,
  isQuick,
  median,
  megabytes,
  milliseconds,
  printTable,
  program,
  python,
  pythonDocxIsMissing,
  timeOf,
  verdict,
} from './measure.mjs';
import { formText } from './tasks.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bieu2-bench-'));
const documentOf = (count) => {
  const form = join(folder, `${count}.yaml`);
  const document = join(folder, `${count}.docx`);
  writeFileSync(form, formText(count));
  timeOf([program, 'render', form, '-o', document]);
  return document;
};

function inPython(document) {
  const script = fileURLToPath(new URL('read-python-docx.py', import.meta.url));
  const { status, stdout, stderr } = spawnSync(python, [script, document], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`python-docx ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

const readers = {
  bieu2: (document) => figuresOf('read-bieu2.mjs', [document]),
  mammoth: (document) => figuresOf('read-mammoth.mjs', [document], ['--max-old-space-size=2048']),
  'python-docx': inPython,
};
const reasonAgainst = (name, count) => {
  if (name === 'mammoth' && count > 5_000) return 'left out: takes 4 GB';
  if (name === 'python-docx' && pythonDocxIsMissing) return 'left out: not installed';
  if (name === 'python-docx' && isQuick && count > 5_000) return 'left out: --quick';
  return undefined;
};

function measure(count) {
  const document = documentOf(count);
  const rounds = count > 5_000 ? 1 : 3;
  const runs = Object.fromEntries(Object.keys(readers).map((name) => [name, []]));
  // Alternating, so that a busy moment of the machine meets all of them.
  for (let round = 0; round < rounds; round++) {
    for (const [name, read] of Object.entries(readers)) {
      if (reasonAgainst(name, count) === undefined) runs[name].push(read(document));
    }
  }
  return { count, runs };
}

const results = [5_000, 50_000].map(measure);
rmSync(folder, { recursive: true });

const medianOf = (runs, figure) => median(runs.map((run) => run[figure]));
for (const { count, runs } of results) {
  const fewest = count - 1; // so many rows at least, or the reader saw something else
  for (const [name, some] of Object.entries(runs)) {
    for (const { rows } of some) if (rows < fewest) throw new Error(`${name} read ${rows} rows of ${count}`);
  }
}

printTable('Reading a form that was filled in in Word (medians of 3 alternating runs, of 1 with 50,000)', [
  ['tasks', 'reader', 'time', 'ratio', 'peak'],
  ...results.flatMap(({ count, runs }) => {
    const base = medianOf(runs.bieu2, 'time');
    return Object.entries(runs).map(([name, some]) => {
      const reason = reasonAgainst(name, count);
      if (reason !== undefined) return [`${count}`, name, reason, '', ''];
      const time = medianOf(some, 'time');
      return [
        `${count}`,
        name,
        milliseconds(time),
        (time / base).toFixed(2),
        megabytes(medianOf(some, 'peak')),
      ];
    });
  }),
]);

const [smaller, larger] = results.map(({ count, runs }) => ({
  count,
  time: medianOf(runs.bieu2, 'time'),
  peak: medianOf(runs.bieu2, 'peak'),
}));
const growth = larger.time / larger.count / (smaller.time / smaller.count);
const targets = [
  ['time with 5,000 tasks', milliseconds(smaller.time), '≤ 1000', smaller.time],
  ['peak with 5,000 tasks, in MB', megabytes(smaller.peak), '≤ 200', smaller.peak],
  ['time per task from 5,000 to 50,000, growth', growth.toFixed(2), '≤ 1.2', growth],
];
printTable('The same against its targets', [
  ['', 'bieu2', 'target', ''],
  ...targets.map(([name, shown, bound, value]) => [name, shown, bound, verdict(value, bound)]),
]);
