import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, test } from 'vitest';
import { outputState } from '../../../src/word/package/output-state.ts';
import { badForm, goodForm, makeWorld, warnedForm } from '../run-main.ts';

const isWord = (bytes: Uint8Array) => outputState(bytes) === 'unedited';

describe('where documents go', () => {
  test('beside their sources', async () => {
    const world = makeWorld({ 'f/a.yaml': goodForm, 'f/b.c.json': JSON.stringify({}) });
    const { out, err } = await world.run(['render', 'f/a.yaml']);
    expect([out, err]).toEqual(['Wrote “f/a.docx”\n', '']);
    expect(isWord(readFileSync(world.path('f/a.docx')))).toBe(true);
    expect(readdirSync(world.path('f'))).toEqual(['a.docx', 'a.yaml', 'b.c.json']);
  });

  test('-o names one, accents and blanks in it', async () => {
    const world = makeWorld({ 'a.yaml': goodForm });
    const { out } = await world.run(['render', 'a.yaml', '-o', 'Biểu số 2.docx']);
    expect(out).toBe('Wrote “Biểu số 2.docx”\n');
    expect(existsSync(world.path('Biểu số 2.docx'))).toBe(true);
  });

  test('--out-dir mirrors the folders below what was named', async () => {
    const world = makeWorld({ 'f/a.yaml': goodForm, 'f/g/a.yaml': goodForm, 'h/a.yaml': goodForm });
    expect((await world.run(['render', 'f', 'h/a.yaml', '--out-dir', 'out'])).code).toBe(0);
    expect(existsSync(world.path('out/a.docx'))).toBe(true);
    expect(existsSync(world.path('out/g/a.docx'))).toBe(true);
    expect(existsSync(world.path('out/h/a.docx'))).toBe(true);
  });

  test('a source from above the current folder stays within --out-dir', async () => {
    const world = makeWorld({ 'a.yaml': goodForm, 'sub/b.txt': '' });
    expect((await world.run(['render', world.path('sub/../a.yaml'), '--out-dir', 'out/deep'])).code).toBe(0);
    expect(existsSync(world.path('out/deep/a.docx'))).toBe(true);
  });

  test.each([
    [['a.yaml', 'a.json'], []],
    [
      ['f', 'g'],
      ['--out-dir', 'out'],
    ],
  ])('two sources with one target: %j %j, nothing is written', async (names, options) => {
    const json = '{ "form": "bieu-so-2" }';
    const world = makeWorld({
      'a.yaml': goodForm,
      'a.json': json,
      'f/x.yaml': goodForm,
      'g/x.yml': goodForm,
    });
    const { code, err } = await world.run(['render', ...names, ...options]);
    expect(code).toBe(2);
    expect(err).toMatch(/“.*” and “.*” would both be written to “.*\.docx”/);
    expect([existsSync(world.path('a.docx')), existsSync(world.path('out'))]).toEqual([false, false]);
  });

  test('- is standard input, and standard output where no other is named', async () => {
    const world = makeWorld();
    const piped = await world.run(['render', '-'], { stdin: goodForm });
    expect(isWord(piped.bytes)).toBe(true);
    expect(piped.err).toBe('Wrote to standard output\n');
    const faulty = await world.run(['render', '-'], { stdin: goodForm.replace('kế hoạch', 'kế  hoạch') });
    expect(faulty.err).toBe('Wrote to standard output (1 warning)\n');
    const named = await world.run(['render', '-', '-o', 'x.docx'], { stdin: goodForm });
    expect(named.out).toBe('Wrote “x.docx”\n');
    expect(readFileSync(world.path('x.docx'))).toEqual(piped.bytes);
  });

  test('a file may go to standard output, findings then to standard error', async () => {
    const world = makeWorld({ 'a.yaml': goodForm, 'b.yaml': badForm });
    expect(isWord((await world.run(['render', 'a.yaml', '-o', '-'])).bytes)).toBe(true);
    const { code, out, err } = await world.run(['render', 'b.yaml', '-o', '-']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('b.yaml:12:');
  });

  test('a document is not for the terminal', async () => {
    const { code, out } = await makeWorld({ 'a.yaml': goodForm }).run(['render', 'a.yaml', '-o', '-'], {
      isTTY: true,
    });
    expect([code, out]).toEqual([2, '']);
  });
});

describe('faulty forms', () => {
  test('are not rendered, their findings are told; the others are', async () => {
    const world = makeWorld({ 'a.yaml': badForm, 'b.yaml': warnedForm });
    const { code, out } = await world.run(['render', '.']);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^a\.yaml:12:\d+: error .*\nWrote “b\.docx” \(1 warning; see: bieu2 validate b\.yaml\)\n“a\.yaml”: not written, since the form has 1 error; --draft renders a draft\n$/,
    );
    expect(readdirSync(world.cwd)).toEqual(['a.yaml', 'b.docx', 'b.yaml']);
  });

  test('end the output with why they are not written, one line each', async () => {
    const many = badForm + '      - text: Theo dõi và báo cáo\n'.repeat(1000);
    const world = makeWorld({ 'a.yaml': many, 'b.yaml': badForm, 'c.yaml': 'form: "bieu' });
    const lastLines = async (language: string, ...more: string[]) => {
      const { out } = await world.run(['render', '.', ...more], { env: { BIEU2_LANG: language } });
      return out.split('\n').filter((line) => line.startsWith('“'));
    };
    expect(await lastLines('en')).toEqual([
      '“a.yaml”: not written, since the form has 1,001 errors; --draft renders a draft',
      '“b.yaml”: not written, since the form has 1 error; --draft renders a draft',
      '“c.yaml”: not written, since the form has 1 error',
    ]);
    expect(await lastLines('vi')).toEqual([
      '“a.yaml”: không ghi, vì biểu có 1.001 lỗi; thêm --draft để xuất bản nháp',
      '“b.yaml”: không ghi, vì biểu có 1 lỗi; thêm --draft để xuất bản nháp',
      '“c.yaml”: không ghi, vì biểu có 1 lỗi',
    ]);
    expect(await lastLines('en', '--draft')).toEqual(['“c.yaml”: not written, since the form has 1 error']);
  });

  test('leave an older document as it was', async () => {
    const world = makeWorld({ 'a.yaml': goodForm });
    await world.run(['render', 'a.yaml']);
    const before = readFileSync(world.path('a.docx'));
    writeFileSync(world.path('a.yaml'), badForm);
    expect((await world.run(['render', 'a.yaml'])).code).toBe(1);
    expect(readFileSync(world.path('a.docx'))).toEqual(before);
  });

  test('are rendered as a draft on demand', async () => {
    const world = makeWorld({ 'a.yaml': badForm });
    const { out } = await world.run(['render', 'a.yaml', '--draft']);
    expect(out).toBe('Wrote “a.docx” (1 error; see: bieu2 validate a.yaml)\n');
  });
});

