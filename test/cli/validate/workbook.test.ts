import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import validateOpenXml from '@ooxml-tools/validate';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { calcIsMissing, readSheets } from '../../tables/read-sheets.ts';
import { badForm, goodForm, makeWorld, warnedForm } from '../run-main.ts';

const word = readFileSync(new URL('../../fixtures/word/hand-reference.docx', import.meta.url));
const office = () => {
  const world = makeWorld({
    'nop/a.yaml': warnedForm,
    'nop/b.yaml': badForm,
    'nop/c.docx': word,
    'nop/d.yaml': goodForm,
    'nop/e.pdf': '%PDF-1.7\n',
    'nop/compose.yaml': 'x: 1\n',
  });
  symlinkSync('gone.yaml', world.path('nop/f.yaml'));
  return world;
};
const file = 'vấn-đề.xlsx';

test('a workbook has what the Open XML SDK finds no fault with, titles in view and filters', async () => {
  const { run, path } = office();
  const { code, out, err } = await run(['validate', 'nop', '--format', `xlsx=${file}`]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(
    /\nChecked 4 forms, 2 with errors: .*; skipped 1 file that is not a form; 2 files could not be read\.\n$/,
  );
  const bytes = readFileSync(path(file));
  expect(await validateOpenXml(bytes, 'xlsx')).toEqual([]);
  const parts = unzipSync(bytes);
  const names = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet name="([^"]*)"/g);
  expect([...names].map(([, name]) => name)).toEqual(['Overview', 'Findings', 'Rules']);
  for (const sheet of ['sheet1', 'sheet2', 'sheet3']) {
    const xml = strFromU8(parts[`xl/worksheets/${sheet}.xml`] ?? new Uint8Array());
    expect(xml).toMatch(/state="frozen"[\s\S]*<autoFilter ref="A1:/);
  }
});

test.skipIf(calcIsMissing)(
  `a workbook in LibreOffice: files with errors first, then unread ones, and every finding${calcIsMissing ? ` (skipped: ${calcIsMissing})` : ''}`,
  { timeout: 120_000 },
  async () => {
    const { run, path } = office();
    await run(['validate', 'nop', '--format', `xlsx=${file}`], { env: { BIEU2_LANG: 'vi' } });
    const {
      'Tổng quan': files = [],
      'Vấn đề': findings = [],
      'Quy tắc': rules,
    } = readSheets(readFileSync(path(file)));
    expect(files.map((row) => row.slice(0, 4))).toEqual([
      ['Tệp', 'Đơn vị', 'Lỗi', 'Cảnh báo'],
      ['nop/b.yaml', 'PHÒNG TỔ CHỨC', '1', '0'],
      ['nop/c.docx', 'BAN TỔ CHỨC HUYỆN ỦY', '1', '10'],
      ['nop/f.yaml', '', '', ''],
      ['nop/e.pdf', '', '', ''],
      ['nop/a.yaml', 'PHÒNG TỔ CHỨC', '0', '1'],
      ['nop/d.yaml', 'PHÒNG TỔ CHỨC', '0', '0'],
    ]);
    expect(files.map((row) => row[4]?.split(':', 1)[0])).toEqual([
      'Tình trạng',
      'Có lỗi',
      'Có lỗi',
      'Không đọc được “nop/f.yaml”',
      'Không đọc được',
      'Có cảnh báo',
      'Không có vấn đề',
    ]);
    expect(findings[0]).toEqual(['Tệp', 'Đơn vị', 'Vị trí', 'Mức', 'Quy tắc', 'Nội dung', 'Gợi ý sửa']);
    expect(findings.find(([name]) => name === 'nop/b.yaml')).toEqual([
      'nop/b.yaml',
      'PHÒNG TỔ CHỨC',
      'dòng 12, cột 9',
      'lỗi',
      'task-complexity',
      'công việc 2.1 (nhóm II) chưa có mức độ phức tạp',
      'Thêm “complexity:” với một mức từ 1 đến 5; nếu cố ý không xếp mức, thêm “unrated:” kèm lý do.',
    ]);
    const inWord = findings.filter(([name]) => name === 'nop/c.docx');
    expect(inWord).toHaveLength(11);
    expect(inWord[0]?.[2]).toMatch(/^bảng 1, dòng \d+ \(I+.*\), cột \d+$/);
    expect(rules?.map(([rule, , ...counts]) => [rule, ...counts])).toContainEqual([
      'task-complexity',
      '2',
      '0',
      '2',
    ]);
  },
);

test('a text of an office that no cell can hold is cut, and what is like a formula stays a text', async () => {
  const { run, path } = makeWorld({
    '=1+1.yaml': goodForm,
    'office.json': JSON.stringify({ properties: { unit: { enum: ['x'.repeat(50_000)] } } }),
  });
  const args = ['validate', '=1+1.yaml', '--schema', 'office.json', '--format', `xlsx=${file}`];
  expect((await run(args)).code).toBe(1);
  const sheet = strFromU8(
    unzipSync(readFileSync(path(file)))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
  );
  expect(sheet).toContain('<t xml:space="preserve">=1+1.yaml</t>');
  for (const [, text = ''] of sheet.matchAll(/<t [^>]*>([^<]*)<\/t>/g))
    expect(text.length).toBeLessThan(32_768);
});

test('a workbook goes with other reports, and needs a file', async () => {
  const { run, path } = office();
  const both = await run(['validate', 'nop/b.yaml', '--format', 'line', '--format', `xlsx=${file}`]);
  expect(both).toMatchObject({ code: 1, err: '' });
  expect(both.out).toMatch(/^nop\/b\.yaml:12:9: error /);
  expect(existsSync(path(file))).toBe(true);
  for (const format of ['xlsx', 'xlsx=', 'xlsx=-']) {
    const { code, err } = await run(['validate', 'nop', '--format', format]);
    expect([code, err]).toEqual([
      2,
      'Error: “--format xlsx” needs a file name, as in: --format xlsx=findings.xlsx\n',
    ]);
  }
});

test('threads and one thread write the same workbook', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 70 }, (_, index) => [`${index}.yaml`, index % 3 ? warnedForm : badForm]),
  );
  const { run, path } = makeWorld(many);
  await run(['validate', '.', '--jobs', '1', '--format', 'xlsx=one.xlsx']);
  await run(['validate', '.', '--jobs', '2', '--format', 'xlsx=two.xlsx']);
  expect(Buffer.compare(readFileSync(path('one.xlsx')), readFileSync(path('two.xlsx')))).toBe(0);
});
