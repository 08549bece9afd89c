import { readFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { pdfState } from '../../../src/pdf/pdf-state.ts';
import { pdfEngineIsMissing as engineIsMissing } from '../../pdf/pdf-engine.ts';
import { libreOfficeIsMissing, readPdf } from '../../word/libreoffice.ts';
import { templateBytes } from '../../word/template/shipped-template.ts';
import { badForm, goodForm, makeWorld } from '../run-main.ts';

const because = (reason: string | undefined) => (reason ? ` (skipped: ${reason})` : '');

describe('render to PDF', () => {
  test.skipIf(engineIsMissing)(`by --to, and by the ending of -o${because(engineIsMissing)}`, async () => {
    const world = makeWorld({ 'a.yaml': goodForm, 'b.yaml': badForm });
    expect(await world.run(['render', 'a.yaml', '--to', 'pdf,html'])).toMatchObject({
      code: 0,
      out: 'Wrote “a.pdf”\nWrote “a.html”\n',
    });
    expect((await world.run(['render', 'a.yaml', '-o', 'Tên khác.PDF', '-t', 'ngang'])).code).toBe(0);
    expect(pdfState(readFileSync(world.path('a.pdf')))).toBe('unedited');
    // Unedited output is replaced without asking, other files are not.
    expect((await world.run(['render', 'a.yaml', '-o', 'a.pdf', '-t', 'ngang'])).code).toBe(0);
    const both = [world.path('a.pdf'), world.path('Tên khác.PDF')].map((path) => readFileSync(path));
    expect(both[0]?.equals(both[1] ?? Buffer.of())).toBe(true);
    expect((await world.run(['render', 'b.yaml', '--to', 'pdf'])).code).toBe(1);
    expect((await world.run(['render', 'b.yaml', '--to', 'pdf', '--draft'])).code).toBe(0);
    expect((await world.run(['render', 'a.yaml', '-o', '-', '--to', 'pdf'])).bytes.subarray(0, 5)).toEqual(
      Buffer.from('%PDF-'),
    );
  });

  test('a PDF of somebody else stays', async () => {
    const world = makeWorld({ 'a.yaml': goodForm, 'a.pdf': '%PDF-1.7\n' });
    const { code, err } = await world.run(['render', 'a.yaml', '--to', 'pdf']);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(engineIsMissing ? /optional/ : /not made by bieu2/),
    ]);
  });

  test('a Word template leads to the LibreOffice engine', async () => {
    const world = makeWorld({ 'a.yaml': goodForm, 'own.docx': templateBytes });
    for (const to of engineIsMissing ? ['html'] : ['pdf', 'html']) {
      const { code, err } = await world.run(['render', 'a.yaml', '--to', to, '-t', 'own.docx']);
      expect([code, err]).toEqual([2, expect.stringContaining('--pdf-engine libreoffice')]);
    }
  });

  test('says that LibreOffice is missing', async () => {
    const world = makeWorld({ 'a.yaml': goodForm });
    const env = { PATH: world.cwd };
    const { code, err } = await world.run(
      ['render', 'a.yaml', '--to', 'pdf', '--pdf-engine', 'libreoffice'],
      { env },
    );
    expect([code, err]).toEqual([2, expect.stringContaining('LibreOffice: it is not installed')]);
  });

  test.skipIf(libreOfficeIsMissing)(
    `by LibreOffice out of a template of the office’s own${because(libreOfficeIsMissing)}`,
    async () => {
      const world = makeWorld({ 'a.yaml': goodForm, 'own.docx': templateBytes });
      const args = ['render', 'a.yaml', '--to', 'pdf', '-t', 'own.docx', '--pdf-engine', 'libreoffice'];
      const { code, err } = await world.run(args, { env: { PATH: process.env.PATH } });
      expect([code, err]).toEqual([0, '']);
      const pdf = readFileSync(world.path('a.pdf'));
      expect(pdfState(pdf)).toBe('unedited');
      expect(await readPdf('pdfinfo', [], pdf)).toMatch(/^Tagged: +yes$/m);
      expect(await readPdf('pdftotext', [], pdf)).toContain('PHÒNG TỔ CHỨC');
    },
  );
});
