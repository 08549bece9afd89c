import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Look } from '../../src/generated/look-types.ts';
import { shippedLooks } from '../../src/generated/shipped-looks.ts';
import { htmlState } from '../../src/html/html-state.ts';
import { writeHtml } from '../../src/html/write-html.ts';
import { columnWidthsMm, textWidthMm } from '../../src/look/geometry.ts';
import type { Sheet, SheetRow } from '../../src/sheet/sheet.ts';
import { fillTemplate } from '../../src/word/template/fill-template.ts';
import { libreOfficeIsMissing, readPdf } from '../word/libreoffice.ts';
import { readGrid } from '../word/read-grid.ts';
import { referenceSheet } from '../word/reference-sheet.ts';
import { shippedTemplate } from '../word/template/shipped-template.ts';
import { smallSheet } from '../word/template/small-sheet.ts';
import { chromiumIsMissing, launchChromium } from './chromium.ts';
import { readHtmlGrid } from './read-html-grid.ts';

const lookOf = (name: string): Look => {
  const look = shippedLooks[name];
  if (!look) throw new Error(`there is no look ${name}`);
  return look;
};
const reference = lookOf('bieu-so-2');
const html = (sheet: Partial<Sheet> = {}, look = reference) =>
  new TextDecoder().decode(writeHtml({ ...smallSheet, ...sheet }, look));

