import { type Form, levelOf } from '../form/form.ts';
import { ownTitleOf } from '../form/own-wording.ts';
import { tasksOf } from '../form/walk-form.ts';

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
