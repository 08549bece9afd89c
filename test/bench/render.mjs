// Rendering: one form of 50 to 50,000 tasks from memory, beside the `docx` library building the same table; the command
// with a large file; and 1,000 generated forms, beside the `docx` library, docxtemplater and python-docx writing
// documents of the same rows, which they get ready: bieu2 reads and checks the forms, too. All but bieu2 use one core.
// `--quick` leaves out docx at 50,000 tasks, which takes half a minute and 3 GB.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { writeForms, writeLongForm } from './forms.mjs';
import {
  costOf,
  fastestTimes,
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
import { docxtemplaterWriter, peersAreMissing, pythonDocxIsMissing } from './peers.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const cores = os.availableParallelism();

export function measureRender() {
  const large = measureLarge();
  const many = measureManyForms();
  return { tables: [...large.tables, many.table], figures: [...many.figures, ...large.figures] };
}

function measureLarge() {
  const best = (task, count, options) => {
    const runs = Array.from({ length: count < 50_000 ? 3 : 1 }, () => figuresOf([task, `${count}`], options));
    return runs.reduce((one, other) => (other.time < one.time ? other : one));
  };
  const results = [50, 500, 5_000, 50_000].map((count) => ({
    count,
    bieu2: best('render-bieu2', count, []),
    docx: isQuick && count === 50_000 ? undefined : best('render-docx', count, ['--max-old-space-size=6144']),
  }));
  const commands = [5_000, 50_000].map((count) => {
    const file = join(scratch, `${count}.yaml`);
    writeLongForm(file, count);
    return { count, ...costOf([program, 'render', file, '-o', join(scratch, `${count}.docx`)]) };
  });
  return {
    tables: [
      {
        title: 'Rendering one form from memory (fastest of 3 runs, of 1 with 50,000)',
        rows: [
          ['tasks', 'bieu2', 'peak', 'docx', 'peak', 'docx : bieu2'],
          ...results.map(({ count, bieu2, docx }) => [
            `${count}`,
            milliseconds(bieu2.time),
            megabytes(bieu2.peak),
            docx ? milliseconds(docx.time) : 'left out',
            docx ? megabytes(docx.peak) : '',
            docx ? (docx.time / bieu2.time).toFixed(1) : '',
          ]),
        ],
      },
      {
        title: 'The command `bieu2 render` with a file of so many tasks',
        rows: [
          ['tasks', 'time', 'peak'],
          ...commands.map(({ count, time, peak }) => [`${count}`, milliseconds(time), megabytes(peak)]),
        ],
      },
    ],
    figures: [
      ...results
        .filter(({ docx }) => docx)
        .map(({ count, bieu2, docx }) => ({
          vi: `Thời gian thư viện \`docx\` dựng cùng một bảng ${count.toLocaleString('vi')} công việc, so với bieu2`,
          en: `Time of the \`docx\` library to write the same table of ${count.toLocaleString('en')} tasks, relative to bieu2`,
          value: ratio(docx.time / bieu2.time),
        })),
      {
        vi: 'Bộ nhớ cao nhất của `bieu2 render` với 50.000 công việc, kể cả đọc và kiểm tra',
        en: 'Peak memory of `bieu2 render` with 50,000 tasks, reading and checking included',
        value: { vi: megabytes(commands[1].peak), en: megabytes(commands[1].peak) },
      },
    ],
  };
}

const count = 1_000;

const documentsIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.docx'))
    .map((entry) => join(entry.parentPath, entry.name));

/** The rows of the first table of a document, with empty texts where cells are joined; without those that hold a table. */
function rowsIn(document) {
  const [, table] = strFromU8(unzipSync(readFileSync(document))['word/document.xml']).split('<w:tbl>');
  return [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) => {
    const texts = [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].flatMap(([cell]) => [
      [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join(''),
      ...new Array(Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1) - 1).fill(''),
    ]);
    if (texts.length !== 8) throw new Error(`${document} has a row of ${texts.length} cells`);
    return texts;
  });
}

function measureManyForms() {
  const [forms, target, rows] = ['forms', 'target', 'rows'].map((name) => join(scratch, `render-${name}`));
  writeForms(forms, count);
  const render = (jobs) => [
    program,
    'render',
    '--no-config',
    '--jobs',
    `${jobs}`,
    forms,
    '--out-dir',
    target,
  ];
  run(render(cores));
  mkdirSync(rows);
  const contents = documentsIn(target).map(rowsIn);
  for (const [index, content] of contents.entries())
    writeFileSync(join(rows, `${index}`), JSON.stringify(content));
  const rowCount = contents[0].length;

  const commands = {};
  for (const jobs of new Set([1, cores])) commands[`bieu2 render --jobs ${jobs}`] = { args: render(jobs) };
  commands.docx = { args: [here('worker.mjs'), 'write-docx', rows, target] };
  if (!peersAreMissing()) {
    const template = join(scratch, 'template.docx');
    run([here('worker.mjs'), 'write-template', template]);
    commands.docxtemplater = { args: [docxtemplaterWriter, rows, target, template] };
  }
  if (!pythonDocxIsMissing()) {
    commands['python-docx'] = {
      args: [here('python_docx_worker.py'), 'write', rows, target],
      command: python,
    };
  }
  // What a command writes is looked at, or something else might be measured. Earlier documents are kept: after many
  // files were deleted, ext4 creates new ones more slowly for minutes.
  let kept = 0;
  const prepare = () => {
    if (existsSync(target)) renameSync(target, `${target}-${++kept}`);
    mkdirSync(target);
  };
  const check = () => {
    const documents = documentsIn(target);
    if (documents.length !== count || rowsIn(documents[0]).length !== rowCount) {
      throw new Error(`${documents.length} documents of ${rowsIn(documents[0]).length} rows in ${target}`);
    }
  };
  for (const command of Object.values(commands)) Object.assign(command, { prepare, check });
  const times = fastestTimes(`${count} forms`, commands, 2);
  const fastest = times[`bieu2 render --jobs ${cores}`];
  return {
    table: {
      title: `Rendering ${count} forms of ${rowCount} rows (fastest of 2 alternating runs)`,
      rows: [
        ['', 'time', 'a form', 'ratio'],
        ...Object.entries(times).map(([name, time]) => [
          name,
          milliseconds(time),
          milliseconds(time / count),
          (time / fastest).toFixed(2),
        ]),
      ],
    },
    figures: [
      {
        vi: `Xuất 1.000 biểu ${rowCount} hàng: ${cores} lõi nhanh gấp mấy lần một lõi`,
        en: `Rendering 1,000 forms of ${rowCount} rows: speedup on ${cores} cores over one`,
        value: ratio(times['bieu2 render --jobs 1'] / fastest),
      },
      ...['docx', 'docxtemplater', 'python-docx']
        .filter((name) => times[name] !== undefined)
        .map((name) => ({
          vi: `Thời gian ${name} xuất 1.000 biểu ${rowCount} hàng trên một lõi, so với bieu2 trên ${cores} lõi`,
          en: `Time of ${name} to render 1,000 forms of ${rowCount} rows on one core, relative to bieu2 on ${cores} cores`,
          value: ratio(times[name] / fastest),
        })),
    ],
  };
}
