import type { Facts } from '../diagnostics/finding.ts';
import type { Wording } from '../diagnostics/wording.ts';
import type { Form, Group, Section, Task, Text } from './form.ts';
import { keepLast } from './keep-last.ts';
import { areaNumber, groupNumber } from './numbers.ts';

/** The sections of a group: its positions or its areas. */
export const sectionsOf = (group: Group): readonly Section[] => [...group.positions, ...group.areas];

/** A task and its place in the form. */
export interface PlacedTask {
  readonly task: Task;
  readonly group: Group;
  /** The position or area; undefined for tasks directly under the group. */
  readonly section: Section | undefined;
  /** A duty of a position: it has no number and, in group I, no level. */
  readonly isDuty: boolean;
  /** As written, else as counted; for a duty its place within its position, from 1. */
  readonly number: string;
  /** The prefix of codes: the number of the position or area, or the Arabic number of the group. */
  readonly parentNumber: string;
}

/** Every task of the form, in the order in which it was written; items that are not tasks are left out. */
export const tasksOf: (form: Form) => readonly PlacedTask[] = keepLast(gatherTasks);

function gatherTasks(form: Form): PlacedTask[] {
  const placed: PlacedTask[] = [];
  const add = (
    group: Group,
    section: Section | undefined,
    tasks: readonly Task[],
    parentNumber: string,
    isDuty: boolean,
  ) => {
    for (const [index, task] of tasks.entries()) {
      if (task.isFaulty) continue;
      const counted = isDuty ? String(index + 1) : `${parentNumber}.${index + 1}`;
      placed.push({ task, group, section, isDuty, number: task.number?.value || counted, parentNumber });
    }
  };
  for (const [groupIndex, group] of form.groups.entries()) {
    for (const [index, section] of group.positions.entries()) {
      add(group, section, section.tasks, String(index + 1), true);
    }
    for (const [index, section] of group.areas.entries()) {
      add(group, section, section.tasks, areaNumber(section, index), false);
    }
    add(group, undefined, group.tasks, groupNumber(group, groupIndex), false);
  }
  return placed;
}

/** The role of a text: rules on wording ignore names of persons and places. */
export type TextRole = 'unit' | 'title' | 'task' | 'reason' | 'signatory' | 'name' | 'place' | 'note';

/** A text of the form and its role. */
export interface RoledText extends Text {
  readonly role: TextRole;
}

/** Every text of the form that is printed or read by people, in the order of the form. */
export function textsOf(form: Form): RoledText[] {
  const texts: RoledText[] = [];
  visitTexts(form, ({ value, path }, role) => texts.push({ value, path, role }));
  return texts;
}

/** Visits the texts one by one: a list of 500,000 texts would take 30 MB. */
export function visitTexts(
  { parentUnit, unit, groups, preparedBy, approvedBy, place, notes }: Form,
  visit: (text: Text, role: TextRole) => void,
): void {
  const add = (text: Text | undefined, role: TextRole) => {
    if (text) visit(text, role);
  };
  const addTasks = (tasks: readonly Task[]) => {
    for (const { text, unrated } of tasks) {
      add(text, 'task');
      if (typeof unrated?.value === 'string') visit({ value: unrated.value, path: unrated.path }, 'reason');
    }
  };
  add(parentUnit, 'unit');
  add(unit, 'unit');
  for (const group of groups) {
    add(group.title, 'title');
    for (const section of sectionsOf(group)) {
      add(section.title, 'title');
      addTasks(section.tasks);
    }
    addTasks(group.tasks);
  }
  for (const signatory of [preparedBy, approvedBy]) {
    add(signatory?.title, 'signatory');
    add(signatory?.name, 'name');
  }
  add(place, 'place');
  for (const note of notes ?? []) add(note, 'note');
}

/** The facts by which messages name a task: `group`, `number` and, for duties, `position`. */
export function taskFacts({ group, section, isDuty, number }: PlacedTask): Record<string, string> {
  return { group: group.key, number, position: isDuty ? (section?.title?.value ?? '…') : '' };
}

/**
 * Names a task by its facts: “công việc 2.18 (nhóm II)”, since a number is unique only within its group; a duty
 * as “nhiệm vụ thứ 2 của chức vụ “Trưởng Ban” (nhóm I)”.
 */
export function nameTask(facts: Facts): Wording {
  const { group, number, position } = facts;
  if (position) {
    return {
      vi: `nhiệm vụ thứ ${number} của chức vụ “${position}” (nhóm ${group})`,
      en: `duty ${number} of the position “${position}” (group ${group})`,
    };
  }
  return { vi: `công việc ${number} (nhóm ${group})`, en: `task ${number} (group ${group})` };
}