describe('a document that is there already', () => {
  test('is replaced when nobody edited it', async () => {
    const world = makeWorld({ 'a.yaml': goodForm });
    await world.run(['render', 'a.yaml']);
    const before = readFileSync(world.path('a.docx'));
    writeFileSync(world.path('a.yaml'), goodForm.replace('TỔ CHỨC', 'HÀNH CHÍNH'));
    expect((await world.run(['render', 'a.yaml'])).code).toBe(0);
    expect(readFileSync(world.path('a.docx'))).not.toEqual(before);
  });

  test.each([
    ['an empty file', ''],
    ['a text', 'Biên bản họp'],
    ['a zip archive that is cut', 'PK\u0003\u0004'],
  ])('is left alone without --force: %s', async (_what, content) => {
    const world = makeWorld({ 'a.yaml': goodForm, 'a.docx': content });
    const { code, err } = await world.run(['render', 'a.yaml']);
    expect(code).toBe(2);
    expect(err).toContain('it was not made by bieu2');
    expect(readFileSync(world.path('a.docx'), 'utf8')).toBe(content);
    expect((await world.run(['render', 'a.yaml', '--force'])).code).toBe(0);
    expect(isWord(readFileSync(world.path('a.docx')))).toBe(true);
  });

  test.each(['~$cument.docx', '.~lock.document.docx#'])(
    'is left alone while it is open: %s',
    async (lock) => {
      const world = makeWorld({ 'document.yaml': goodForm, 'document.docx': 'old', [lock]: '' });
      const { code, err } = await world.run(['render', 'document.yaml', '--force']);
      expect(code).toBe(2);
      expect(err).toContain('it is open in Word or another program');
      expect(readFileSync(world.path('document.docx'), 'utf8')).toBe('old');
    },
  );

  test('keeps its permissions, and a link stays a link', async () => {
    const world = makeWorld({ 'a.yaml': goodForm, 'there/b.docx': '' });
    writeFileSync(world.path('there/b.docx'), '', { mode: 0o640 });
    symlinkSync('there/b.docx', world.path('a.docx'));
    const mode = statSync(world.path('there/b.docx')).mode;
    expect((await world.run(['render', 'a.yaml', '--force'])).code).toBe(0);
    expect(statSync(world.path('there/b.docx')).mode).toBe(mode);
    expect(isWord(readFileSync(world.path('there/b.docx')))).toBe(true);
  });

  test('no temporary file stays when the target is a folder', async () => {
    const world = makeWorld({ 'a.yaml': goodForm });
    mkdirSync(world.path('a.docx'));
    const { code, err } = await world.run(['render', 'a.yaml', '--force']);
    expect(code).toBe(2);
    expect(err).toContain('“a.docx”');
    expect(readdirSync(world.cwd).sort()).toEqual(['a.docx', 'a.yaml']);
  });
});

test('a template of the user is taken by its file', async () => {
  const world = makeWorld({ 'a.yaml': goodForm, 'mine/look.docx': readFileSync('templates/bieu-so-2.docx') });
  expect((await world.run(['render', 'a.yaml', '--template', 'mine/look.docx'])).code).toBe(0);
  const byFile = readFileSync(world.path('a.docx'));
  expect((await world.run(['render', 'a.yaml', '-t', 'bieu-so-2'])).code).toBe(0);
  expect(readFileSync(world.path('a.docx'))).toEqual(byFile);
});

test('a template that is none is told with every reason', async () => {
  const world = makeWorld({ 'a.yaml': goodForm, 'x.docx': 'no zip' });
  const { code, err } = await world.run(['render', 'a.yaml', '--template', 'x.docx']);
  expect(code).toBe(2);
  expect(err).toMatch(/^Error: “x\.docx” is not a valid template:\n- /);
});
