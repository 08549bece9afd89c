import { describe, expect, it } from 'vitest';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { groupRow, taskRow } from './small-form.ts';
import { headerRows } from './variants.ts';
import { paragraph, table, wordFile } from './word-xml.ts';

const read = (...lines: string[]) => {
  const grid = [580, 1440, 4900, 454, 454, 454, 454, 454];
  const rows = table(grid, ...headerRows, groupRow('II', 'Nhóm'), taskRow('Họp'));
  return readWordForm(wordFile(lines.map((line) => paragraph(line)).join('') + rows), 'a.docx');
};
const title = 'PHÂN NHÓM CÔNG VIỆC';

describe('units without labels', () => {
  it.each([
    ['two lines in capitals', ['Biểu số 2', 'UBND XÃ A', 'PHÒNG B', title], 'UBND XÃ A', 'PHÒNG B'],
    ['one line in capitals', ['Biểu số 2', '(PHÒNG B)', title], undefined, 'PHÒNG B'],
    [
      'beside a masthead and an annex',
      ['PHỤ LỤC II', 'UBND XÃ A', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'PHÒNG B', title],
      'UBND XÃ A',
      'PHÒNG B',
    ],
  ])('are read from %s', (_, lines, parentUnit, unit) => {
    const { value } = read(...lines);
    expect(value).toMatchObject({ unit });
    expect(Reflect.get(Object(value), 'parentUnit')).toBe(parentUnit);
  });

  it.each([
    ['three lines', ['TỈNH A', 'UBND XÃ A', 'PHÒNG B', title]],
    ['small letters', ['Kèm theo Công văn số 5', title]],
    ['lines below the title', [title, 'PHÒNG B']],
    ['no title', ['UBND XÃ A', 'PHÒNG B']],
  ])('are not guessed from %s, which are kept', (_, lines) => {
    const { value, leftovers } = read(...lines);
    expect(value).not.toHaveProperty('unit');
    expect(leftovers.map(({ text }) => text)).toEqual(lines.filter((line) => line !== title));
  });

  it('yield to labels', () => {
    const { value, leftovers } = read('TỈNH ỦY X', 'Đơn vị báo cáo: (BAN A)', title);
    expect(value).toMatchObject({ unit: 'BAN A' });
    expect(leftovers.map(({ text }) => text)).toEqual(['TỈNH ỦY X']);
  });
});
