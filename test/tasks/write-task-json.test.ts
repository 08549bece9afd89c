import { expect, it } from 'vitest';
import { decodeForm } from '../../src/form/decode-form.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { type TaskRow, taskRows } from '../../src/tasks/task-rows.ts';
import { writeTaskJson, writeTaskLines } from '../../src/tasks/write-task-json.ts';

const text = `form: bieu-so-2
groups:
  III:
    tasks:
      - text: "Nói “vâng”, \\"dạ\\"\\n- 😀 \\u001b[31m \\u202e \\U000E0041 x"
      - =1+1
`;
const { form } = decodeForm(parseText(Buffer.from(text), 'a.yaml'));
const rows = form ? taskRows(form, 'a.yaml') : [];

async function* stream(items: readonly TaskRow[]) {
  yield* items;
}

async function textOf(write: typeof writeTaskJson, items: readonly TaskRow[]): Promise<string> {
  let all = '';
  await write(stream(items), (piece) => {
    all += piece;
  });
  return all;
}

it.each([0, 1, 2])('writes a list of %i', async (count) => {
  const json = await textOf(writeTaskJson, rows.slice(0, count));
  expect(JSON.parse(json)).toEqual(rows.slice(0, count));
  expect(json).toMatch(/\]\n$/);
});

it.each([0, 1, 2])('writes %i lines', async (count) => {
  const lines = await textOf(writeTaskLines, rows.slice(0, count));
  const read = lines.split('\n').slice(0, -1);
  expect(read.map((line) => JSON.parse(line))).toEqual(rows.slice(0, count));
});

it('keeps from a terminal what could act on it', async () => {
  const lines = await textOf(writeTaskLines, rows);
  expect(lines).toContain('\\u001b[31m \\u202e \\udb40\\udc41 x');
  expect(lines).toContain('😀');
});

it('writes piece by piece', async () => {
  const many = Array.from({ length: 2000 }, () => rows).flat();
  const pieces: string[] = [];
  await writeTaskJson(stream(many), (piece) => void pieces.push(piece));
  expect(pieces.length).toBeGreaterThan(5);
  expect(JSON.parse(pieces.join(''))).toHaveLength(many.length);
});
