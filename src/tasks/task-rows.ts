import type { Language, Wording } from '../diagnostics/wording.ts';
import { type Form, levelOf } from '../form/form.ts';
import { ownTitleOf } from '../form/own-wording.ts';
import { tasksOf } from '../form/walk-form.ts';
import type { Column, DataTable } from '../tables/table.ts';

/**
 * A task and its place: plain data with all keys always present, `null` if the form has nothing. Texts
 * are in NFC.
 */
export interface TaskRow {
  /** The form, as the run names it. */
  readonly file: string;
  readonly parentUnit: string | null;
  readonly unit: string | null;
  /** As written, such as “II”. */
  readonly group: string;
  readonly groupTitle: string | null;
  /** The title of the position that has this duty. */
  readonly position: string | null;
  /** The title of the area that the task is in. */
  readonly area: string | null;
  /** The task's number with its group, unique within a correct form: “II.2.18”; of a duty “I.1.2”, by its place. */
  readonly id: string;
  /** As printed, given or counted: “2.18”. Duties have none. */
  readonly number: string | null;
  /** Printed before the text: “1.1.2”. */
  readonly code: string | null;
  readonly text: string | null;
  /** The level, 1–5; `null` if missing or invalid. */
  readonly complexity: number | null;
  /** Why the task has no level, if on purpose. */
  readonly unrated: string | null;
}

/** A row for every task of a form, in its order. Items that are not tasks are left out: see `Task.isFaulty`. */
export function taskRows(form: Form, file: string): TaskRow[] {
  const parentUnit = plain(form.parentUnit?.value);
  const unit = plain(form.unit?.value);
  return Array.from(tasksOf(form), ({ task, group, section, isDuty, number, parentNumber }) => ({
    file,
    parentUnit,
    unit,
    group: group.key.normalize('NFC'),
    groupTitle: plain(group.title?.value) ?? (ownTitleOf(group) || null),
    position: isDuty ? plain(section?.title?.value) : null,
    area: isDuty ? null : plain(section?.title?.value),
    id: `${group.key}.${isDuty ? `${parentNumber}.` : ''}${number}`.normalize('NFC'),
    number: isDuty ? null : plain(number),
    code: plain(task.code?.value),
    text: plain(task.text?.value),
    complexity: levelOf(task) ?? null,
    unrated: typeof task.unrated?.value === 'string' ? plain(task.unrated.value) : null,
  }));
}

/** A literal block ends with a line feed that is not part of the text. */
const plain = (text: string | undefined): string | null => text?.normalize('NFC').trim() || null;

/** Keys of rows in the order in which they are written, titles, and widths in characters. */
const taskColumns = [
  ['file', { vi: 'Tệp', en: 'File' }, 48],
  ['parentUnit', { vi: 'Đơn vị cấp trên', en: 'Parent unit' }, 24],
  ['unit', { vi: 'Đơn vị', en: 'Unit' }, 28],
  ['group', { vi: 'Nhóm', en: 'Group' }, 9],
  ['groupTitle', { vi: 'Tên nhóm', en: 'Title of the group' }, 24],
  ['position', { vi: 'Chức vụ', en: 'Position' }, 22],
  ['area', { vi: 'Mảng công việc', en: 'Area' }, 28],
  ['id', { vi: 'Số đầy đủ', en: 'Full number' }, 12],
  ['number', { vi: 'Số', en: 'Number' }, 8],
  ['code', { vi: 'Mã', en: 'Code' }, 9],
  ['text', { vi: 'Công việc cụ thể', en: 'Task' }, 70],
  ['complexity', { vi: 'Mức độ phức tạp', en: 'Level of complexity' }, 12],
  ['unrated', { vi: 'Lý do không xếp mức', en: 'Why without a level' }, 28],
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
