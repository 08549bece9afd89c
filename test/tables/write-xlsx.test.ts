import validateOpenXml from '@ooxml-tools/validate';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Column, type DataTable, OversizedCell } from '../../src/tables/table.ts';
import { writeXlsx, XlsxWriter } from '../../src/tables/write-xlsx.ts';
import { sheetName } from '../../src/tables/xlsx-parts.ts';
import { columnLetters } from '../../src/tables/xlsx-row.ts';
import { convertWithLibreOffice, libreOfficeIsMissing, readPdf } from '../word/libreoffice.ts';
import { calcIsMissing, readSheets } from './read-sheets.ts';

const printingIsMissing = calcIsMissing ?? libreOfficeIsMissing;

const columns: readonly Column[] = [
  { title: 'Nội dung <b>', kind: 'text', width: 40 },
  { title: 'Mức', kind: 'number' },
  { title: 'Tỷ lệ', kind: 'percent' },
];
const texts = [
  'Họp & giao ban, “<nội bộ>” "x"',
  'Một\n- hai\n\tba',
  '=1+1',
  "'x",
  '2.10',
  ' lề ',
  'Đảng ủy'.normalize('NFD'),
  'xong 😀',
  'ô \u000b và _x000B_',
];
const tables: readonly DataTable[] = [
  { name: 'Công việc', columns, rows: texts.map((text, index) => [text, index - 1, index / 8]) },
  { name: 'Trống & “khác”', columns: columns.slice(0, 1), rows: [] },
];

async function bytesOf(
  ...args: [readonly DataTable[], { rows: number; size: number }?]
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const [written, limits] = args;
  const write = (chunk: Uint8Array) => void chunks.push(chunk);
  await (limits ? writeXlsx(written, write, limits) : writeXlsx(written, write));
  return Buffer.concat(chunks);
}

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

it('writes what the Open XML SDK finds no fault with', async () => {
  expect(await validateOpenXml(await bytesOf(tables), 'xlsx')).toEqual([]);
});

