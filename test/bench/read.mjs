// Reading forms of 5,000 and 50,000 tasks that were filled in in Word, beside mammoth (to HTML), python-docx (the text
// of every cell) and pandoc (to JSON). Each run is a process of its own. mammoth and pandoc are left out at 50,000
// tasks, for which mammoth takes 4 GB, and so is python-docx with `--quick`.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLongForm } from './forms.mjs';
import {
  figuresOf,
  isQuick,
  megabytes,
  milliseconds,
  program,
  python,
  ratio,
  run,
  scratch,
} from './measure.mjs';
import { pandocIsMissing, pythonDocxIsMissing } from './peers.mjs';

const pythonWorker = fileURLToPath(new URL('python_docx_worker.py', import.meta.url));

const readers = {
  bieu2: (document) => figuresOf(['read-bieu2', document]),
  mammoth: (document) => figuresOf(['read-mammoth', document], ['--max-old-space-size=2048']),
  'python-docx': (document) =>
    JSON.parse(run([pythonWorker, 'read', document], { command: python, capture: true }).stdout),
  // From start to end, which takes it some 0.1 s: it has no other way.
  pandoc: (document) =>
    run(['-f', 'docx', '-t', 'json', '-o', join(scratch, 'pandoc.json'), document], { command: 'pandoc' }),
};

function reasonAgainst(name, count) {
  if (name === 'mammoth' && count > 5_000) return 'left out: takes 4 GB';
  if (name === 'pandoc' && count > 5_000) return 'left out';
  if (name === 'pandoc' && pandocIsMissing()) return 'left out: not installed';
  if (name === 'python-docx' && pythonDocxIsMissing()) return 'left out: not installed';
  if (name === 'python-docx' && isQuick && count > 5_000) return 'left out: --quick';
  return undefined;
}

function measure(count) {
  const form = join(scratch, `read-${count}.yaml`);
  const document = join(scratch, `read-${count}.docx`);
  writeLongForm(form, count);
  run([program, 'render', form, '-o', document]);
  const names = Object.keys(readers).filter((name) => reasonAgainst(name, count) === undefined);
  const runs = Object.fromEntries(names.map((name) => [name, []]));
  // Alternating, so that a busy moment of the machine meets all of them.
  for (let round = 0; round < (count > 5_000 ? 1 : 3); round++) {
    for (const name of names) {
      const figures = readers[name](document);
      // So many rows at least, or the reader saw something else.
      if (figures.rows < count - 1) throw new Error(`${name} read ${figures.rows} rows of ${count}`);
      runs[name].push(figures);
    }
  }
  const fastest = (some) => some.reduce((one, other) => (other.time < one.time ? other : one));
  return { count, figures: Object.fromEntries(names.map((name) => [name, fastest(runs[name])])) };
}

export function measureRead() {
  const results = [5_000, 50_000].map(measure);
  return {
    table: {
      title: 'Reading a form that was filled in in Word (fastest of 3 alternating runs, of 1 with 50,000)',
      rows: [
        ['tasks', 'reader', 'time', 'ratio', 'peak'],
        ...results.flatMap(({ count, figures }) =>
          Object.keys(readers).map((name) => {
            const { time, peak } = figures[name] ?? {};
            if (time === undefined) return [`${count}`, name, reasonAgainst(name, count), '', ''];
            const to = (time / figures.bieu2.time).toFixed(2);
            return [`${count}`, name, milliseconds(time), to, peak === undefined ? '' : megabytes(peak)];
          }),
        ),
      ],
    },
    figures: results.flatMap(({ count, figures: { bieu2, ...others } }) =>
      Object.entries(others).map(([name, { time, peak }]) => {
        const to = ratio(time / bieu2.time);
        const memory = (language) =>
          peak === undefined
            ? ''
            : `; bieu2 ${megabytes(bieu2.peak)}, ${name} ${megabytes(peak)}${language === 'vi' ? ' bộ nhớ' : ' of memory'}`;
        return {
          vi: `Thời gian ${name} đọc biểu Word ${count.toLocaleString('vi')} công việc, so với bieu2`,
          en: `Time of ${name} to read a Word form of ${count.toLocaleString('en')} tasks, relative to bieu2`,
          value: { vi: to.vi + memory('vi'), en: to.en + memory('en') },
        };
      }),
    ),
  };
}
