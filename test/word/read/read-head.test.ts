import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { groupRow, taskRow } from './small-form.ts';
import { headerRows } from './variants.ts';
import { documentXml, paragraph, table, wordFile, wordParts, zip } from './word-xml.ts';

const read = (...lines: string[]) => {
  const grid = [580, 1440, 4900, 454, 454, 454, 454, 454];
  const rows = table(grid, ...headerRows, groupRow('II', 'Nhóm'), taskRow('Họp'));
  const broken = (line: string) => paragraph(line).replaceAll('\n', '</w:t><w:br/><w:t>');
  return readWordForm(wordFile(lines.map(broken).join('') + rows), 'a.docx');
};
const title = 'PHÂN NHÓM CÔNG VIỆC';

describe('units at the top of pages', () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const withHeader = (header: string, ...lines: string[]) => {
    const rows = table(
      [580, 1440, 4900, 454, 454, 454, 454, 454],
      ...headerRows,
      groupRow('II', 'Nhóm'),
      taskRow('Họp'),
    );
    return readWordForm(
      zip({
        ...wordParts(documentXml(lines.map((line) => paragraph(line)).join('') + rows)),
        'word/header1.xml': strToU8(`<w:hdr ${w}>${paragraph(header)}${paragraph('2')}</w:hdr>`),
        'word/_rels/document.xml.rels': strToU8(
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${office}/header" Target="header1.xml"/></Relationships>`,
        ),
      }),
      'a.docx',
    );
  };

  it('are read where they are labelled, and the document itself counts more', () => {
    expect(withHeader('Đơn vị báo cáo: BAN A').value).toMatchObject({ unit: 'BAN A' });
    const both = withHeader('Đơn vị báo cáo: BAN A', 'Đơn vị báo cáo: BAN B');
    expect(both.value).toMatchObject({ unit: 'BAN B' });
    expect(both.leftovers.map(({ text }) => text)).toEqual(['BAN A']);
  });

  it('are kept where they are not', () => {
    const { value, leftovers } = withHeader('BAN A');
    expect(value).not.toHaveProperty('unit');
    expect(leftovers.map(({ text }) => text)).toEqual(['BAN A']);
  });
});

describe('labels as offices word them', () => {
  it.each([
    ['Cơ quan chủ quản: UBND TỈNH A', 'Tên đơn vị: SỞ B'],
    ['Cơ quan cấp trên trực tiếp: UBND TỈNH A', 'Đơn vị: SỞ B'],
    ['Đơn vị chủ quản: UBND TỈNH A', 'Tên cơ quan, đơn vị: SỞ B'],
  ])('%s, %s', (parent, unit) => {
    const { value, leftovers } = read(parent, unit, title);
    expect([value, leftovers]).toMatchObject([{ parentUnit: 'UBND TỈNH A', unit: 'SỞ B' }, []]);
  });

  it('beside each other, and on the dots to be written over', () => {
    for (const lines of [
      ['Đơn vị cấp trên trực tiếp: UBND TỈNH A; Đơn vị báo cáo: SỞ B'],
      ['Đơn vị cấp trên trực tiếp: UBND TỈNH A\tBiểu số 2', 'Đơn vị báo cáo: SỞ B      Biểu số 2'],
      ['Đơn vị cấp trên trực tiếp: ....UBND TỈNH A....', 'Đơn vị báo cáo:……(SỞ B)…'],
    ]) {
      const { value, leftovers } = read(...lines, title);
      expect([value, leftovers]).toMatchObject([{ parentUnit: 'UBND TỈNH A', unit: 'SỞ B' }, []]);
    }
  });

  it.each([
    ['Đơn vị cấp trên: UBND\nTỈNH A\nĐơn vị báo cáo: SỞ\nB', []],
    ['Đơn vị cấp trên:\nUBND\nTỈNH A\nĐơn vị báo cáo: SỞ B\n(Dự thảo)', ['(Dự thảo)']],
    ['Đơn vị cấp trên: UBND TỈNH A\nĐơn vị báo cáo: SỞ B\nNăm 2026', ['Năm 2026']],
    ['Đơn vị cấp trên: UBND TỈNH A\nĐơn vị báo cáo: SỞ B\nSố: 5', ['Số: 5']],
  ])('in the lines of a paragraph: %j', (text, kept) => {
    const { value, leftovers } = read(text, title);
    expect(value).toMatchObject({ parentUnit: 'UBND TỈNH A', unit: 'SỞ B' });
    expect(leftovers.map((one) => one.text)).toEqual(kept);
  });

  it('a unit of measure is none', () => {
    expect(read('Đơn vị tính: giờ', 'SỞ B', title).value).toMatchObject({ unit: 'SỞ B' });
  });
});

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

  it('are read above a title in two lines', () => {
    const { value, leftovers } = read('UBND XÃ A', 'PHÒNG B', 'BIỂU PHÂN NHÓM', 'CÔNG VIỆC');
    expect([value, leftovers]).toMatchObject([{ parentUnit: 'UBND XÃ A', unit: 'PHÒNG B' }, []]);
  });

  it('yield to labels', () => {
    const { value, leftovers } = read('TỈNH ỦY X', 'Đơn vị báo cáo: (BAN A)', title);
    expect(value).toMatchObject({ unit: 'BAN A' });
    expect(leftovers.map(({ text }) => text)).toEqual(['TỈNH ỦY X']);
  });
});
