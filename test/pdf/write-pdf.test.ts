import process from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import type { Look } from '../../src/generated/look-types.ts';
import { shippedLooks } from '../../src/generated/shipped-looks.ts';
import { pdfState } from '../../src/pdf/pdf-state.ts';
import { typstString } from '../../src/pdf/typst-string.ts';
import { pdfWriter } from '../../src/pdf-writer.ts';
import type { Sheet, SheetRow } from '../../src/sheet/sheet.ts';
import { splitRows } from '../../src/sheet/split-rows.ts';
import { fillTemplate } from '../../src/word/template/fill-template.ts';
import { libreOfficeIsMissing, readPdf } from '../word/libreoffice.ts';
import { type GridRow, readTables } from '../word/read-grid.ts';
import { type PdfCell, readPdfTables } from '../word/read-pdf-tables.ts';
import { referenceSheet } from '../word/reference-sheet.ts';
import { shippedTemplate } from '../word/template/shipped-template.ts';
import { smallSheet } from '../word/template/small-sheet.ts';

import { pdfEngineIsMissing as engineIsMissing } from './pdf-engine.ts';

const because = (reason: string | undefined) => (reason ? ` (skipped: ${reason})` : '');

const look = (name = 'bieu-so-2'): Look => {
  const found = shippedLooks[name];
  if (!found) throw new Error(`there is no look ${name}`);
  return found;
};
const write = (sheet: Sheet, as = look()) => pdfWriter()(sheet, as);
const task = (number: string, ...text: string[]): SheetRow => ({ kind: 'task', number, text, level: 3 });

/** A position and a section that are cut, and one that is not. */
const longSheet: Sheet = {
  ...smallSheet,
  rows: [
    { kind: 'group', number: 'I', title: 'Lãnh đạo' },
    ...Array.from(
      { length: 350 },
      (_, index): SheetRow => ({
        kind: 'duty',
        first: index === 0,
        number: '1',
        title: 'Trưởng ban',
        text: [`Việc ${index}`],
        level: undefined,
      }),
    ),
    ...['II', 'III'].flatMap((number): SheetRow[] => [
      { kind: 'group', number, title: 'Nghiệp vụ' },
      ...Array.from({ length: 340 }, (_, index) => task(`1.${index + 1}`, 'Việc')),
    ]),
  ],
};

/** The cells of a table of a Word file, merged ones once. */
function cellsOf(table: readonly GridRow[]) {
  const rowsFrom = (from: number, column: number) => {
    let end = from + 1;
    const goesOn = () =>
      table[end]?.cells.some((cell) => cell.column === column && cell.merge === 'continue');
    while (goesOn()) end += 1;
    return end - from;
  };
  return table.map((row, index) =>
    row.cells
      .filter(({ merge }) => merge !== 'continue')
      .map(({ text, span, column }) => ({
        text: text.replace(/\s+/g, ' ').trim(),
        span,
        rows: rowsFrom(index, column),
      })),
  );
}

/** The rows of the form: without that of the signatures, beside which the first cell of the last row goes on. */
function formRows(table: PdfCell[][]): PdfCell[][] {
  const isOfSignatures = (row: PdfCell[]) => row.length === 1 && row[0]?.text.includes('(Ký');
  const rows = table.filter((row) => !isOfSignatures(row));
  const last = rows.length - 1;
  if (last === table.length - 1) return rows;
  return rows.map((row, index) =>
    index === last ? row.map((cell) => (cell.rows === 2 ? { ...cell, rows: 1 } : cell)) : row,
  );
}

/** The row's own header, and each other cell's text with those of its headers, as somebody hears them. */
function expectedHeaders(rows: readonly SheetRow[], index: number) {
  const { columns } = look().wording;
  const row = rows[index] ?? task('');
  const opens = row.kind !== 'duty' || row.first;
  const isTask = row.kind === 'task' || row.kind === 'unrated';
  const titled = rows
    .slice(0, index + 1)
    .findLast((one) => 'title' in one && (one.kind !== 'duty' || one.first));
  const name = isTask || !titled || !('title' in titled) ? row.number : titled.title;
  const level = 'level' in row ? row.level : undefined;
  const isRated = row.kind === 'task' || level !== undefined;
  const number = isTask ? '' : row.number;
  return {
    header: opens ? name : undefined,
    scopes: opens ? ['Row'] : [],
    headers: [
      ...(opens && (isRated || number !== '') ? [[number, columns.number]] : []),
      ...('text' in row ? [[row.text.join(' ').replace(/\s+/g, ' '), name, columns.task]] : []),
      ...(isRated ? [1, 2, 3, 4, 5].map((one) => [one === level ? 'X' : '', name, String(one)]) : []),
    ],
  };
}

