import { type Language, type Wording, words } from '../diagnostics/wording.ts';
import type { Column, DataTable } from '../tables/table.ts';
import type { TaskRow } from './task-rows.ts';

/** Keys of rows in the order in which they are written, titles, and widths in characters. */
const taskColumns = [
  ['file', words('Tệp', 'File'), 48],
  ['parentUnit', words('Đơn vị cấp trên', 'Parent unit'), 24],
  ['unit', words('Đơn vị', 'Unit'), 28],
  ['group', words('Nhóm', 'Group'), 9],
  ['groupTitle', words('Tên nhóm', 'Title of the group'), 24],
  ['position', words('Chức vụ', 'Position'), 22],
  ['area', words('Mảng công việc', 'Area'), 28],
  ['id', words('Số đầy đủ', 'Full number'), 12],
  ['number', words('Số', 'Number'), 8],
  ['code', words('Mã', 'Code'), 9],
  ['text', words('Công việc cụ thể', 'Task'), 70],
  ['complexity', words('Mức độ phức tạp', 'Level of complexity'), 12],
  ['unrated', words('Lý do không xếp mức', 'Why without a level'), 28],
] as const satisfies readonly (readonly [keyof TaskRow, Wording, number])[];

export const taskRowKeys = taskColumns.map(([key]) => key);

/**
 * Tasks as a table.
 *
 * @param headings the language of the titles, or `keys` for the names used by programs
 */
export function taskTable(rows: AsyncIterable<TaskRow>, headings: Language | 'keys'): DataTable {
  return {
    name: headings === 'en' ? 'Tasks' : 'Công việc',
    columns: taskColumns.map(
      ([key, title, width]): Column => ({
        title: headings === 'keys' ? key : title[headings],
        // Numbers such as “1.10” are text: spreadsheets would make them 1.1.
        kind: key === 'complexity' ? 'number' : 'text',
        width,
      }),
    ),
    rows: cellsOf(rows),
  };
}

async function* cellsOf(rows: AsyncIterable<TaskRow>) {
  for await (const row of rows) yield taskRowKeys.map((key) => row[key]);
}