describe('writeHtml', () => {
  it('needs no other file and runs no script', () => {
    const text = html();
    expect(text).toMatch(/^<!DOCTYPE html>\n<html lang="vi">/);
    expect(text).toContain("content=\"default-src 'none'; style-src 'unsafe-inline'\"");
    expect(text).not.toMatch(/<script|<link|<img|\ssrc=|\shref=|url\(|@import|\son\w+=/i);
    expect(text).toContain('<title>Biểu số 2 – Phân nhóm công việc – BAN TỔ CHỨC HUYỆN ỦY</title>');
  });

  it('gives the same bytes for the same sheet', () => {
    expect(html()).toBe(html());
  });

  it('knows its own files, and whether somebody edited them', () => {
    const bytes = writeHtml(smallSheet, reference);
    expect(htmlState(bytes)).toBe('unedited');
    const edited = new TextDecoder().decode(bytes).replace('Phân công.', 'Phân công lại.');
    expect(htmlState(new TextEncoder().encode(edited))).toBe('edited');
    expect(htmlState(new TextEncoder().encode('<!DOCTYPE html>'))).toBe('foreign');
    expect(htmlState(new Uint8Array([0xff, 0xfe]))).toBe('foreign');
  });

  it('leaves notes and their heading out where there are none', () => {
    expect(html()).toContain('Ghi chú:');
    expect(html({ notes: [] })).not.toContain('Ghi chú:');
  });
});

describe.skipIf(chromiumIsMissing)(
  `in a browser${chromiumIsMissing ? ` (${chromiumIsMissing})` : ''}`,
  () => {
    let browser: Browser;
    let page: Page;
    let folder: string;

    beforeAll(async () => {
      browser = await launchChromium();
      page = await browser.newPage();
      folder = await mkdtemp(join(tmpdir(), 'bieu2-html-'));
    });

    afterAll(async () => {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
    });

    const open = async (sheet: Sheet, look = reference) => {
      const file = join(folder, 'form.html');
      await writeFile(file, writeHtml(sheet, look));
      await page.goto(pathToFileURL(file).href);
    };

    it.each<[string, Sheet]>([
      ['one row of every kind', smallSheet],
      ['the reference form', referenceSheet],
      ['no rows', { ...smallSheet, rows: [] }],
    ])('shows the grid of the Word file: %s', async (_name, sheet) => {
      await open(sheet);
      const grid = await readHtmlGrid(page);
      expect(grid.map((row) => row.map(({ kind, ...cell }) => cell))).toEqual(
        readGrid(fillTemplate(shippedTemplate, sheet)).map(({ cells }) => cells),
      );
    });

    it('draws the cells of a position apart in the row that stays with the signatures', async () => {
      await open({ ...smallSheet, rows: smallSheet.rows.slice(1, 3) });
      const grid = await readHtmlGrid(page);
      expect(grid.slice(2).map((row) => row.map(({ text, merge }) => [text, merge]).slice(0, 3))).toEqual([
        [
          ['1', 'none'],
          ['Trưởng Ban', 'none'],
          ['Quản lý tài sản.', 'none'],
        ],
        [
          ['', 'none'],
          ['Trưởng Ban', 'none'],
          ['Phân công.', 'none'],
        ],
      ]);
      expect(grid[3]?.[1]?.kind).toBe('TH row');
    });

    it('has headers that a screen reader can follow', async () => {
      await open(smallSheet);
      const grid = await readHtmlGrid(page);
      const kinds = (row: number) => grid[row]?.map(({ kind }) => kind);
      expect(kinds(0)).toEqual(['TH col', 'TH col', 'TH col', 'TH colgroup']);
      expect(kinds(1)).toEqual([...Array(8)].map(() => 'TH col'));
      expect(kinds(2)).toEqual(['TD', 'TH rowgroup', 'TD']);
      expect(kinds(3)).toEqual(['TD', 'TH row', 'TD', 'TD']);
      expect(kinds(9)).toEqual(['TD', 'TH row', ...[...Array(6)].map(() => 'TD')]);
      const table = page.getByRole('table', { name: 'Phân nhóm công việc' });
      expect(await table.count()).toBe(1);
      const tree = await page.locator('body').ariaSnapshot();
      expect(tree).toContain('heading "PHÂN NHÓM CÔNG VIỆC" [level=1]');
      expect(tree).toContain('columnheader "Mức độ phức tạp của công việc"');
      expect(tree).toContain('rowheader "1.1"');
      // Told with the table, not read a second time.
      expect(tree).not.toContain('paragraph: Các công việc cụ thể');
      expect(tree).toContain('listitem: "- Ghi chú một."');
    });

    it.each([
      '<script>alert(1)</script>',
      '</style><b>"x"</b>',
      "' & &amp; \\ `",
      '  a  b ',
      '𠮷 \u202e{unit}',
    ])('shows text as text: %s', async (text) => {
      const look = {
        ...reference,
        mark: text,
        wording: { ...reference.wording, title: text, noteBullet: text, draft: text },
      };
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await open(
        {
          ...smallSheet,
          unit: text,
          rows: [{ kind: 'task', number: text, text: [text, text], level: 1 }],
          notes: [text],
          draft: true,
        },
        look,
      );
      const shown = async (selector: string) => page.locator(selector).first().textContent();
      expect(await shown('.unit-line:nth-of-type(3) .unit-name')).toBe(text);
      expect(await shown('h1')).toBe(text);
      expect(await shown('.note')).toBe(text);
      const grid = await readHtmlGrid(page);
      expect(grid[2]?.map((cell) => cell.text)).toEqual(['', text, `${text}\n${text}`, text, '', '', '', '']);
      const bullet: unknown = await page.evaluate(
        `getComputedStyle(document.querySelector('.note'), '::before').content`,
      );
      expect(JSON.parse(String(bullet))).toBe(text);
      expect(errors).toEqual([]);
    });

    it.each(Object.keys(shippedLooks))('sets the columns in the widths of the look %s', async (name) => {
      const look = lookOf(name);
      const px = 96 / 25.4;
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: Math.round(textWidthMm(look) * px), height: 900 });
      await open(smallSheet, look);
      const widths: number[] = await page.evaluate(
        `[...document.querySelector('.end').rows[0].cells].map((cell) => cell.getBoundingClientRect().width)`,
      );
      await page.emulateMedia({ media: null });
      expect(widths).toHaveLength(8);
      for (const [index, width] of columnWidthsMm(look).entries()) {
        expect(Math.abs((widths[index] ?? 0) / px - width), `column ${index + 1}`).toBeLessThan(0.6);
      }
    });

    it.skipIf(libreOfficeIsMissing).each(Object.keys(shippedLooks))(
      'prints the pages of the look %s: size, repeated header, numbers from the second page on',
      async (name) => {
        const look = lookOf(name);
        await open(referenceSheet, look);
        const pdf = await page.pdf({ preferCSSPageSize: true });
        const [, width, height] =
          /Page size: +([\d.]+) x ([\d.]+)/.exec(await readPdf('pdfinfo', [], pdf)) ?? [];
        const sizes = look.page.orientation === 'portrait' ? [210, 297] : [297, 210];
        for (const [index, points] of [width, height].entries()) {
          expect(Math.abs((Number(points) * 25.4) / 72 - (sizes[index] ?? 0))).toBeLessThan(0.3);
        }
        const pages = (await readPdf('pdftotext', ['-layout'], pdf))
          .split('\f')
          .filter((text) => text.trim());
        expect(pages.length).toBeGreaterThan(2);
        for (const [index, text] of pages.entries()) {
          const [first = ''] = text.trim().split('\n');
          expect(first.trim()).toBe(index === 0 ? 'Biểu số 2' : String(index + 1));
          // The signatures may have a page of their own.
          if (index < pages.length - 1) expect(text).toMatch(/TT.*Công việc cụ thể/s);
        }
      },
    );

    it.skipIf(libreOfficeIsMissing)('begins a row taller than a page at once, and closes it', async () => {
      const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}.`).join(' ');
      const rows = [50, 1500, 50].map(
        (count, index): SheetRow => ({ kind: 'task', number: `1.${index}`, text: [words(count)], level: 1 }),
      );
      await open({ ...smallSheet, rows });
      expect(await page.locator('tfoot').count()).toBe(1);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const pages = (await readPdf('pdftotext', ['-raw'], pdf)).split('\f').slice(0, -1);
      expect(pages[0]).toContain('w200.');
      for (const index of [400, 800, 1499]) expect(pages.join('\n')).toContain(`w${index}.`);
      await open({ ...smallSheet, rows: smallSheet.rows.slice(-3) });
      expect(await page.locator('tfoot').count()).toBe(0);
    });

    it.skipIf(libreOfficeIsMissing)('draws lines where a position continues on the next page', async () => {
      const rows = Array.from(
        { length: 30 },
        (_, index): SheetRow => ({
          ...{ kind: 'duty', first: index === 0, number: '1', title: 'Trưởng ban' },
          ...{ text: ['Chỉ đạo công tác. '.repeat(8)], level: undefined },
        }),
      );
      await open({ ...smallSheet, rows, notes: [] });
      const pdf = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
      const pages = (await readPdf('pdftotext', [], pdf)).split('\f').length - 1;
      // A column of pixels at the left of the numbers, a pixel for each point.
      const column = ['-r', '72', '-gray', '-x', '88', '-W', '1', '-y', '0', '-H', '842'];
      for (const number of [2, pages]) {
        const ofPage = [...column, '-f', `${number}`, '-l', `${number}`];
        const pixels = (await readPdf('pdftoppm', ofPage, pdf)).slice(-842);
        const lines = [...pixels].filter((pixel, y) => pixel < '\x80' && (pixels[y - 1] ?? '\xff') >= '\x80');
        // Above and below the header, and below the last row, but not below the signatures.
        expect(lines).toHaveLength(3);
      }
      const fine = [
        '-r',
        '576',
        '-gray',
        '-aaVector',
        'no',
        '-x',
        '704',
        '-W',
        '1',
        '-y',
        '1200',
        '-H',
        '600',
      ];
      const header = (await readPdf('pdftoppm', [...fine, '-f', '1', '-l', '1'], pdf)).slice(-600);
      // On the first page, too, each line is a pixel of 1/96 inch thick, and not two.
      expect(header.match(/[^\x80-\uffff]+/g)?.map((line) => line.length)).toEqual([6, 6]);
    });

    it.skipIf(libreOfficeIsMissing)(
      'leaves no page empty before a tall first duty, or notes that fill a page',
      async () => {
        const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}.`).join(' ');
        const duty = (first: boolean, count: number): SheetRow => ({
          kind: 'duty',
          first,
          number: '1',
          title: 'Giám đốc',
          text: [words(count)],
          level: undefined,
        });
        const group: SheetRow = { kind: 'group', number: 'I', title: 'Nhóm' };
        const firstPage = async (sheet: Partial<Sheet>) => {
          await open({ ...smallSheet, ...sheet });
          const pdf = await page.pdf({ preferCSSPageSize: true });
          return (await readPdf('pdftotext', ['-raw'], pdf)).split('\f')[0] ?? '';
        };
        expect(await firstPage({ rows: [group, duty(true, 1500), duty(false, 5)] })).toContain('w200.');
        const rows = [group, duty(true, 5)];
        expect(await firstPage({ rows, notes: Array(30).fill(words(40)) })).toContain('w30.');
        expect(await firstPage({ rows, notes: Array(14).fill(words(40)) })).not.toContain('w30.');
      },
    );

    it('is as wide as the window of a phone', async () => {
      const phone = await browser.newPage({ viewport: { width: 390, height: 800 } });
      for (const look of Object.values(shippedLooks)) {
        await phone.setContent(html(referenceSheet, look));
        expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390);
        const size = `getComputedStyle(document.querySelector('.task-text')).fontSize`;
        expect(Number.parseFloat(String(await phone.evaluate(size)))).toBeGreaterThanOrEqual(16);
      }
      await phone.close();
    });

    it('keeps its paper white on a dark screen', async () => {
      const colours = (): Promise<unknown> =>
        page.evaluate(
          `['html', 'main'].map((name) => getComputedStyle(document.querySelector(name)).backgroundColor)`,
        );
      await open(smallSheet);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await colours()).toEqual(['rgb(230, 230, 230)', 'rgb(255, 255, 255)']);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await colours()).toEqual(['rgb(43, 43, 43)', 'rgb(255, 255, 255)']);
      await page.emulateMedia({ colorScheme: null });
    });

    it.skipIf(libreOfficeIsMissing)('marks every page of a draft', async () => {
      await open({ ...referenceSheet, draft: true });
      expect(await page.getByText('BẢN NHÁP').isVisible()).toBe(true);
      const pages = (await readPdf('pdftotext', ['-raw'], await page.pdf({ preferCSSPageSize: true }))).split(
        '\f',
      );
      expect(pages.slice(0, -1).map((text) => text.split(/BẢN\s+NHÁP/).length - 1)).toEqual(
        pages.slice(0, -1).map(() => 1),
      );
    });
  },
);
