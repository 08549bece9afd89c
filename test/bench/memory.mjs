// Peak memory of commands over few and over many generated forms, on all cores. `--quick` takes fewer.
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

const results = await inFolder((folder) => {
  const forms = join(folder, 'forms');
  const cost = (...args) => costOf([program, ...args, '--no-config', forms]);
  const commands = {
    validate: () => cost('validate'),
    summary: () => cost('summary'),
    export: () => cost('export', '-o', join(folder, 'tasks.csv')),
    render: () => cost('render', '--out-dir', join(folder, 'documents')),
  };
  const costs = (names) => names.map((name) => [name, commands[name]()]);

  writeForms(forms, few);
  const before = Object.fromEntries(costs(['validate', 'summary', 'export', 'render']));
  writeForms(forms, some - few, few);
  const rendered = costs(['render']);
  writeForms(forms, many - some, some);
  const others = costs(['validate', 'summary', 'export']);
  return [
    ...others.map(([name, after]) => ({ name, count: many, before: before[name], after })),
    ...rendered.map(([name, after]) => ({ name, count: some, before: before[name], after })),
  ];
});

printTable('Memory of commands over generated forms', [
  ['command', 'forms', 'time', 'peak', 'growth', 'target', ''],
  ...results.flatMap(({ name, count, before, after }) => {
    const growth = after.peak / before.peak;
    return [
      [`bieu2 ${name}`, `${few}`, milliseconds(before.time), megabytes(before.peak), '', '', ''],
      [
        '',
        `${count}`,
        milliseconds(after.time),
        megabytes(after.peak),
        growth.toFixed(2),
        bound,
        verdict(growth, bound),
      ],
    ];
  }),
]);
