// At the desk, with a form of 5,000 tasks: from a key in an editor to the findings of the language server, and from a
// save to the new state of the preview. Medians of times on the wall: what people wait.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as rest } from 'node:timers/promises';
import { createProtocolConnection } from 'vscode-languageserver-protocol/node';
import { writeLongForm } from './forms.mjs';
import { cleanEnv, milliseconds, program, scratch } from './measure.mjs';

/** Changes that are measured, after some that warm the program up. */
const [count, warmUp] = [30, 10];

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Median times from a change to its answer. @param change makes one; its promise is fulfilled by the answer */
async function timesOf(change) {
  const times = [];
  for (let number = 0; number < warmUp + count; number++) {
    await rest(150);
    const start = performance.now();
    await change(number);
    times.push(performance.now() - start);
  }
  return median(times.slice(warmUp));
}

const start = (args, stdin) =>
  spawn(process.execPath, [program, ...args], { env: cleanEnv, stdio: [stdin, 'pipe', 'ignore'] });

async function keystroke(form) {
  const child = start(['lsp'], 'pipe');
  const connection = createProtocolConnection(child.stdout, child.stdin);
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  const uri = 'file:///form.yaml';
  let answered = () => {};
  connection.onNotification('textDocument/publishDiagnostics', () => answered());
  const answer = () => new Promise((resolve) => (answered = resolve));
  const textDocument = { uri, languageId: 'yaml', version: 0, text: readFileSync(form, 'utf8') };
  const opened = answer();
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  await opened;
  const at = { line: 4001, character: 30 };
  const time = await timesOf(async (number) => {
    const answered = answer();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: number + 1 },
      contentChanges: [{ range: { start: at, end: at }, text: 'a' }],
    });
    await answered;
  });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await once(child, 'exit');
  return time;
}

async function save(form) {
  const child = start(['preview', form], 'ignore');
  child.stdout.setEncoding('utf8');
  const url = await new Promise((resolve) => {
    child.stdout.on('data', (text) => resolve(/http:\S+/.exec(text)?.[0]));
  });
  let arrived = () => {};
  const arrival = () => new Promise((resolve) => (arrived = resolve));
  const first = arrival();
  const request = get(`${url}events`, (response) => {
    response.on('data', (chunk) => String(chunk).endsWith('\n\n') && arrived());
  });
  await first;
  const text = readFileSync(form, 'utf8');
  const time = await timesOf(async (number) => {
    const arrived = arrival();
    writeFileSync(form, text.replace('(10)', `(10, ${number})`));
    await arrived;
  });
  request.destroy();
  child.kill('SIGINT');
  await once(child, 'exit');
  return time;
}

export async function measureDesk() {
  const form = join(scratch, 'desk.yaml');
  writeLongForm(form, 5_000);
  const [key, saved] = [await keystroke(form), await save(form)];
  const value = (time) => ({ vi: milliseconds(time), en: milliseconds(time) });
  return {
    table: {
      title: `At the desk, a form of 5,000 tasks (median of ${count}, after ${warmUp})`,
      rows: [
        ['', 'time'],
        ['key to findings, bieu2 lsp', milliseconds(key)],
        ['save to page, bieu2 preview', milliseconds(saved)],
      ],
    },
    figures: [
      {
        vi: 'Từ một phím gõ đến kết quả kiểm tra của `bieu2 lsp`, biểu 5.000 công việc',
        en: 'From a keystroke to the findings of `bieu2 lsp`, form of 5,000 tasks',
        value: value(key),
      },
      {
        vi: 'Từ lúc lưu tệp đến trang mới của `bieu2 preview`, biểu 5.000 công việc',
        en: 'From saving a file to the new page of `bieu2 preview`, form of 5,000 tasks',
        value: value(saved),
      },
    ],
  };
}
