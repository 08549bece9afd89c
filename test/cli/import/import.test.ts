import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
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
