// Peak memory of commands over few and over many generated forms: on all cores, and what they need, which is the
// peak on one core with 64 MB for V8's heap. Given more, V8 lets garbage lie, the more the longer a command runs.
// `--quick` takes fewer forms.
import { join } from 'node:path';
import { writeForms } from './forms.mjs';
import {
  costOf,
  inFolder,
  isQuick,
  megabytes,
  milliseconds,
  printTable,
  program,
  verdict,
} from './measure.mjs';

const few = 1_000;
const some = isQuick ? 2_000 : 5_000;
const many = isQuick ? 5_000 : 20_000;
const bound = '≤ 1.25';

/** Costs of commands by name: as they come, and held short. */
async function measure(folder) {
  const forms = join(folder, 'forms');
  const targets = {
    validate: [],
    summary: [],
    export: ['-o', join(folder, 'tasks.csv')],
    render: ['--out-dir', join(folder, 'documents')],
  };
  const costs = (count, names) =>
    names.map((name) => {
      const args = [program, name, ...targets[name], '--no-config', forms];
      const free = costOf(args);
      const held = costOf(['--max-old-space-size=64', ...args, '--jobs', '1']);
      return { name, count, time: free.time, peak: free.peak, need: held.peak };
    });

  writeForms(forms, few);
  const before = costs(few, Object.keys(targets));
  writeForms(forms, some - few, few);
  const rendered = costs(some, ['render']);
  writeForms(forms, many - some, some);
  const after = [...costs(many, ['validate', 'summary', 'export']), ...rendered];
  return before.map((first) => [first, after.find(({ name }) => name === first.name)]);
}

const results = await inFolder(measure);
printTable('Memory of commands over generated forms', [
  ['command', 'forms', 'time', 'peak', 'growth', 'need', 'growth', 'target', ''],
  ...results.flatMap(([first, last]) => {
    const growth = last.need / first.need;
    const figures = ({ count, time, peak }) => [`${count}`, milliseconds(time), megabytes(peak)];
    return [
      [`bieu2 ${first.name}`, ...figures(first), '', megabytes(first.need), '', '', ''],
      [
        '',
        ...figures(last),
        (last.peak / first.peak).toFixed(2),
        megabytes(last.need),
        growth.toFixed(2),
        bound,
        verdict(growth, bound),
      ],
    ];
  }),
]);
