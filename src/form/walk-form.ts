import type { Form, Group, Section, Task, Text } from './form.ts';

/** The sections of a group: its positions or its areas. */
export const sectionsOf = (group: Group): readonly Section[] => [...group.positions, ...group.areas];

/** A task together with where it belongs. */
export interface PlacedTask {
  readonly task: Task;
  readonly group: Group;
  /** The position or area; undefined for tasks directly under the group. */
  readonly section: Section | undefined;
  /** A duty of a position: it carries no number and, in group I, no level. */
  readonly isDuty: boolean;
}

/** Every task of the form, in the order in which it was written. */
export function* tasksOf(form: Form): Generator<PlacedTask> {
  for (const group of form.groups) {
    for (const section of group.positions) {
      for (const task of section.tasks) yield { task, group, section, isDuty: true };
    }
    for (const section of group.areas) {
      for (const task of section.tasks) yield { task, group, section, isDuty: false };
    }
    for (const task of group.tasks) yield { task, group, section: undefined, isDuty: false };
  }
}

/** What a text is for: names of persons and places are spared by rules on wording. */
export type TextRole = 'unit' | 'title' | 'task' | 'reason' | 'signatory' | 'name' | 'place' | 'note';

/** Every text of the form that is printed or read by people, in the order of the form. */
export function* textsOf(form: Form): Generator<Text & { readonly role: TextRole }> {
  const { parentUnit, unit, preparedBy, approvedBy, place, notes } = form;
  if (parentUnit) yield { ...parentUnit, role: 'unit' };
  if (unit) yield { ...unit, role: 'unit' };
  for (const group of form.groups) {
    if (group.title) yield { ...group.title, role: 'title' };
    for (const section of sectionsOf(group)) {
      if (section.title) yield { ...section.title, role: 'title' };
      for (const task of section.tasks) yield* textsOfTask(task);
    }
    for (const task of group.tasks) yield* textsOfTask(task);
  }
  for (const signatory of [preparedBy, approvedBy]) {
    if (signatory?.title) yield { ...signatory.title, role: 'signatory' };
    if (signatory?.name) yield { ...signatory.name, role: 'name' };
  }
  if (place) yield { ...place, role: 'place' };
  for (const note of notes ?? []) yield { ...note, role: 'note' };
}

function* textsOfTask(task: Task): Generator<Text & { readonly role: TextRole }> {
  if (task.text) yield { ...task.text, role: 'task' };
  const reason = task.unrated;
  if (typeof reason?.value === 'string') yield { value: reason.value, path: reason.path, role: 'reason' };
}
