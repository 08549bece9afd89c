// How long a whole command takes, from start to end, beside Node.js doing nothing: alternating runs, medians.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, milliseconds, printTable, program, referenceForm, timeOf, verdict } from './measure.mjs';

const rounds = 31;
const folder = mkdtempSync(join(tmpdir(), 'bieu2-bench-'));
const document = join(folder, 'form.docx');
const commands = {
  'node -e 0': { args: ['-e', '0'] },
  'bieu2 validate': { args: [program, 'validate', referenceForm], bound: '≤ 1.6' },
  'bieu2 render': { args: [program, 'render', referenceForm, '-o', document], bound: '≤ 2.0' },
};

const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (const { args } of Object.values(commands)) timeOf(args); // fills the disk cache
for (let round = 0; round < rounds; round++) {
  for (const [name, { args }] of Object.entries(commands)) times[name].push(timeOf(args));
}
rmSync(folder, { recursive: true });

const base = median(times['node -e 0']);
printTable(`Cold start with the reference form (median of ${rounds} alternating runs)`, [
  ['command', 'time', 'ratio', 'target', ''],
  ...Object.entries(commands).map(([name, { bound }]) => {
    const ratio = median(times[name]) / base;
    const judged = bound ? [bound, verdict(ratio, bound)] : ['', ''];
    return [name, milliseconds(median(times[name])), ratio.toFixed(2), ...judged];
  }),
]);
