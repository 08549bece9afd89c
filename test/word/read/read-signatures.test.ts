import { describe, expect, it } from 'vitest';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { groupRow, taskRow } from './small-form.ts';
import { headerRows } from './variants.ts';
import { cell, cellOf, paragraph, row, table, wordFile } from './word-xml.ts';

const form = table(
  [580, 1440, 4900, 454, 454, 454, 454, 454],
  ...headerRows,
  groupRow('II', 'Nhóm công việc CM, nghiệp vụ'),
  taskRow('Họp'),
);

/** What is read of the part below the table, and what is kept beside it. */
function foot(...below: string[]) {
  const { value, leftovers } = readWordForm(wordFile([form, ...below].join('')), 'form.docx');
  const { signatures, notes } = value as { signatures?: unknown; notes?: unknown };
  return { signatures, notes, kept: leftovers.map(({ text }) => text) };
}

const signed = {
  preparedBy: { title: 'Người lập biểu', name: 'Lê Văn An' },
  approvedBy: { title: 'Giám đốc', name: 'Trần Thị Bình' },
  place: 'Hà Nội',
  date: '2026-11-24',
};
const left = 'Người lập biểu\n(Ký)\nLê Văn An';
const date = 'Hà Nội, ngày 24 tháng 11 năm 2026';
const right = `${date}\nGiám đốc\n(Ký)\nTrần Thị Bình`;
const sides = (...rows: string[][]) =>
  table([4500, 4500], ...rows.map((texts) => row(...texts.map((text) => cell(text)))));
const lines = (...texts: string[]) => texts.map((text) => paragraph(text)).join('');
const notes = lines('Ghi chú:', '- Từ cấp phòng.');

