// Rendering forms of 50 to 50,000 tasks, beside the `docx` library building the same table. Each run is a
// process of its own. `--quick` leaves out docx at 50,000 tasks, which takes half a minute and 3 GB.
import process from 'node:process';
import { figuresOf, median, megabytes, milliseconds, printTable, verdict } from './measure.mjs';

const quick = process.argv.includes('--quick');
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
    quick && count === 50_000 ? undefined : measure('render-docx.mjs', count, ['--max-old-space-size=6144']),
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

const [, , , largest] = results;
const perTask = (size) => {
  const { count, bieu2 } = results.find((result) => result.count === size);
  return bieu2.time / count;
};
const growth = perTask(50_000) / perTask(5_000);
printTable('Growth', [
  ['figure', 'value', 'target', ''],
  [
    'peak memory at 50,000 tasks',
    megabytes(largest.bieu2.peak),
    '≤ 250',
    verdict(largest.bieu2.peak, '≤ 250'),
  ],
  ['time per task, 50,000 : 5,000', growth.toFixed(2), '≤ 1.2', verdict(growth, '≤ 1.2')],
]);
