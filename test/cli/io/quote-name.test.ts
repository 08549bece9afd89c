import { expect, it } from 'vitest';
import { shellWord } from '../../../src/reporters/printable.ts';
import { badForm, goodForm, makeWorld } from '../run-main.ts';

it.each([
  ['a.yaml', 'a.yaml'],
  ['Phòng/Tổ-chức.yaml', 'Phòng/Tổ-chức.yaml'],
  ['C:\\bieu\\a.yaml', 'C:\\bieu\\a.yaml'],
  ['Biểu số 2.yaml', '"Biểu số 2.yaml"'],
  ['=a.yaml', '"=a.yaml"'],
  ['a;rm x.yaml', '"a;rm x.yaml"'],
  ['"$a`.yaml', '"\\"\\$a\\`.yaml"'],
])('writes %s as %s', (name, word) => {
  expect(shellWord(name)).toBe(word);
});

it('stands in the commands that are told', async () => {
  const form = goodForm.replace(/complexity: \d/, 'unrated: Việc chung');
  const { run } = makeWorld({ 'Biểu số 2.yaml': form, 'lỗi.yaml': badForm });
  expect((await run(['render', 'Biểu số 2.yaml'])).out).toContain('bieu2 validate "Biểu số 2.yaml")');
  expect((await run(['Biểu số 2.yaml'])).err).toContain('bieu2 validate "Biểu số 2.yaml"');
});
