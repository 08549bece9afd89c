import type { Language, Wording } from '../diagnostics/wording.ts';
import type { Column, DataTable } from '../tables/table.ts';
import { type TaskRow, taskRowKeys } from './task-rows.ts';

interface TaskColumn {
  readonly title: Wording;
  /** In characters. */
  readonly width: number;
}

const columns: Readonly<Record<keyof TaskRow, TaskColumn>> = {
  file: { title: { vi: 'Tệp', en: 'File' }, width: 48 },
  parentUnit: { title: { vi: 'Đơn vị cấp trên', en: 'Parent unit' }, width: 24 },
  unit: { title: { vi: 'Đơn vị', en: 'Unit' }, width: 28 },
  group: { title: { vi: 'Nhóm', en: 'Group' }, width: 9 },
  groupTitle: { title: { vi: 'Tên nhóm', en: 'Title of the group' }, width: 24 },
  position: { title: { vi: 'Chức vụ', en: 'Position' }, width: 22 },
  area: { title: { vi: 'Mảng công việc', en: 'Area' }, width: 28 },
  id: { title: { vi: 'Số đầy đủ', en: 'Full number' }, width: 12 },
  number: { title: { vi: 'Số', en: 'Number' }, width: 8 },
  code: { title: { vi: 'Mã', en: 'Code' }, width: 9 },
  text: { title: { vi: 'Công việc cụ thể', en: 'Task' }, width: 70 },
  complexity: { title: { vi: 'Mức độ phức tạp', en: 'Level of complexity' }, width: 12 },
  unrated: { title: { vi: 'Lý do không xếp mức', en: 'Why without a level' }, width: 28 },
};

/**
 * Tasks as a table.
 *
 * @param headings the language of the titles, or `keys` for the names that programs go by
 */
export function taskTable(rows: AsyncIterable<TaskRow>, headings: Language | 'keys'): DataTable {
  return {
    name: headings === 'en' ? 'Tasks' : 'Công việc',
    columns: taskRowKeys.map(
      (key): Column => ({
        title: headings === 'keys' ? key : columns[key].title[headings],
        // Numbers such as “1.10” are text: spreadsheets would make them 1.1.
        kind: key === 'complexity' ? 'number' : 'text',
        width: columns[key].width,
      }),
    ),
    rows: cellsOf(rows),
  };
}

async function* cellsOf(rows: AsyncIterable<TaskRow>) {
  for await (const row of rows) yield taskRowKeys.map((key) => row[key]);
}
