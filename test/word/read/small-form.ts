import { headerRows } from './variants.ts';
import { cell, cellOf, paragraph, row, table, wordFile } from './word-xml.ts';

const grid = [580, 1440, 4900, 454, 454, 454, 454, 454];

/** A task of group II; `marks` are the contents of its five level cells. */
export const taskRow = (text: string, marks: readonly string[] = ['', '', 'x', '', '']) =>
  row(cell(''), cell('2.1'), cell(text), ...marks.map((mark) => cell(mark)));

/** A task whose text cell or level cells hold the given XML. */
export const taskRowOf = (content: string, marks: readonly string[] = ['', '', 'x', '', '']) =>
  row(
    cell(''),
    cell('2.1'),
    cellOf(content),
    ...marks.map((mark) => (mark.startsWith('<') ? cellOf(mark) : cell(mark))),
  );

export const groupRow = (number: string, title: string) => row(cell(number), cell(title, { span: 7 }));

/** The body of a form with one row in group II; it is in row 4 of table 1. */
export const smallBody = (...rows: string[]) =>
  [
    paragraph('Đơn vị báo cáo: BAN A'),
    table(grid, ...headerRows, groupRow('II', 'Nhóm công việc CM, nghiệp vụ'), ...rows),
    paragraph(''),
  ].join('');

export const smallForm = (...rows: string[]) => wordFile(smallBody(...rows));
