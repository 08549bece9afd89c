// Rendering forms of 50 to 50,000 tasks, beside the `docx` library building the same table. Each run is a
// process of its own. `--quick` leaves out docx at 50,000 tasks, which takes half a minute and 3 GB.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  costOf,
  figuresOf,
  isQuick,
  median,
  megabytes,
  milliseconds,
  printTable,
  program,
  verdict,
} from './measure.mjs';
import { formText } from './tasks.mjs';

const sizes = [50, 500, 5_000, 50_000];
const roundsFor = (count) => (count < 50_000 ? 3 : 1);

function measure(worker, count, nodeOptions) {
  const runs = Array.from({ length: roundsFor(count) }, () => figuresOf(worker, [`${count}`], nodeOptions));
  return { time: median(runs.map(({ time }) => time)), peak: median(runs.map(({ peak }) => peak)) };
}

const results = sizes.map((count) => ({
  count,
  bieu2: measure('render-bieu2.mjs', count, []),
  docx:
    isQuick && count === 50_000
      ? undefined
      : measure('render-docx.mjs', count, ['--max-old-space-size=6144']),
}));

const fastest = '≥ 10';
printTable('Rendering from memory', [
  ['tasks', 'bieu2', 'peak', 'docx', 'peak', 'docx : bieu2', 'target', ''],
  ...results.map(({ count, bieu2, docx }) => {
    const own = [`${count}`, milliseconds(bieu2.time), megabytes(bieu2.peak)];
    if (!docx) return [...own, 'left out', '', '', '', ''];
    const ratio = docx.time / bieu2.time;
    const judged = count === 50_000 ? [fastest, verdict(ratio, fastest)] : ['', ''];
    return [...own, milliseconds(docx.time), megabytes(docx.peak), ratio.toFixed(1), ...judged];
  }),
]);

// The whole command, reading and checking included.
const folder = mkdtempSync(join(tmpdir(), 'bieu2-bench-'));
const commands = [5_000, 50_000].map((count) => {
  const file = join(folder, `${count}.yaml`);
  writeFileSync(file, formText(count));
  return { count, ...costOf([program, 'render', file, '-o', join(folder, `${count}.docx`)]) };
});
rmSync(folder, { recursive: true });

const [smaller, larger] = commands;
const growth = larger.time / larger.count / (smaller.time / smaller.count);
const memory = '≤ 250';
const linear = '≤ 1.2';
printTable('The command `bieu2 render` with a file of so many tasks', [
  ['tasks', 'time', 'peak', 'target', ''],
  [`${smaller.count}`, milliseconds(smaller.time), megabytes(smaller.peak), '', ''],
  [
    `${larger.count}`,
    milliseconds(larger.time),
    megabytes(larger.peak),
    memory,
    verdict(larger.peak, memory),
  ],
  ['time per task, growth', growth.toFixed(2), '', linear, verdict(growth, linear)],
]);
