// Rendering 1,000 generated forms, beside the `docx` library, docxtemplater and python-docx writing documents of
// the same rows, which are handed to them ready: bieu2 reads and checks the forms, too. All but bieu2 use one
// core. `--quick` leaves out docxtemplater and python-docx.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { documentOf } from './docx-table.mjs';
import { writeForms } from './forms.mjs';
import {
  inFolder,
  isQuick,
  medians,
  milliseconds,
  printTable,
  program,
  python,
  pythonDocxIsMissing,
  timeOf,
  verdict,
} from './measure.mjs';
import { docxtemplaterWriter, peersAreMissing } from './peers.mjs';

const count = 1_000;
const rounds = 3;
const cores = os.availableParallelism();
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const bieu2 = (jobs) => `bieu2 render --jobs ${jobs}`;

const documentsIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.docx'))
    .map((entry) => join(entry.parentPath, entry.name));

/** The rows of the first table of a document, with empty texts where cells are joined. */
function rowsIn(document) {
  const [table] = strFromU8(unzipSync(readFileSync(document))['word/document.xml']).match(
    /<w:tbl>.*?<\/w:tbl>/s,
  );
  return [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) => {
    const texts = [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].flatMap(([cell]) => [
      [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join(''),
      ...new Array(Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1) - 1).fill(''),
    ]);
    if (texts.length !== 8) throw new Error(`${document} has a row of ${texts.length} cells`);
    return texts;
  });
}

/** Times a run that writes into a folder, which is empty before. Throws when it wrote something else. */
function timeOfWriting(folder, rowCount, run) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const time = run();
  const documents = documentsIn(folder);
  const rows = rowsIn(documents[0]).length;
  if (documents.length !== count || rows !== rowCount) {
    throw new Error(`${documents.length} documents with ${rows} rows in ${folder}`);
  }
  return time;
}

/** Writes the rows of every document as a file for the other libraries. Gives how many rows a form has. */
function writeRows(documents, folder) {
  mkdirSync(folder);
  const rows = documents.map(rowsIn);
  for (const [index, some] of rows.entries()) writeFileSync(join(folder, `${index}`), JSON.stringify(some));
  return rows[0].length;
}

async function measure(folder) {
  const forms = join(folder, 'forms');
  const target = join(folder, 'documents');
  const rows = join(folder, 'rows');
  const template = join(folder, 'template.docx');
  writeForms(forms, count);
  const render = (jobs) =>
    timeOf([program, 'render', '--no-config', '--jobs', `${jobs}`, forms, '--out-dir', target]);
  render(cores);
  const rowCount = writeRows(documentsIn(target), rows);
  const columns = Array.from({ length: 8 }, (_, column) => `{c${column}}`);
  columns[0] = `{#rows}${columns[0]}`;
  columns[7] = `${columns[7]}{/rows}`;
  writeFileSync(template, await documentOf([columns]));

  const runs = {};
  for (const jobs of [1, cores]) runs[bieu2(jobs)] = () => render(jobs);
  runs.docx = () => timeOf([here('write-docx.mjs'), rows, target]);
  if (!isQuick && !peersAreMissing) {
    runs.docxtemplater = () => timeOf([docxtemplaterWriter, rows, target, template]);
  }
  if (!isQuick && !pythonDocxIsMissing) {
    runs['python-docx'] = () => timeOf([here('write-python-docx.py'), rows, target], { command: python });
  }
  const checked = Object.entries(runs).map(([name, run]) => [
    name,
    () => timeOfWriting(target, rowCount, run),
  ]);
  return { rowCount, times: medians(Object.fromEntries(checked), rounds) };
}

const { rowCount, times } = await inFolder(measure);
const fastest = times[bieu2(cores)];
const bound = '≥ 10';
printTable(`Rendering ${count} forms of ${rowCount} rows (medians of ${rounds} alternating runs)`, [
  ['', 'time', 'a form', 'ratio', 'target', ''],
  ...Object.entries(times).map(([name, time]) => {
    const ratio = time / fastest;
    const judged = name === 'docx' ? [bound, verdict(ratio, bound)] : ['', ''];
    return [name, milliseconds(time), milliseconds(time / count), ratio.toFixed(2), ...judged];
  }),
]);
