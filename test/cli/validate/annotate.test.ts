import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { groupRow, smallBody, taskRow } from '../../word/read/small-form.ts';
import { documentXml, wordFile, wordParts, zip } from '../../word/read/word-xml.ts';
import { goodForm, makeWorld } from '../run-main.ts';

/** A whole form; without a mark it has one finding. */
const form = (mark = 'x') =>
  wordFile(
    smallBody(
      taskRow('Họp', ['', '', mark, '', '']),
      groupRow('III', 'Nhóm công việc hỗ trợ'),
      taskRow('Gửi').replace('2.1', '3.1'),
    ).replace(
      '<w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">II<',
      `${groupRow('I', 'Nhóm công việc lãnh đạo')}${taskRow('Chỉ đạo', ['', '', '', '', '']).replace('2.1', '1.1')}<w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">II<`,
    ),
  );
const workbook = () => {
  const parts = wordParts(documentXml('').replace(/<w:document.*/s, '<workbook xmlns="urn:x"/>'));
  return zip(parts);
};

describe('--annotate-dir', () => {
  it('copies every Word form that has findings, under its name and place, and counts', async () => {
    const world = makeWorld({
      'nộp/a.docx': form(''),
      'nộp/phòng/b.docx': form(''),
      'nộp/phòng/c.docx': form(),
      'nộp/d.yaml': goodForm.replace('complexity: 4', 'complexity: 6'),
    });
    const { code, err } = await world.run(['validate', 'nộp', '--annotate-dir', 'xem']);
    expect(err).toBe('Wrote 2 annotated copies to “xem”, 2 comments in all; 1 Word form without findings.\n');
    expect(code).toBe(1);
    expect(readdirSync(world.path('xem'), { recursive: true }).map(String).sort()).toEqual(
      ['a.docx', 'phòng', 'phòng/b.docx'].sort(),
    );
    const copy = readFileSync(world.path('xem/phòng/b.docx'));
    expect(readWordForm(copy, 'b').value).toEqual(readWordForm(form(''), 'b').value);
  });

  it('says so where there is nothing to say, and replaces nothing', async () => {
    const world = makeWorld({ 'a.docx': form(''), 'b.docx': form() });
    const clean = await world.run(['validate', 'b.docx', '--annotate-dir', 'xem']);
    expect([clean.code, clean.err]).toEqual([
      0,
      'Wrote 0 annotated copies to “xem”, 0 comments in all; 1 Word form without findings.\n',
    ]);
    expect(existsSync(world.path('xem'))).toBe(false);
    await world.run(['validate', 'a.docx', '--annotate-dir', 'xem']);
    const again = await world.run(['validate', 'a.docx', '--annotate-dir', 'xem']);
    expect(again.code).toBe(2);
    expect(again.err).toContain('already there. Choose another name, or add --force to replace it.');
    expect((await world.run(['validate', 'a.docx', '--annotate-dir', 'xem', '--force'])).code).toBe(1);
  });

  it('and --annotate replace no form that is checked, with --force either', async () => {
    const world = makeWorld({ 'a.docx': form('') });
    for (const options of [
      ['--annotate-dir', '.'],
      ['--annotate', 'a.docx'],
    ]) {
      const { code, err } = await world.run(['validate', 'a.docx', ...options, '--force']);
      expect([code, err]).toEqual([2, expect.stringContaining('Not writing “a.docx”')]);
      expect(readFileSync(world.path('a.docx'))).toEqual(Buffer.from(form('')));
    }
  });

  it('refuses two forms of one name before anything is written, and --annotate beside it', async () => {
    const world = makeWorld({ 'x/a.docx': form(''), 'y/a.docx': form('') });
    const two = await world.run(['validate', 'x', 'y', '--annotate-dir', 'xem']);
    expect(two.code).toBe(2);
    expect(two.err).toContain('would both be copied to');
    expect(existsSync(world.path('xem'))).toBe(false);
    const both = await world.run(['validate', 'x', '--annotate-dir', 'xem', '--annotate', 'b.docx']);
    expect(both.code).toBe(2);
    const stream = await world.run(['validate', 'x', '-', '--annotate-dir', 'xem'], { stdin: form('') });
    expect(stream).toMatchObject({ code: 2, out: '' });
    expect(stream.err).toContain('“--annotate-dir” cannot copy standard input.');
  });
});

it('--annotate keeps the kind of the form', async () => {
  const world = makeWorld({ 'a.docm': form('') });
  const other = await world.run(['validate', 'a.docm', '--annotate', 'b.docx']);
  expect([other.code, existsSync(world.path('b.docx'))]).toEqual([2, false]);
  expect(other.err).toContain('the name of the copy must end in .docm');
  const missing = await world.run(['validate', 'c.docx', '--annotate', 'b.docx']);
  expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('Cannot read “c.docx”') });
  expect((await world.run(['validate', 'a.docm', '--annotate', 'b.docm'])).err).toBe(
    'Wrote “b.docm” with 1 comment.\n',
  );
});

describe('what is not a Word document is not copied', () => {
  it.each([
    ['a workbook', workbook()],
    ['a text', strToU8('form: bieu-so-2')],
    ['a damaged file', form().slice(0, 900)],
  ])('%s', async (_, bytes) => {
    const world = makeWorld({ 'a.docx': bytes, 'b.docx': form('') });
    const one = await world.run(['validate', 'a.docx', '--annotate', 'c.docx']);
    expect([one.code, existsSync(world.path('c.docx'))]).toEqual([2, false]);
    expect(one.err).toContain('cannot be read as a .docx file');
    const all = await world.run(['validate', 'a.docx', 'b.docx', '--annotate-dir', 'xem']);
    expect(all.code).toBe(2);
    expect(readdirSync(world.path('xem'))).toEqual(['b.docx']);
  });
});