describe('typstString', () => {
  it.each([
    ['plain: “Trưởng Ban”', '"plain: “Trưởng Ban”"'],
    ['"\\', '"\\"\\\\"'],
    ['#strong[a] $x$ */ // @b <c> `d` \\u{41}', '"#strong[a] $x$ */ // @b <c> `d` \\\\u{41}"'],
    ['a\nb', '"a\\nb"'],
    ['a\u0000\u001b\ud800\uffffb', '"ab"'],
  ])('%j', (text, literal) => expect(typstString(text)).toBe(literal));
});

describe.skipIf(engineIsMissing)(`writePdf${because(engineIsMissing)}`, () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('gives the same bytes for the same sheet, in any time zone', () => {
    process.env.TZ = 'Asia/Ho_Chi_Minh';
    const first = write(smallSheet);
    process.env.TZ = 'America/Los_Angeles';
    expect(Buffer.compare(write(smallSheet), first)).toBe(0);
    expect(Buffer.compare(write({ ...smallSheet, unit: 'KHÁC' }), first)).not.toBe(0);
  });

  it('finds its objects where its table says', () => {
    const text = Buffer.from(write(smallSheet)).toString('latin1');
    const table = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(table, table + 5)).toBe('xref\n');
    const entries = [...text.slice(table).matchAll(/^(\d{10}) \d{5} ([nf])/gm)];
    expect(entries.length).toBeGreaterThan(100);
    for (const [index, [, start, use]] of entries.entries()) {
      if (use === 'n') expect(text.startsWith(`${index} 0 obj\n`, Number(start))).toBe(true);
    }
  });

  it('has groups and areas as bookmarks, and a summary of its table', () => {
    const text = Buffer.from(write(smallSheet)).toString('latin1');
    const decoded = (hex = '') => Buffer.from(hex, 'hex').swap16().toString('utf16le').slice(1);
    expect(
      [...text.matchAll(/\/Parent \d+ 0 R[^>]*?\/Title <(\w+)>/g)].map(([, hex]) => decoded(hex)),
    ).toEqual([
      'PHÂN NHÓM CÔNG VIỆC',
      'Nhóm công việc lãnh đạo, quản lý',
      'Nhóm công việc CM, nghiệp vụ',
      'Nghiên cứu, đề xuất',
      'Ghi chú:',
    ]);
    expect(decoded(/\/Summary <(\w+)>/.exec(text)?.[1])).toBe(look().wording.tableDescription);
  });

  it('knows its own files, and whether somebody edited them', () => {
    const bytes = write(smallSheet);
    expect(pdfState(bytes)).toBe('unedited');
    // Programs add what was changed at the end, or write the file anew.
    expect(pdfState(Buffer.concat([bytes, Buffer.from('5 0 obj\n<<>>\nendobj\n%%EOF\n')]))).toBe('edited');
    const changed = Uint8Array.from(bytes);
    changed[100] = (changed[100] ?? 0) ^ 1;
    expect(pdfState(changed)).toBe('edited');
    expect(pdfState(Buffer.from('%PDF-1.7\n%%EOF\n'))).toBe('foreign');
    expect(pdfState(new Uint8Array())).toBe('foreign');
  });

  it.skipIf(libreOfficeIsMissing)(
    `has the grid of the Word file in its tags${because(libreOfficeIsMissing)}`,
    async () => {
      for (const sheet of [referenceSheet, smallSheet, { ...smallSheet, rows: [], draft: true }, longSheet]) {
        const tables = readPdfTables(await readPdf('pdfinfo', ['-struct-text'], write(sheet)));
        const forms = readTables(fillTemplate(shippedTemplate, sheet)).filter(
          ([head]) => head?.cells.length === 4,
        );
        expect(
          tables.map((table) =>
            formRows(table).map((row) => row.map(({ text, span, rows }) => ({ text, span, rows }))),
          ),
        ).toEqual(forms.map(cellsOf));
        expect(tables.length > 4).toBe(sheet === longSheet);
      }
    },
  );

  it.skipIf(libreOfficeIsMissing)(
    `names the headers of every cell${because(libreOfficeIsMissing)}`,
    async () => {
      const duties = { ...smallSheet, rows: smallSheet.rows.slice(0, 5) };
      for (const sheet of [referenceSheet, smallSheet, longSheet, duties]) {
        const tables = readPdfTables(await readPdf('pdfinfo', ['-struct-text'], write(sheet)));
        const printed = tables.flatMap((table) => {
          const cells = table.flat();
          const textOf = (id: string) => cells.find((cell) => cell.id === id)?.text;
          expect(cells.filter(({ header, text, id }) => header && (text === '' || id === ''))).toEqual([]);
          const [, numbers = [], ...rows] = formRows(table);
          expect(numbers.map(({ text, scope }) => [text, scope])).toEqual(
            ['1', '2', '3', '4', '5'].map((text) => [text, 'Column']),
          );
          return rows.map((row) => ({
            header: row.find((cell) => cell.header)?.text,
            scopes: row.filter((cell) => cell.header).map(({ scope }) => scope),
            headers: row
              .filter((cell) => !cell.header && (cell.text !== '' || row.length > 4))
              .map((cell) => [cell.text, ...cell.headers.map(textOf)]),
          }));
        });
        const rows = [...splitRows(sheet.rows)].flat();
        expect(printed).toEqual(rows.map((_, index) => expectedHeaders(rows, index)));
      }
    },
  );

  describe.skipIf(libreOfficeIsMissing)(`read by poppler${because(libreOfficeIsMissing)}`, () => {
    const info = (pdf: Uint8Array) => readPdf('pdfinfo', [], pdf);
    const pagesOf = async (pdf: Uint8Array) => {
      const text = await readPdf('pdftotext', ['-layout'], pdf);
      return text.split('\f').filter((page) => page.trim());
    };

    it('is tagged, has a title and the size of the look’s page', async () => {
      const upright = await info(write(smallSheet));
      expect(upright).toMatch(/^Tagged: +yes$/m);
      expect(upright).toMatch(/^Title: +Biểu số 2 – Phân nhóm công việc – BAN TỔ CHỨC HUYỆN ỦY$/m);
      expect(upright).toMatch(/^Page size: +595\.276 x 841\.89 pts \(A4\)$/m);
      expect(upright).not.toMatch(/^(Creation|Mod)Date/m);
      expect(await info(write(smallSheet, look('ngang')))).toMatch(/^Page size: +841\.89 x 595\.276 pts/m);
      expect(Buffer.from(write(smallSheet)).toString('latin1')).toContain('/Lang (vi)');
    });

    it('repeats the header, and numbers the pages from the second on', async () => {
      const pages = await pagesOf(write(referenceSheet));
      expect(pages.length).toBeGreaterThan(2);
      for (const [index, page] of pages.slice(0, -1).entries()) {
        expect(page).toMatch(/TT.*Công việc cụ thể/s);
        const [first = ''] = page.trim().split('\n');
        expect(first.trim()).toBe(index === 0 ? 'Biểu số 2' : String(index + 1));
      }
    });

    it('keeps headings with what follows them', async () => {
      const rows = Array.from({ length: 90 }, (_, index): SheetRow[] => [
        { kind: 'area', number: `${index + 1}`, title: 'Mảng' },
        ...Array.from({ length: 1 + (index % 3) }, (_, at) => task(`${index + 1}.${at + 1}`, 'Việc')),
      ]).flat();
      const pages = await pagesOf(write({ ...smallSheet, rows }));
      expect(pages.length).toBeGreaterThan(5);
      const lastLines = pages.map((page) => page.trimEnd().split('\n').at(-1) ?? '');
      expect(lastLines.filter((line) => line.includes('Mảng'))).toEqual([]);
      expect(lastLines.slice(0, -1).every((line) => line.includes('Việc'))).toBe(true);
    });

    it('keeps rows and signatures whole, but for rows taller than a page', async () => {
      const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}.`).join(' ');
      const rows = [
        task('1', words(250)),
        task('2', words(250)),
        task('3', words(250)),
        task('4', words(2500)),
      ];
      const pages = await pagesOf(write({ ...smallSheet, rows }));
      const pagesOfWord = (word: string) =>
        pages.flatMap((page, index) => (page.includes(word) ? [index] : []));
      // 250 words take more than half of a page, and each of their rows its own.
      expect(pagesOfWord('w249.').slice(0, 3)).toEqual(pagesOfWord('w0.').slice(0, 3));
      expect(new Set(pagesOfWord('w249.')).size).toBe(4);
      // Nothing of the tall row falls off the paper.
      const all = pages.join('\n');
      for (const index of [600, 1200, 1800, 2499]) expect(all).toContain(` w${index}.`);
      expect(pages.filter((page) => page.includes('Trưởng ban'))).toEqual(
        pages.filter((page) => page.includes('Trần Thị B')),
      );
    });

    it('has the lines of both signers at one height, a long place on the line of its date, notes as wide as the page', async () => {
      const sheet = {
        ...smallSheet,
        preparedBy: { title: 'Trái', name: 'Lê A' },
        approvedBy: { title: 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC', name: 'Lê B' },
        dateLine: 'Thành phố Hồ Chí Minh, ngày 24 tháng 11 năm 2026',
        notes: ['một hai ba bốn '.repeat(20)],
      };
      for (const name of ['bieu-so-2', 'van-ban-nha-nuoc']) {
        const boxes = await readPdf('pdftotext', ['-bbox-layout'], write(sheet, look(name)));
        const lines = [
          ...boxes.matchAll(/<line xMin="[^"]*" yMin="([^"]*)" xMax="([^"]*)".*?<\/line>/gs),
        ].map(([xml, top, right]) => ({
          top: Number(top),
          right: Number(right),
          text: xml
            .replace(/<[^>]*>/g, ' ')
            .replace(/\s+/g, ' ')
            .trim(),
        }));
        const topOf = (text: string) => lines.find((line) => line.text.endsWith(text))?.top;
        expect(topOf('Lê A')).toBe(topOf('Lê B'));
        expect(topOf('PHÓ GIÁM ĐỐC')).toBeGreaterThan(topOf('KT. GIÁM ĐỐC') ?? Number.NaN);
        expect(lines.map(({ text }) => text)).toContain(sheet.dateLine);
        const note = lines.find(({ text }) => text.startsWith('- một hai'));
        expect(note?.right).toBeCloseTo(552.76, 1);
      }
    });

    it.each([[25], [26], [27]])(
      'has a line below a position whose last duty is on the next page: %d duties',
      async (count) => {
        const rows = Array.from(
          { length: count },
          (_, index): SheetRow => ({
            ...{ kind: 'duty', first: index === 0, number: '1', title: 'Trưởng ban' },
            ...{ text: ['Chỉ đạo công tác.'], level: undefined },
          }),
        );
        const pdf = write({ ...smallSheet, rows }, look('bieu-so-2'));
        // The lowest point of ink in a column of points on page 1.
        const lowest = async (x: number) => {
          const column = ['-r', '72', '-gray', '-x', `${x}`, '-W', '1', '-y', '0', '-H', '800', '-l', '1'];
          const pixels = (await readPdf('pdftoppm', column, pdf)).slice(-800);
          return [...pixels].findLastIndex((pixel) => pixel < '\xc0');
        };
        expect(await pagesOf(pdf)).toHaveLength(2);
        expect(await lowest(90)).toBe(await lowest(350));
        expect(await lowest(150)).toBe(await lowest(350));
      },
    );

    it('has words joined by no-break spaces on the line of the word before them', async () => {
      const words = await readPdf('pdftotext', ['-bbox'], write(smallSheet, look('ngang')));
      const [, nhom, cong] = /yMax="([\d.]+)">Nhóm<.*\n.*yMax="([\d.]+)">công</.exec(words) ?? [];
      expect(Number(cong)).toBeCloseTo(Number(nhom), 3);
    });

    it('marks every page of a draft', async () => {
      const pages = await pagesOf(write({ ...referenceSheet, draft: true }));
      expect(pages.filter((page) => page.includes('BẢN NHÁP'))).toEqual(pages);
      expect((await pagesOf(write(referenceSheet))).join()).not.toContain('BẢN NHÁP');
    });

    it('prints text as it is, whatever it holds', async () => {
      const evil = '#strong[a] $x$ */ // @b <c> `d` \\ "e" = f';
      const rows = [
        task('1', evil),
        task('2', '✓ 中 ☑ ☯'),
        task('3', `https://example.org/${'abcdefgh'.repeat(40)}`),
      ];
      const [page = ''] = await pagesOf(write({ ...smallSheet, unit: evil, rows }));
      expect(page.replace(/\s+/g, ' ')).toContain(evil);
      expect(page).toContain('✓');
      expect(page.replace(/[\s\u200b]/g, '')).toContain('abcdefgh'.repeat(10));
    });

    it('follows wording, mark and fonts of the look', async () => {
      const own: Look = {
        ...look(),
        mark: '✓',
        body: { font: 'Không Có Phông', sizePt: 12, lineSpacing: 1.2 },
        wording: {
          ...look().wording,
          title: 'TÊN RIÊNG',
          columns: { ...look().wording.columns, number: 'STT' },
        },
      };
      const text = (await pagesOf(write(smallSheet, own))).join('\n');
      expect(text).toContain('TÊN RIÊNG');
      expect(text).toContain('STT');
      expect(text).toContain('✓');
    });
  });
});
