import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import validateOpenXml from '@ooxml-tools/validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownNotes } from '../../src/form/own-wording.ts';
import type { Sheet, SheetRow } from '../../src/sheet/sheet.ts';
import { fillTemplate } from '../../src/word/template/fill-template.ts';
import { convertWithLibreOffice, libreOfficeIsMissing, readPdf } from './libreoffice.ts';
import { lintDocx } from './lint-docx.ts';
import { paragraphsOf } from './paragraphs.ts';
import { editPart } from './parts.ts';
import { readGrid } from './read-grid.ts';
import { readPdfTables } from './read-pdf-tables.ts';
import { referenceSheet } from './reference-sheet.ts';
import { shippedTemplate, templateBytes, templateOf } from './template/shipped-template.ts';
import { smallSheet } from './template/small-sheet.ts';

const fill = (sheet: Sheet) => fillTemplate(shippedTemplate, sheet);
const referenceForm = fill(referenceSheet);

const folder = mkdtempSync(join(tmpdir(), 'bieu2-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function saved(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

describe('the Open XML SDK and the lint find nothing', () => {
  it.each<[string, Uint8Array]>([
    ['in the template', templateBytes],
    ['in the reference form', referenceForm],
    ['in the small sheet', fill(smallSheet)],
    ['in a form without notes', fill({ ...smallSheet, notes: [] })],
    ['in a draft that has next to nothing', fill({ rows: [], preparedBy: {}, approvedBy: {}, draft: true })],
  ])('%s', async (_, bytes) => {
    expect(await validateOpenXml(bytes, 'docx')).toEqual([]);
    expect(lintDocx(bytes)).toEqual([]);
  });
});

const python = '/usr/bin/python3';
const pythonScript = `
import json, sys, docx
table = docx.Document(sys.argv[1]).tables[0]
print(json.dumps([[cell.text for cell in row.cells] for row in table.rows]))
`;
const pythonDocxIsMissing = !existsSync(python) || !runs(() => execFileSync(python, ['-c', 'import docx']));

function runs(command: () => unknown): boolean {
  try {
    command();
    return true;
  } catch {
    return false;
  }
}

describe('python-docx', () => {
  it.skipIf(pythonDocxIsMissing)(
    `reads the same grid${pythonDocxIsMissing ? ' (skipped: python3-docx is not installed)' : ''}`,
    () => {
      const output = execFileSync(python, ['-c', pythonScript, saved('python.docx', referenceForm)]);
      const rows: unknown = JSON.parse(output.toString());
      // It gives a cell for every column, and repeats the text of cells that are merged.
      const above: string[] = [];
      const expected = readGrid(referenceForm).map(({ cells }) =>
        cells.flatMap(({ column, span, merge, text }) => {
          above[column] = merge === 'continue' ? (above[column] ?? '') : text;
          return Array.from({ length: span }, () => above[column]);
        }),
      );
      // The last row holds the signatures, in a table of their own, and the notes.
      const notes = ['', 'Ghi chú:', ...ownNotes.map((note) => `- ${note}`)].join('\n');
      expect(rows).toEqual([...expected, Array(8).fill(notes)]);
    },
  );
});

/** Pages of areas with one to three short tasks each, so that page ends fall everywhere. */
const manyHeadings: Sheet = {
  ...smallSheet,
  rows: Array.from({ length: 90 }, (_, index): SheetRow[] => {
    const area = index + 1;
    const tasks = Array.from({ length: 1 + (area % 3) }, (_, task): SheetRow => {
      return { kind: 'task', number: `${area}.${task + 1}`, text: ['Việc'], level: 3 };
    });
    return [{ kind: 'area', number: `${area}`, title: 'Mảng' }, ...tasks];
  }).flat(),
};

const because = libreOfficeIsMissing ? ` (skipped: ${libreOfficeIsMissing})` : '';

describe.skipIf(libreOfficeIsMissing)(`LibreOffice${because}`, () => {
  let pdf: Record<'reference' | 'headings' | 'loose' | 'draft', Uint8Array>;
  let resaved: Uint8Array;

  beforeAll(async () => {
    const headings = fill(manyHeadings);
    const tagged = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';
    const [reference, strict, loose, draft] = await convertWithLibreOffice(
      {
        'reference.docx': referenceForm,
        'headings.docx': headings,
        'loose.docx': editPart(headings, 'word/styles.xml', (xml) => xml.replaceAll('<w:keepNext/>', '')),
        'draft.docx': fill({ ...smallSheet, draft: true }),
      },
      tagged,
    );
    const [template] = await convertWithLibreOffice({ 'template.docx': templateBytes }, 'docx');
    if (!reference || !strict || !loose || !draft || !template) throw new Error('a result is missing');
    pdf = { reference, headings: strict, loose, draft };
    resaved = template;
  });

  it('opens the template and saves it again: what is printed stays the same', () => {
    const again = fillTemplate(templateOf(resaved), smallSheet);
    expect(readGrid(again)).toEqual(readGrid(fill(smallSheet)));
    expect(paragraphsOf(again)).toEqual(paragraphsOf(fill(smallSheet)));
    expect(lintDocx(again)).toEqual([]);
    const draft = { ...referenceSheet, draft: true };
    expect(readGrid(fillTemplate(templateOf(resaved), draft))).toEqual(readGrid(fill(draft)));
  });

  it('lays the table out in the widths of the look, with its spans and its header cells', async () => {
    const [whole] = readPdfTables(await readPdf('pdfinfo', ['-struct-text'], pdf.reference));
    // The last row holds the signatures.
    const table = whole?.slice(0, -1);
    const grid = readGrid(referenceForm);
    const seen = grid.map(({ cells }) => cells.filter(({ merge }) => merge !== 'continue'));
    const columnsMm = [10, 25, 90, 8, 8, 8, 8, 8];
    expect(table?.map((row) => row.map(({ span }) => span))).toEqual(
      seen.map((row) => row.map(({ span }) => span)),
    );
    expect(table?.map((row) => row.map(({ text }) => text))).toEqual(
      seen.map((row) => row.map(({ text }) => text.replace(/\s+/g, ' ').trim())),
    );
    for (const [index, row] of (table ?? []).entries()) {
      for (const [at, { widthMm, header }] of row.entries()) {
        const { column = 0, span = 1 } = seen[index]?.[at] ?? {};
        const width = columnsMm.slice(column, column + span).reduce((sum, one) => sum + one, 0);
        expect(Math.abs(widthMm - width)).toBeLessThan(0.2);
        expect(header).toBe(index < 2);
      }
    }
    expect(table?.[0]?.map(({ rows }) => rows)).toEqual([2, 2, 2, 1]);
    expect(table?.[3]?.map(({ rows }) => rows)).toEqual([5, 5, 1, 1]);
  });

  it('repeats the header rows, and numbers the pages from the second on', async () => {
    const text = await readPdf('pdftotext', ['-layout'], pdf.reference);
    const pages = text.split('\f').filter((page) => page.trim());
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toMatch(/TT.*Công việc cụ thể/s);
      const [first = ''] = page.trim().split('\n');
      expect(first.trim()).toBe(index === 0 ? 'Biểu số 2' : String(index + 1));
    }
  });

  it('keeps headings with what follows them', async () => {
    const lastRows = async (file: Uint8Array) => {
      const pages = (await readPdf('pdftotext', ['-layout'], file)).split('\f').slice(0, -2);
      return pages.map((page) => page.trimEnd().split('\n').at(-1) ?? '');
    };
    const ends = await lastRows(pdf.headings);
    expect(ends.length).toBeGreaterThan(4);
    expect(ends.filter((row) => row.includes('Mảng'))).toEqual([]);
    // Without keepNext some would be left behind: the sheet puts it to the test.
    expect((await lastRows(pdf.loose)).filter((row) => row.includes('Mảng'))).not.toEqual([]);
  });

  it('shows the mark of a draft on the page', async () => {
    expect(await readPdf('pdftotext', [], pdf.draft)).toContain('BẢN NHÁP');
    expect(await readPdf('pdftotext', [], pdf.reference)).not.toContain('BẢN NHÁP');
  });
});
