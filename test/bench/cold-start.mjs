// How long a whole command takes, from start to end, beside Node.js doing nothing: alternating runs, medians.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { medians, milliseconds, printTable, program, referenceForm, timeOf, verdict } from './measure.mjs';

const rounds = 31;
const folder = mkdtempSync(join(tmpdir(), 'bieu2-bench-'));
const document = join(folder, 'form.docx');
const validate = [program, 'validate', referenceForm];
const render = [program, 'render', referenceForm, '-o', document];
const commands = {
  'node -e 0': { args: ['-e', '0'] },
  'bieu2 validate': { args: validate, bound: '≤ 1.6' },
  'bieu2 render': { args: render, bound: '≤ 2.0' },
  // As the first run after an installation, which finds no compiled code of earlier runs.
  'bieu2 validate, nothing kept': { args: validate, env: { NODE_DISABLE_COMPILE_CACHE: '1' } },
  'bieu2 render, nothing kept': { args: render, env: { NODE_DISABLE_COMPILE_CACHE: '1' } },
};

for (const { args, env } of Object.values(commands)) timeOf(args, { env }); // fills the disk cache
const times = medians(
  Object.fromEntries(
    Object.entries(commands).map(([name, { args, env }]) => [name, () => timeOf(args, { env })]),
  ),
  rounds,
);
rmSync(folder, { recursive: true });

const base = times['node -e 0'];
printTable(`Cold start with the reference form (median of ${rounds} alternating runs)`, [
  ['command', 'time', 'ratio', 'target', ''],
  ...Object.entries(commands).map(([name, { bound }]) => {
    const ratio = times[name] / base;
    const judged = bound ? [bound, verdict(ratio, bound)] : ['', ''];
    return [name, milliseconds(times[name]), ratio.toFixed(2), ...judged];
  }),
]);
