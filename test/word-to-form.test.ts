import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseText } from '../src/source/parse-text.ts';
import { readWordForm } from '../src/word/read/read-word-form.ts';
import { importForm } from '../src/word-to-form.ts';
import { makeWorld } from './cli/run-main.ts';
import { libreOfficeIsMissing } from './word/libreoffice.ts';
import { smallForm, taskRow } from './word/read/small-form.ts';
import { variants } from './word/read/variants.ts';
import { cell, paragraph, row, wordFile } from './word/read/word-xml.ts';

const reference = variants.reference?.bytes ?? new Uint8Array();
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`fixtures/word/${name}`, import.meta.url)));
const good = smallForm(taskRow('Họp'));
const markMerged = smallForm(row(cell(''), cell('2.1'), cell('Họp'), cell('x', { span: 5 })));

describe('the form file', () => {
  it('is what a clerk would have written', () => {
    const { text } = importForm(readWordForm(reference, 'mau/biểu.docx'), { format: 'yaml', language: 'vi' });
    const lines = text?.split('\n') ?? [];
    expect(lines[0]).toBe('# Đọc từ biểu Word “biểu.docx”. Sửa xong thì kiểm tra lại bằng “bieu2 validate”.');
    expect(text).toContain(
      '          - number: 1.10\n            code: 1.5.2\n            text: Tham gia xây dựng',
    );
    expect(text).toContain(
      '            text: |-\n              - Chuyển sinh hoạt đảng,\n              - Tặng huy hiệu đảng,\n',
    );
    expect(text).toContain('unrated: Trong biểu Word');
    expect(parseText(text ?? '', 'a.yaml').problems).toEqual([]);
  });

  it('keeps what has no place as comments, in the language of the run', () => {
    const bytes = variants['other-tables']?.bytes ?? new Uint8Array();
    const withMore = readWordForm(bytes, 'a.docx');
    const { text, unclear: told } = importForm(withMore, { format: 'yaml', language: 'en' });
    expect(told).toHaveLength(withMore.leftovers.length);
    expect(told.length).toBeGreaterThan(10);
    const comments = text?.split('\n').filter((line) => line.startsWith('# - ')) ?? [];
    expect(comments).toContain('# - table 1, row 1: “Kính gửi: Huyện ủy”');
    expect(comments).toHaveLength(told.length);
  });

  it('is JSON when that is asked', () => {
    const { text } = importForm(readWordForm(reference, 'a.docx'), { format: 'json', language: 'vi' });
    expect(JSON.parse(text ?? '')).toEqual(readWordForm(reference, 'a.docx').value);
  });
});