it('writes the same bytes each time, with the first time that zip knows', async () => {
  const [one, other] = [await bytesOf(tables), await bytesOf(tables)];
  expect(Buffer.compare(one, other)).toBe(0);
  // Local header of the first part: time and date at 10 (APPNOTE 4.3.7), the date 1980-01-01 is 0x21.
  expect([...one.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
});

it('keeps the titles in view, gives filters, widths and wrapped text', async () => {
  const parts = partsOf(await bytesOf(tables));
  const sheet = parts['xl/worksheets/sheet1.xml'];
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(sheet).toContain('<autoFilter ref="A1:C10"/>');
  expect(sheet).toContain('<col min="1" max="1" width="40"');
  expect(parts['xl/workbook.xml']).toContain("'Công việc'!$A$1:$C$10</definedName>");
  expect(parts['xl/styles.xml']).toMatch(/<b\/>/);
  expect(parts['xl/styles.xml']).toContain('wrapText="1"');
  expect(parts['xl/styles.xml']).toContain('Times New Roman');
});

it('goes on in a further sheet where one is full', async () => {
  const rows = [1, 2, 3, 4, 5].map((number) => ['x'.repeat(10), number]);
  const byRows = partsOf(await bytesOf([{ name: 'Việc', columns, rows }], { rows: 3, size: 1e9 }));
  expect(byRows['xl/workbook.xml']?.match(/ name="Việc[^"]*"/g)).toEqual([
    ' name="Việc"',
    ' name="Việc (2)"',
    ' name="Việc (3)"',
  ]);
  expect(byRows['xl/worksheets/sheet3.xml']).toContain('<c r="B2" s="3"><v>5</v></c></row></sheetData>');
  const bySize = partsOf(await bytesOf([{ name: 'Việc', columns, rows }], { rows: 1e6, size: 150 }));
  expect(Object.keys(bySize).filter((name) => name.includes('/sheet'))).toHaveLength(3);
});

it('puts a table that is written last in front where asked', async () => {
  const chunks: Uint8Array[] = [];
  const workbook = new XlsxWriter((chunk) => void chunks.push(chunk));
  await workbook.open({ name: 'Việc', columns });
  await workbook.add(['một']);
  await workbook.open({ name: 'Tổng quan', columns }, true);
  await workbook.add(['hai']);
  await workbook.finish();
  const bytes = Buffer.concat(chunks);
  expect(await validateOpenXml(bytes, 'xlsx')).toEqual([]);
  const parts = partsOf(bytes);
  expect(parts['xl/workbook.xml']).toMatch(
    /<sheet name="Tổng quan"[^>]* r:id="sheet2"\/><sheet name="Việc"[^>]* r:id="sheet1"\/>/,
  );
  expect(parts['xl/workbook.xml']).toContain('localSheetId="0" hidden="1">\'Tổng quan\'!');
  expect(parts['xl/worksheets/sheet2.xml']).toContain('hai');
});

it('refuses a text that no cell can hold, and takes the longest', async () => {
  const table = (length: number): DataTable => ({
    name: 'Việc',
    columns,
    rows: [[''], ['ệ'.repeat(length)]],
  });
  await expect(bytesOf([table(32_768)])).rejects.toThrow(OversizedCell);
  await expect(bytesOf([table(32_768)])).rejects.toMatchObject({
    title: 'Nội dung <b>',
    length: 32_768,
    message: '32768 characters in row 2, column Nội dung <b> of Việc',
  });
  expect(partsOf(await bytesOf([table(32_767)]))['xl/worksheets/sheet1.xml']).toContain('ệệ');
});

it('writes while rows come', async () => {
  let size = 0;
  const sizes: number[] = [];
  async function* rows() {
    for (let row = 0; row < 20_000; row += 1) {
      if (row % 5000 === 0) sizes.push(size);
      yield [`Công việc ${row * 7919}`, row];
    }
  }
  await writeXlsx([{ name: 'Việc', columns, rows: rows() }], (chunk) => {
    size += chunk.length;
  });
  expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
});

it('gives rows the height of their longest text', async () => {
  const height = async (text: string) => {
    const parts = partsOf(await bytesOf([{ name: 'Việc', columns, rows: [[text, 1]] }]));
    return (
      Number(/<row r="2"(?: ht="([\d.]+)")?>/.exec(parts['xl/worksheets/sheet1.xml'] ?? '')?.[1]) || 'a line'
    );
  };
  expect(await height('Lưu trữ hồ sơ')).toBe('a line');
  expect(await height('Một\nhai\nba')).toBe(3 * 15.75);
  expect(await height('TRUNG TÂM CHÍNH TRỊ HUYỆN BÌNH MINH CẨM GIÀNG')).toBe(2 * 15.75);
  expect(await height('Trung tâm chính trị huyện'.normalize('NFD'))).toBe('a line');
  expect(await height('x'.repeat(5000))).toBe(409);
});

it.skipIf(printingIsMissing)(
  `prints across, no wider than a page, titles on each, texts whole${printingIsMissing ? ` (skipped: ${printingIsMissing})` : ''}`,
  { timeout: 120_000 },
  async () => {
    const wide = Array.from({ length: 12 }, (_, index) => ({
      title: `Cột ${index}.`,
      kind: 'text' as const,
      width: 30,
    }));
    const long = `${'Theo dõi, đôn đốc việc thực hiện chế độ, chính sách. '.repeat(6)}HẾT`;
    const rows = [
      [long, 'Đầu'],
      ...Array.from({ length: 120 }, (_, row) => wide.map((_, column) => `ô ${row}.${column}`)),
    ];
    const book = await bytesOf([{ name: 'Việc & ‘khác’', columns: wide, rows }]);
    const [pdf = new Uint8Array()] = await convertWithLibreOffice({ 'book.xlsx': book }, 'pdf');
    const [width, height] =
      /Page size: +([\d.]+) x ([\d.]+)/.exec(await readPdf('pdfinfo', [], pdf))?.slice(1) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
    const pages = (await readPdf('pdftotext', [], pdf)).split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toMatch(/Cột 0\..*Cột 11\./s);
    expect(pages.at(-1)).toContain('ô 119.11');
    expect(pages[0]).toContain('HẾT');
  },
);

it('names columns as spreadsheets do', () => {
  expect([0, 25, 26, 51, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA']);
});

describe('names of sheets', () => {
  it.each<[string, string, readonly string[]]>([
    ['Công việc', 'Công việc', []],
    ['a/b: [c]?', 'a b c', []],
    ["'Ban'", 'Ban', []],
    ['', 'Sheet', []],
    ['history', 'history (2)', []],
    ['công VIỆC', 'công VIỆC (3)', ['Công việc', 'Công việc (2)']],
    ['x'.repeat(40), 'x'.repeat(31), []],
    [`${'x'.repeat(30)}😀`, 'x'.repeat(30), []],
    ['x'.repeat(31), `${'x'.repeat(27)} (2)`, ['x'.repeat(31)]],
  ])('%j becomes %j', (wanted, name, taken) => {
    expect(sheetName(wanted, taken)).toBe(name);
  });
});

it.skipIf(calcIsMissing)(
  `writes what LibreOffice reads, every cell as it was${calcIsMissing ? ` (skipped: ${calcIsMissing})` : ''}`,
  { timeout: 120_000 },
  async () => {
    const sheets = readSheets(await bytesOf(tables));
    const shares = ['0%', '12.5%', '25%', '37.5%', '50%', '62.5%', '75%', '87.5%', '100%'];
    expect(sheets['Công việc']).toEqual([
      ['Nội dung <b>', 'Mức', 'Tỷ lệ'],
      ...texts.map((text, index) => [text, String(index - 1), shares[index]]),
    ]);
    expect(sheets['Trống & “khác”']).toEqual([['Nội dung <b>']]);
  },
);
