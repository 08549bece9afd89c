import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { libreOfficeIsMissing } from '../../word/libreoffice.ts';
import { goodForm, makeWorld } from '../run-main.ts';

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/word/${name}`, import.meta.url)));
const doc = fixture('libreoffice.doc');
const odt = fixture('libreoffice.odt');
/** LibreOffice is found by PATH. */
const withOffice = { env: { PATH: process.env.PATH } };

/** A Word document of paragraphs. */
function wordDocument(...texts: readonly string[]) {
  const body = texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
const headed = wordDocument('Biểu số 2', 'Nội dung ở đây');
const letter = wordDocument(
  'Kính gửi Ban, theo Biểu số 2 kèm theo công văn này, đề nghị các đơn vị báo cáo đúng hạn.',
);
const pdf = '%PDF-1.7\n';

// What LibreOffice makes is there until the process ends.
const usual = process.env.TMPDIR;
const temporary = mkdtempSync(join(tmpdir(), 'bieu2-documents-'));
beforeAll(() => {
  process.env.TMPDIR = temporary;
});
afterAll(() => {
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  rmSync(temporary, { recursive: true, force: true });
});

describe('documents in a folder that are not read', () => {
  const files = {
    'f/a.yaml': goodForm,
    'f/b.doc': doc,
    'f/c.pdf': pdf,
    'f/d.docx': headed,
    'f/e.docx': letter,
  };

  it('are named at the end, in JSON, and are a failure with --strict', async () => {
    const { run } = makeWorld(files);
    const shown = await run(['validate', 'f', '--no-color'], { isTTY: true });
    expect(shown.code).toBe(0);
    expect(shown.out.replaceAll('\n', ' ')).toBe(
      'Checked 1 form: no problems; skipped 1 file that is not a form; 3 files could not be read. ',
    );
    const last = shown.err.trimEnd().split('\n').at(-1);
    expect(last).toMatch(
      /(?:^|\u001b\[K)Not read: 3 files that may be forms: “f\/b\.doc” \(LibreOffice, which .*\); “f\/c\.pdf” \(forms in PDF .*\); “f\/d\.docx” \(it has the heading .*\)\.$/,
    );
    const { skipped } = JSON.parse((await run(['validate', 'f', '--format', 'json'])).out);
    expect(skipped.map(({ file }: { file: string }) => file)).toEqual(['f/b.doc', 'f/c.pdf', 'f/d.docx']);
    expect(await run(['validate', 'f', '--strict'])).toMatchObject({ code: 2 });
  });

  it('are counted beyond the tenth', async () => {
    const { run } = makeWorld({
      'f/a.yaml': goodForm,
      ...Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`f/${index}.pdf`, pdf])),
    });
    expect((await run(['validate', 'f'])).err).toMatch(/^Not read.*; and 3 more\.\n$/);
  });

  it('are a failure where nothing else is there', async () => {
    const { run } = makeWorld({ 'f/c.pdf': pdf });
    expect(await run(['validate', 'f'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('“f/c.pdf”'),
    });
  });

  test.each(['f/b.doc', 'f/c.pdf', 'f/*.pdf'])('are a failure where they are named: %s', async (name) => {
    const { run } = makeWorld(files);
    for (const command of ['validate', 'summary', 'export', 'import']) {
      const { code, err } = await run([command, name, 'f/a.yaml'].slice(0, command === 'import' ? 2 : 3));
      expect({ command, code, err }).toEqual({
        command,
        code: 2,
        err: expect.stringMatching(/Cannot read “f\//),
      });
    }
  });

  it('have an error where they are named and only lack the table', async () => {
    const { run } = makeWorld(files);
    expect(await run(['validate', 'f/d.docx'])).toMatchObject({ code: 1 });
  });

  it('end no summary with ✓, and are named in it', async () => {
    const { run } = makeWorld(files);
    const { code, out, err } = await run(['summary', 'f']);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^Not read: .*“f\/c\.pdf”.*\n$/) });
    expect(out).toContain('f/c.pdf');
    expect(out).not.toContain('✓');
    const { unreadableFiles } = JSON.parse((await run(['summary', 'f', '--format', 'json'])).out);
    expect(unreadableFiles.map(({ file }: { file: string }) => file)).toContain('f/c.pdf');
  });

  it('are named at the end of a merge, which they do not fail', async () => {
    const { run } = makeWorld({ ...files, 'f/z.yaml': goodForm.replace('PHÒNG', 'BAN') });
    const { code, err } = await run(['merge', 'f', '--dry-run', '--format', 'json']);
    expect(code).toBe(0);
    expect(err).not.toContain('Error');
    expect(err.trimEnd().split('\n').at(-1)).toMatch(
      /^Not read: \d+ files? that may be (?:a form|forms): .*“f\/c\.pdf”/,
    );
  });

  it('are listed by --show-files, with the reason', async () => {
    const { run } = makeWorld({ ...files, 'f/compose.yaml': 'services: {}\n' });
    const { code, out, err } = await run(['validate', 'f', '--show-files']);
    expect({ code, out }).toEqual({ code: 0, out: 'f/a.yaml\n' });
    expect(
      err
        .trimEnd()
        .split('\n')
        .map((line) => line.split(':')[0])
        .sort(),
    ).toEqual(
      ['b.doc', 'c.pdf', 'compose.yaml', 'd.docx', 'e.docx'].map((name) => `Not reading “f/${name}”`),
    );
  });
});

describe.skipIf(libreOfficeIsMissing)('documents that LibreOffice reads', () => {
  it('are forms like others in every command, whatever their names', async () => {
    const { run } = makeWorld({ 'f/a.doc': doc, 'f/b.odt': odt, 'f/c.docx': doc, 'good.yaml': goodForm });
    const { out } = await run(['validate', 'f', '--format', 'json'], withOffice);
    const { files, summary, skipped } = JSON.parse(out);
    expect([files.map(({ file }: { file: string }) => file), skipped]).toEqual([
      ['f/a.doc', 'f/b.odt', 'f/c.docx'],
      undefined,
    ]);
    expect(summary.files).toBe(3);
    const same = await run(['diff', 'f/a.doc', 'f/b.odt'], withOffice);
    expect(same.code).toBe(0);
    const rows = await run(['export', 'f/a.doc', '--format', 'csv'], withOffice);
    expect(rows.out.split('\n').length).toBeGreaterThan(40);
    expect((await run(['summary', 'f/b.odt'], withOffice)).out).toContain('43 tasks');
    expect((await run(['import', 'f', '--out-dir', 'out'], withOffice)).out.match(/^Wrote/gm)).toHaveLength(
      3,
    );
  }, 120_000);

  it('get the comments of --annotate in a .docx made of them', async () => {
    const { run, path } = makeWorld({ 'a.doc': doc });
    const { err } = await run(['validate', 'a.doc', '--annotate', 'noted.docx'], withOffice);
    expect(err).toMatch(
      /Wrote “noted\.docx” with \d+ comments?, in a \.docx that LibreOffice made from “a\.doc”/,
    );
    expect(readFileSync(path('noted.docx')).subarray(0, 2).toString()).toBe('PK');
    expect(await run(['validate', 'a.doc', '--annotate', 'noted.doc'], withOffice)).toMatchObject({
      code: 2,
      err: expect.stringContaining('must end in .docx'),
    });
  }, 60_000);

  it('do not stop the others where one cannot be converted', async () => {
    const { run, path } = makeWorld({ 'f/a.doc': doc });
    writeFileSync(path('f/broken.doc'), Buffer.concat([doc.subarray(0, 512), Buffer.alloc(2000)]));
    const { out } = await run(['validate', 'f', '--format', 'json'], withOffice);
    const { files, skipped } = JSON.parse(out);
    expect(files.map(({ file }: { file: string }) => file)).toContain('f/a.doc');
    expect([...files, ...(skipped ?? [])]).toHaveLength(2);
  }, 60_000);
});