describe('signatures', () => {
  it.each([
    ['side by side', sides([left, right])],
    [
      'a row for each kind of line',
      sides(['', date], ['Người lập biểu', 'Giám đốc'], ['(Ký)', '(Ký)'], ['Lê Văn An', 'Trần Thị Bình']),
    ],
    ['a date in figures', sides([left, right.replace(date, 'Hà Nội, ngày 24/11/2026')])],
    ['one below the other', lines(date, ...left.split('\n'), 'Giám đốc', '(Ký)', 'Trần Thị Bình')],
    [
      'separated by tabs',
      lines(`\t${date}`, 'Người lập biểu\tGiám đốc', '(Ký)\t(Ký)', 'Lê Văn An\tTrần Thị Bình'),
    ],
  ])('are read: %s', (_, block) => {
    expect(foot(block, notes)).toEqual({ signatures: signed, notes: ['Từ cấp phòng.'], kept: [] });
  });

  it('are read in a row of the form to which a column was added', () => {
    const signatures = row(cellOf(sides([left, right]), '<w:gridSpan w:val="8"/>'), cell(''));
    const bytes = wordFile(form.replace('</w:tbl>', `${signatures}</w:tbl>`));
    expect(readWordForm(bytes, 'form.docx').value).toMatchObject({ signatures: signed });
  });

  it('a title is of as many lines as it is written in', () => {
    const { signatures } = foot(sides([left, `${date}\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Ký)\nTrần Thị Bình`]));
    expect(signatures).toEqual({
      ...signed,
      approvedBy: { title: 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC', name: 'Trần Thị Bình' },
    });
  });

  const breakBefore = '<w:pPr><w:pageBreakBefore/></w:pPr>';
  it.each<[string, string, string[]]>([
    ['a title in capitals', lines('PHỤ LỤC 2', 'Danh sách.'), ['PHỤ LỤC 2', 'Danh sách.']],
    ['its name', lines('Danh sách kèm theo', '- Lê A'), ['Danh sách kèm theo', '- Lê A']],
    ['a table', table([1, 1], row(cell('TT'), cell('Họ tên'))) + lines('Hết'), ['TT', 'Họ tên', 'Hết']],
    [
      'a page break',
      `<w:p><w:r><w:br w:type="page"/></w:r></w:p>${lines('Về mức', 'Hết')}`,
      ['Về mức', 'Hết'],
    ],
    ['a page of its own', paragraph('Về mức', breakBefore), ['Về mức']],
    ['a section of its own', `<w:p><w:pPr><w:sectPr/></w:pPr></w:p>${lines('Về mức')}`, ['Về mức']],
  ])('what is attached below the notes is no note: %s', (_name, attached, kept) => {
    const expected = { signatures: signed, notes: ['Từ cấp phòng.'], kept };
    expect(foot(sides([left, right]), notes + attached)).toEqual(expected);
    if (_name === 'a title in capitals') return;
    const unsigned = sides([left, 'Giám đốc\n(Ký)']);
    expect(foot(unsigned, attached)).toMatchObject({
      signatures: { approvedBy: { title: 'Giám đốc' } },
      kept,
    });
    expect(foot(unsigned, attached).signatures).not.toHaveProperty('approvedBy.name');
  });

  it('notes go on with sentences, and signatures may be on the next page', () => {
    const more = paragraph('- Danh sách kèm theo', breakBefore) + lines('Danh mục việc do phòng lập.');
    const signatures = `${paragraph('', breakBefore)}${sides([left, right])}`;
    expect(foot(notes + more, signatures)).toEqual({
      signatures: signed,
      notes: ['Từ cấp phòng.', 'Danh sách kèm theo', 'Danh mục việc do phòng lập.'],
      kept: [],
    });
  });

  it('a third signer is kept beside them', () => {
    expect(foot(sides([left, 'Trưởng phòng\nLê B', right]))).toEqual({
      signatures: signed,
      notes: undefined,
      kept: ['Trưởng phòng', 'Lê B'],
    });
  });

  it('who gets a copy is nobody who signs', () => {
    const { preparedBy, ...others } = signed;
    const receivers = ['Nơi nhận:', '- Sở Nội vụ;', '- Lưu: VT.'];
    expect(foot(sides([receivers.join('\n'), right]))).toEqual({
      signatures: others,
      notes: undefined,
      kept: receivers,
    });
    for (const block of [lines(...receivers) + notes, notes + lines(...receivers)]) {
      expect(foot(sides([left, right]), block)).toEqual({
        signatures: signed,
        notes: ['Từ cấp phòng.'],
        kept: receivers,
      });
    }
  });

  it.each(['Hà Nội, ngày 24\ntháng 11 năm 2026', 'Hà Nội,\nngày 24 tháng 11 năm 2026'])(
    'a date in two lines: %j',
    (broken) => {
      const { signatures } = foot(sides([left, right.replace(date, broken)]));
      expect(signatures).toEqual(signed);
    },
  );

  it('notes may be in the last rows of the table, or in a frame', () => {
    const text = 'Ghi chú:\n- Từ cấp phòng.';
    const inRow = `${form.replace(/<\/w:tbl>$/, row(cell(text, { span: 8 })))}</w:tbl>`;
    const { value, problems } = readWordForm(wordFile(inRow + sides([left, right])), 'form.docx');
    expect([value, problems]).toMatchObject([{ signatures: signed, notes: ['Từ cấp phòng.'] }, []]);
    for (const below of [
      sides([left, right]) + table([1], row(cell(text))),
      table([1, 1], row(cell(left), cell(right)), row(cell(text, { span: 2 }))),
    ])
      expect(foot(below)).toEqual({ signatures: signed, notes: ['Từ cấp phòng.'], kept: [] });
  });

  it('a date above a title says who signs, even without a hint to sign', () => {
    const { preparedBy, ...others } = signed;
    const bare = `${date}\nGiám đốc\nTrần Thị Bình`;
    expect(foot(sides(['Nơi nhận:', bare]))).toEqual({
      signatures: others,
      notes: undefined,
      kept: ['Nơi nhận:'],
    });
  });

  it('a year that is left open, and a heading of notes behind an asterisk', () => {
    const open = '…, ngày … tháng … năm 20…';
    expect(foot(sides([left, `${open}\nGiám đốc\n(Ký)`]), lines('* Ghi chú: Từ cấp phòng.'))).toEqual({
      signatures: { preparedBy: signed.preparedBy, approvedBy: { title: 'Giám đốc' } },
      notes: ['Từ cấp phòng.'],
      kept: [],
    });
  });
});
