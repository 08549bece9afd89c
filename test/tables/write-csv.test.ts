import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Column, DataTable } from '../../src/tables/table.ts';
import { writeCsv } from '../../src/tables/write-csv.ts';
import { parseCsv } from './parse-csv.ts';

const columns: readonly Column[] = [
  { title: 'Nội dung', kind: 'text' },
  { title: 'Số', kind: 'number' },
  { title: 'Tỷ lệ', kind: 'percent' },
];

async function csvOf(rows: DataTable['rows'], of = columns): Promise<string> {
  let csv = '';
  await writeCsv({ name: '', columns: of, rows }, (piece) => {
    csv += piece;
  });
  return csv;
}

const lineOf = async (text: string) => (await csvOf([[text]], columns.slice(0, 1))).slice(11);

it('begins with a byte order mark and the titles, and ends lines as RFC 4180 says', async () => {
  const rows = [
    ['Họp, “giao ban”', 3, 0.125],
    ['', undefined, null],
    ['x', Number.NaN, -1],
  ];
  expect(await csvOf(rows)).toBe('\ufeffNội dung,Số,Tỷ lệ\r\n"Họp, “giao ban”",3,0.125\r\n,,\r\nx,,-1\r\n');
});

it.each([
  ['Nói "vâng"', '"Nói ""vâng"""'],
  ['một\nhai', '"một\nhai"'],
  [' lề ', '" lề "'],
  ['hợp 😀'.normalize('NFD'), 'hợp 😀'.normalize('NFD')],
])('writes %j', async (text, line) => {
  expect(await lineOf(text)).toBe(`${line}\r\n`);
});

it.each([
  ['=1+1', "'=1+1"],
  ['+84', "'+84"],
  ['- Chuyển sinh hoạt đảng', "'- Chuyển sinh hoạt đảng"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['＝1', "'＝1"],
  ["'=1", "''=1"],
  ["'xin chào'", "'xin chào'"],
  ['a=1', 'a=1'],
])('keeps %j from being a formula', async (text, line) => {
  expect(await lineOf(text)).toBe(`${line}\r\n`);
});

it('writes every text so that it can be read back, and no text that a spreadsheet runs', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('=', '-', "'", '"', ',', '\n', '\r', '\t', 'ệ', ' ') }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text)), async (rows) => {
      const pair: readonly Column[] = [
        { title: 'a', kind: 'text' },
        { title: 'b', kind: 'text' },
      ];
      const [head, ...read] = parseCsv((await csvOf(rows, pair)).slice(1));
      expect(head).toEqual(['a', 'b']);
      const isMarked = /^'+[=+\-@\t\r\n＝＋－＠]/;
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      const bare = read.map((row) => row.map((cell) => (isMarked.test(cell) ? cell.slice(1) : cell)));
      expect(bare).toEqual(rows.map((row) => [...row]));
    }),
  );
});

it('writes piece by piece, and takes the next row only when the last piece is written', async () => {
  let taken = 0;
  async function* rows() {
    for (; taken < 5000; taken += 1) yield [`Công việc số ${taken}, việc thường xuyên`, taken];
  }
  const table: DataTable = { name: '', columns, rows: rows() };
  const pieces: string[] = [];
  let isBusy = false;
  await writeCsv(table, async (piece) => {
    expect(isBusy).toBe(false);
    isBusy = true;
    const before = taken;
    await new Promise((resolve) => setImmediate(resolve));
    expect(taken).toBe(before);
    pieces.push(piece);
    isBusy = false;
  });
  expect(pieces.length).toBeGreaterThan(2);
  expect(parseCsv(pieces.join('')).length).toBe(5001);
});
