import { readFileSync } from 'node:fs';
import validateOpenXml from '@ooxml-tools/validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { shippedLooks } from '../../../src/generated/shipped-looks.ts';
import { writeHtml } from '../../../src/html/write-html.ts';
import { columnWidthsMm } from '../../../src/look/geometry.ts';
import type { SheetRow } from '../../../src/sheet/sheet.ts';
import { fillTemplate } from '../../../src/word/template/fill-template.ts';
import { chromiumIsMissing, launchChromium } from '../../html/chromium.ts';
import { convertWithLibreOffice, libreOfficeIsMissing, readPdf } from '../libreoffice.ts';
import { lintDocx } from '../lint-docx.ts';
import { readGrid } from '../read-grid.ts';
import { readPdfTables } from '../read-pdf-tables.ts';
import { referenceSheet } from '../reference-sheet.ts';
import { templateOf } from '../template/shipped-template.ts';
import { smallSheet } from '../template/small-sheet.ts';

const looks = Object.entries(shippedLooks).map(([name, look]) => {
  const bytes = new Uint8Array(readFileSync(new URL(`../../../templates/${name}.docx`, import.meta.url)));
  return { name, look, bytes, template: templateOf(bytes) };
});

const task = (index: number): SheetRow => ({
  kind: 'task',
  number: `1.${index}`,
  text: [`Việc ${index}`],
  level: 3,
});
const longSheet = { ...smallSheet, rows: [...smallSheet.rows, ...[...Array(1200).keys()].map(task)] };

describe.each(looks)('the look $name', ({ name, bytes, template }) => {
  it('makes Word files in which the Open XML SDK and the lint find nothing', async () => {
    // The SDK takes seconds for each file.
    const docx = fillTemplate(template, name === 'ngang' ? longSheet : smallSheet);
    expect(await validateOpenXml(docx, 'docx')).toEqual([]);
    for (const file of [bytes, docx, fillTemplate(template, longSheet)]) expect(lintDocx(file)).toEqual([]);
  });

  it('prints the same grid as the others', () => {
    const [reference] = looks;
    if (!reference) throw new Error('there is no look');
    expect(readGrid(fillTemplate(template, referenceSheet))).toEqual(
      readGrid(fillTemplate(reference.template, referenceSheet)),
    );
  });
});

const because = libreOfficeIsMissing ? ` (skipped: ${libreOfficeIsMissing})` : '';

describe.skipIf(libreOfficeIsMissing)(`LibreOffice${because}`, () => {
  let pdfs: Uint8Array[];
  let long: Uint8Array;

  beforeAll(async () => {
    const files = looks.map(({ name, template }) => [`${name}.docx`, fillTemplate(template, referenceSheet)]);
    const [reference] = looks;
    if (!reference) throw new Error('there is no look');
    const results = await convertWithLibreOffice(
      { ...Object.fromEntries(files), 'long.docx': fillTemplate(reference.template, longSheet) },
      'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
    );
    pdfs = results.slice(0, -1);
    long = results.at(-1) ?? new Uint8Array();
  });

  const pageCount = async (pdf: Uint8Array) =>
    Number(/Pages: +(\d+)/.exec(await readPdf('pdfinfo', [], pdf))?.[1]);

  it.each(looks.map(({ name, look }, index) => ({ name, look, index })))(
    'lays $name out on its page, in its widths',
    async ({ look, index }) => {
      const pdf = pdfs[index] ?? new Uint8Array();
      const [, width = 0, height = 0] =
        /Page size: +([\d.]+) x ([\d.]+)/.exec(await readPdf('pdfinfo', [], pdf)) ?? [];
      expect(Number(width) > Number(height)).toBe(look.page.orientation === 'landscape');
      const [table] = readPdfTables(await readPdf('pdfinfo', ['-struct-text'], pdf));
      const row = table?.find((cells) => cells.length === 8 && !cells[0]?.header);
      for (const [column, widthMm] of columnWidthsMm(look).entries()) {
        expect(Math.abs((row?.[column]?.widthMm ?? 0) - widthMm)).toBeLessThan(0.2);
      }
    },
  );

  it('begins each table of a long form on a page, so that the header rows are at the top of all', async () => {
    const tables = readPdfTables(await readPdf('pdfinfo', ['-struct-text'], long));
    const parts = tables.filter((table) => table[0]?.[0]?.text === 'TT');
    // The signatures are a row of the last one.
    expect(parts.map((table) => table.length - 2)).toEqual([250, 250, 250, 250, 212]);
    const pages = (await readPdf('pdftotext', ['-layout'], long)).split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.map((page) => page.split('Công việc cụ thể').length - 1)).toEqual(pages.map(() => 1));
    // The paragraph between two tables is a point high: no page is lost to it.
    expect(pages.filter((page) => page.trim().split('\n').length < 10)).toEqual([]);
  });

  it.skipIf(chromiumIsMissing)('takes about as many pages as the HTML does when it is printed', async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      for (const [index, { look }] of looks.entries()) {
        await page.setContent(new TextDecoder().decode(writeHtml(referenceSheet, look)));
        const printed = await pageCount(await page.pdf({ preferCSSPageSize: true }));
        expect(Math.abs(printed - (await pageCount(pdfs[index] ?? new Uint8Array())))).toBeLessThanOrEqual(1);
      }
    } finally {
      await browser.close();
    }
  });
});