describe('bieu2 import', () => {
  it('writes beside the Word form, and nothing over what is there', async () => {
    const world = makeWorld({ 'a.docx': reference });
    const first = await world.run(['import', 'a.docx']);
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toMatch(
      /^Wrote “a\.yaml” \(the form has 1 error, 10 warnings; see: bieu2 validate a\.yaml\)\n$/,
    );
    const written = readFileSync(world.path('a.yaml'), 'utf8');
    const again = await world.run(['import', 'a.docx']);
    expect([again.code, again.out]).toEqual([2, '']);
    expect(again.err).toContain('--force');
    expect((await world.run(['import', 'a.docx', '--force'])).code).toBe(0);
    expect(readFileSync(world.path('a.yaml'), 'utf8')).toBe(written);
  });

  it('mirrors folders, and passes over Word files without a form', async () => {
    const world = makeWorld({
      'in/x/a.docx': good,
      'in/b.docx': good,
      'in/letter.docx': wordFile(paragraph('Kính gửi')),
    });
    const { code, err } = await world.run(['import', 'in', '--out-dir', 'out', '--format', 'json']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(readFileSync(world.path('out/x/a.json'), 'utf8')).unit).toBe('BAN A');
    expect(JSON.parse(readFileSync(world.path('out/b.json'), 'utf8')).unit).toBe('BAN A');
  });

  it('goes from standard input to standard output', async () => {
    const { code, out, err } = await makeWorld().run(['import', '-'], { stdin: good });
    expect(code).toBe(0);
    expect(parseText(out, 'a.yaml').problems).toEqual([]);
    expect(err).toContain('standard output');
  });

  it('tells what could not be understood, with its place, and ends with 1', async () => {
    const world = makeWorld({ 'a.docx': good, 'b.docx': markMerged });
    const { code, out } = await world.run(['import', 'a.docx', 'b.docx', '--out-dir', 'out']);
    expect(code).toBe(1);
    expect(out).toContain('  - table 1, row 4 (II, 2.1), column 4: the mark “x” is in a merged cell');
    expect(readFileSync(world.path('out/b.yaml'), 'utf8')).toContain(
      '# - table 1, row 4 (II, 2.1), column 4: the mark “x”',
    );
  });

  it('tells why a file is no form, writes the others, and ends with 1', async () => {
    const world = makeWorld({
      'a.docx': good,
      'b.docx': good.slice(0, 300),
      'c.docx': wordFile(paragraph('a')),
    });
    const { code, out } = await world.run(['import', 'a.docx', 'b.docx', 'c.docx']);
    expect(code).toBe(1);
    expect(out).toContain('Wrote “a.yaml”');
    expect(out).toMatch(/b\.docx: whole file: error word-file/);
    expect(out).toMatch(/c\.docx: whole file: error word-form/);
  });

  it.each([
    [['import', 'no.docx'], /“no\.docx”/],
    [['import', 'a.docx', 'b.docx', '-o', 'c.yaml'], /--out-dir/],
    [['import', 'a.docx', '-o', 'c.yaml', '--out-dir', 'out'], /--out-dir/],
    [['import', 'a.docx', '-o', 'c.docx'], /\.yaml/],
    [['import', 'a.docx', '-o', 'c.json', '--format', 'yaml'], /\.yaml/],
    [['import', 'a.docx', '--from-encoding', 'viscii'], /tcvn3/],
  ])('%j cannot be done', async (args, reason) => {
    const { code, err } = await makeWorld({ 'a.docx': good, 'b.docx': good }).run(args);
    expect(code).toBe(2);
    expect(err).toMatch(reason);
  });

  it('says that it needs LibreOffice where there is none', async () => {
    const world = makeWorld({ 'a.doc': fixture('libreoffice.doc') });
    const { code, err } = await world.run(['import', 'a.doc'], { env: { PATH: world.cwd } });
    expect(code).toBe(2);
    expect(err).toContain('LibreOffice, which turns it into .docx, is not installed');
  });

  it.skipIf(libreOfficeIsMissing !== undefined)(
    'reads .doc and .odt through LibreOffice',
    async () => {
      const world = makeWorld({
        'a.doc': fixture('libreoffice.doc'),
        'b.odt': fixture('libreoffice.odt'),
        'c.docx': reference,
      });
      const { code, err } = await world.run(['import', 'a.doc', 'b.odt', 'c.docx', '--format', 'json'], {
        env: { PATH: '/usr/bin' },
      });
      expect([code, err]).toEqual([0, '']);
      const [a, b, c] = ['a', 'b', 'c'].map((name) => readFileSync(world.path(`${name}.json`), 'utf8'));
      expect([a, b]).toEqual([c, c]);
    },
    60_000,
  );
});

describe('bieu2 validate on Word forms', () => {
  it('finds them in folders, and tells places as rows', async () => {
    const world = makeWorld({ 'in/a.docx': reference, 'in/b.docx': wordFile(paragraph('Kính gửi')) });
    const { code, out } = await world.run(['validate', 'in', '--format', 'line'], {
      env: { BIEU2_LANG: 'vi' },
    });
    expect(code).toBe(1);
    expect(out).toContain('in/a.docx: table 1, row 43: error task-complexity');
    expect(out).not.toContain('b.docx');
  });

  it('tells of a hostile one as a finding', async () => {
    const { code, out, err } = await makeWorld({ 'a.docx': good.slice(0, 500) }).run([
      'validate',
      'a.docx',
      '--format',
      'line',
    ]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(/^a\.docx: whole file: error word-file /);
  });

  it('writes a copy with comments, never over a file', async () => {
    const world = makeWorld({ 'a.docx': reference });
    const run = () => world.run(['validate', 'a.docx', '--annotate', 'b.docx']);
    const { code, err } = await run();
    expect([code, err]).toEqual([1, 'Wrote “b.docx” with 11 comments.\n']);
    expect(readWordForm(readFileSync(world.path('b.docx')), 'b').value).toEqual(
      readWordForm(reference, 'a').value,
    );
    const again = await run();
    expect(again.code).toBe(2);
    expect(again.err).toContain('already there');
    expect((await world.run(['validate', 'a.docx', '--annotate', 'a.docx'])).code).toBe(2);
  });
});
