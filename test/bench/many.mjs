// Time and peak memory of commands over few and over many generated forms: on all cores, and what they need, which is
// the peak on one core with 64 MB for V8's heap. Given more, V8 lets garbage lie, the more the longer a command runs.
// `--quick` takes fewer forms.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeForms } from './forms.mjs';
import { costOf, isQuick, megabytes, milliseconds, program, ratio, scratch } from './measure.mjs';
import { writeOfficeForms } from './office.mjs';

const few = 1_000;
const many = isQuick ? 3_000 : 10_000;
/** Documents take room on the disk. */
const rendered = isQuick ? 2_000 : 3_000;

export function measureMany() {
  const forms = join(scratch, 'many');
  const targets = {
    validate: [],
    summary: [],
    export: ['-o', join(scratch, 'tasks.csv')],
    'export ': ['-o', join(scratch, 'tasks.xlsx')],
    render: ['--out-dir', join(scratch, 'documents')],
  };
  const costs = (count, names) =>
    names.map((name) => {
      const args = [program, name.trim(), ...targets[name], '--no-config', forms];
      const cost = (...all) => {
        // Nothing is replaced.
        if (targets[name][0] === '-o') rmSync(targets[name][1], { force: true });
        return costOf(all);
      };
      const free = cost(...args);
      const held = cost('--max-old-space-size=64', ...args, '--jobs', '1');
      const target = targets[name].at(-1)?.match(/\.\w+$/)?.[0] ?? '';
      return {
        name: `bieu2 ${name.trim()}${target && ` -o *${target}`}`,
        count,
        time: free.time,
        peak: free.peak,
        need: held.peak,
      };
    });
  writeForms(forms, few);
  const before = costs(few, Object.keys(targets));
  writeForms(forms, rendered - few, few);
  const documents = costs(rendered, ['render']);
  writeForms(forms, many - rendered, rendered);
  const after = [...costs(many, ['validate', 'summary', 'export', 'export ']), ...documents];
  const pairs = before.map((first) => [first, after.find(({ name }) => name === first.name)]);
  const shown = (count, language) => count.toLocaleString(language);
  return {
    table: {
      title: 'Commands over generated forms',
      rows: [
        ['command', 'forms', 'time', 'peak', 'growth', 'need', 'growth'],
        ...pairs.flatMap(([first, last]) => [
          [
            first.name,
            `${first.count}`,
            milliseconds(first.time),
            megabytes(first.peak),
            '',
            megabytes(first.need),
            '',
          ],
          [
            '',
            `${last.count}`,
            milliseconds(last.time),
            megabytes(last.peak),
            (last.peak / first.peak).toFixed(2),
            megabytes(last.need),
            (last.need / first.need).toFixed(2),
          ],
        ]),
      ],
    },
    figures: pairs.map(([first, last]) => ({
      vi: `Bộ nhớ cao nhất của \`${first.name}\` với ${shown(first.count, 'vi')} và ${shown(last.count, 'vi')} biểu`,
      en: `Peak memory of \`${first.name}\`: ${shown(first.count, 'en')} and ${shown(last.count, 'en')} forms`,
      value: {
        vi: `${first.peak.toFixed(0)} và ${megabytes(last.peak)}; khi giới hạn heap ở 64 MB: ${first.need.toFixed(0)} và ${megabytes(last.need)}`,
        en: `${first.peak.toFixed(0)} and ${megabytes(last.peak)}; with a heap of 64 MB: ${first.need.toFixed(0)} and ${megabytes(last.need)}`,
      },
    })),
  };
}

/** What a list by file and rule costs beside a line for each finding, in processor time on one core. */
export function measureOffice() {
  const forms = join(scratch, 'office');
  writeOfficeForms(forms, many);
  const formats = ['line', 'files'];
  const costs = formats.map(() => ({ processor: Number.POSITIVE_INFINITY, peak: 0 }));
  for (let round = 0; round < 3; round++) {
    for (const [index, format] of formats.entries()) {
      const args = ['validate', '--no-config', '--exit-zero', '--jobs', '1', '--format', format, forms];
      const { processor, peak } = costOf([program, ...args]);
      costs[index] = {
        processor: Math.min(costs[index].processor, processor),
        peak: Math.max(costs[index].peak, peak),
      };
    }
  }
  const rows = formats.map((format, index) => [
    `validate --format ${format}`,
    milliseconds(costs[index].processor),
    megabytes(costs[index].peak),
  ]);
  const shown = (language) => many.toLocaleString(language);
  return {
    table: { title: `${many} forms of an office`, rows: [['command', 'processor time', 'peak'], ...rows] },
    figures: [
      {
        vi: `Thời gian bộ xử lý của \`validate --format files\` so với \`--format line\`, ${shown('vi')} biểu có vấn đề`,
        en: `Processor time of \`validate --format files\` relative to \`--format line\`, ${shown('en')} forms with findings`,
        value: ratio(costs[1].processor / costs[0].processor),
      },
    ],
  };
}
