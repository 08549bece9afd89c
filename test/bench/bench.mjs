// `npm run bench`: every benchmark, one after the other. Ratios within one run; times depend on the machine.
// `npm run bench -- --quick` leaves out the slowest parts; `--before FOLDER` runs the build of another checkout beside
// this one. `npm run figures` writes the result into docs/performance.md and docs/vi/performance.md, too.
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import { measureCheck } from './check.mjs';
import { measureDesk } from './desk.mjs';
import { measureMany, measureOffice } from './many.mjs';
import { commandLines, comparison, isQuick, printTable, root, writesFigures } from './measure.mjs';
import { measureRead } from './read.mjs';
import { measureRender } from './render.mjs';
import { measureStart } from './start.mjs';

const load = () => os.loadavg()[0].toFixed(1);
const machine = `${os.cpus()[0]?.model ?? '?'}, ${os.availableParallelism()} cores, ${(os.totalmem() / 2 ** 30).toFixed(0)} GB, ${os.type()}`;
const before = load();
console.log(`Node.js ${process.version}, ${machine}, load ${before}`);

const isBusy = os.loadavg()[0] > os.availableParallelism() / 2;
if (isBusy) console.log('The machine is busy: only ratios of processor time and memory can be relied on.');
if (isBusy && writesFigures) {
  console.log('Nothing was written: run it again on a quiet machine.');
  process.exit(1);
}

const figures = [];
for (const measure of [
  measureStart,
  measureCheck,
  measureDesk,
  measureRender,
  measureMany,
  measureOffice,
  measureRead,
]) {
  const { table, tables = [table], figures: some } = await measure();
  for (const one of tables) printTable(one);
  figures.push(...some);
}
const compared = comparison();
if (compared) printTable(compared);
if (writesFigures) writeFigures(before, load());

/** Writes the figures between their marks, with the day, the machine and how they were measured. */
function writeFigures(from, to) {
  const day = new Date().toISOString().slice(0, 10);
  const command = `npm run figures${isQuick ? ' -- --quick' : ''}`;
  const texts = {
    en: {
      file: 'docs/performance.md',
      head: `Measured on ${day} by \`${command}\`: Node.js ${process.version}, ${machine}, load ${from} before and ${to} after. Ratios within one run; the measured processes run without \`NODE_EXTRA_CA_CERTS\` and with their own cache.`,
      columns: ['Measured', 'Result'],
      commands: 'The commands; `TMP` is a temporary folder:',
    },
    vi: {
      file: 'docs/vi/performance.md',
      head: `Đo ngày ${day} bằng \`${command}\`: Node.js ${process.version}, ${machine.replace(' cores', ' lõi')}, tải ${from} lúc đầu và ${to} lúc cuối. Các số là tỷ lệ trong cùng một lần chạy; chương trình được đo không có \`NODE_EXTRA_CA_CERTS\` và có bộ nhớ đệm riêng.`,
      columns: ['Phép đo', 'Kết quả'],
      commands: 'Các lệnh được đo; `TMP` là thư mục tạm:',
    },
  };
  for (const [language, { file, head, columns, commands }] of Object.entries(texts)) {
    const rows = figures.map((one) => `| ${one[language]} | ${one.value[language]} |`);
    const table = [`| ${columns.join(' | ')} |`, '| --- | --- |', ...rows].join('\n');
    const list = [commands, '', '```text', ...commandLines(), '```'].join('\n');
    const page = readFileSync(root + file, 'utf8');
    const marked = /<!-- figures -->.*<!-- \/figures -->/s;
    if (!marked.test(page)) throw new Error(`${file} has no place for figures`);
    writeFileSync(
      root + file,
      page.replace(marked, `<!-- figures -->\n\n${head}\n\n${table}\n\n${list}\n\n<!-- /figures -->`),
    );
    console.log(`\nWrote ${file}`);
  }
}
