import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeWorld } from '../run-main.ts';

const template = readFileSync(new URL('../../../templates/bieu-so-2.docx', import.meta.url));
const form = readFileSync(new URL('../../fixtures/word/hand-reference.docx', import.meta.url));

test('a folder of Word documents that are not forms is not “nothing to do”', async () => {
  const { run, path } = makeWorld({ 'word/a.docx': template, 'word/b.docx': template });
  const { code, out, err } = await run(['import', 'word']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^Error: No form found in “word”: skipped 2 files /);
  expect(existsSync(path('word/a.yaml'))).toBe(false);
});

test('beside forms they are skipped', async () => {
  const { run, path } = makeWorld({ 'word/a.docx': template, 'word/b.docx': form });
  const { code, out } = await run(['import', 'word']);
  expect(out).toMatch(/^Wrote “word\/b\.yaml”/);
  expect(code).not.toBe(2);
  expect(existsSync(path('word/a.yaml'))).toBe(false);
  expect(existsSync(path('word/b.yaml'))).toBe(true);
});

test('a form on standard output is looked up in its document', async () => {
  const { err } = await makeWorld({ 'b.docx': form }).run(['import', 'b.docx', '-o', '-']);
  expect(err).toContain('see: bieu2 validate b.docx)');
});

describe('a folder', () => {
  const files = {
    'w/a.docx': form,
    'w/b.docx': form,
    'w/c.docx': form,
    'w/x.docx': 'no zip',
    'w/y.docx': template,
  };
  const last = (out: string) => out.trimEnd().split('\n').at(-1);

  test('ends with a line on what was written', async () => {
    const { run, path } = makeWorld(files);
    const { code, out } = await run(['import', 'w', '--out-dir', 'f']);
    expect(code).toBe(1);
    expect(last(out)).toBe('3 forms written, 3 of them with errors, 1 file could not be read: w/x.docx');
    expect(readdirSync(path('f'))).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
    const again = await run(['import', 'w', '--out-dir', 'g', '--lang', 'vi']);
    expect(last(again.out)).toBe('Đã ghi 3 biểu, trong đó 3 biểu có lỗi, 1 tệp không đọc được: w/x.docx');
  });

  test('a second run overwrites nothing, says so in one line, and does the rest with --skip-existing', async () => {
    const { run, path } = makeWorld({ ...files, 'f/a.yaml': 'mine', 'f/b.yaml': 'mine' });
    rmSync(path('w/c.docx'));
    const refused = await run(['import', 'w', '--out-dir', 'f']);
    expect(refused.code).toBe(2);
    expect(last(refused.out)).toBe(
      '0 forms written, 2 existing files not replaced, 1 file could not be read: w/x.docx',
    );
    writeFileSync(path('w/c.docx'), form);
    expect(refused.err).toBe(
      'Error: Not replacing 2 existing files: f/a.yaml, f/b.yaml. Add --skip-existing to keep what is there, or --force to replace it.\n',
    );
    const rest = await run(['import', 'w', '--out-dir', 'f', '--skip-existing']);
    expect(last(rest.out)).toBe(
      '1 form written, 1 of them with errors, 2 existing files left unchanged, 1 file could not be read: w/x.docx',
    );
    expect(readFileSync(path('f/a.yaml'), 'utf8')).toBe('mine');
    expect(existsSync(path('f/c.yaml'))).toBe(true);
  });

  test.each([
    [['w/a.docx'], 0, '0 forms written, 1 existing file left unchanged\n'],
    [['w/a.docx', '--lang', 'vi'], 0, 'Đã ghi 0 biểu, giữ nguyên 1 tệp đã có\n'],
    [['w/a.docx', '--force'], 2, ''],
  ])('--skip-existing with %j', async (args, code, out) => {
    const { run, path } = makeWorld(files);
    writeFileSync(path('w/a.yaml'), 'mine');
    expect(await run(['import', ...args, '--skip-existing'])).toMatchObject({ code, out });
    expect(readFileSync(path('w/a.yaml'), 'utf8')).toBe('mine');
  });
});
