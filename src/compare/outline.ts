import type { Form, Group, Section, Task, Text } from '../form/form.ts';
import { countNumbers } from '../form/numbers.ts';
import { groupsInOrder, ownTitleOf } from '../form/own-wording.ts';
import { foldText } from '../vietnamese/fold-text.ts';

/** A task with the data for comparing. */
export interface Entry {
  readonly task: Task;
  readonly list: TaskList;
  /** As printed: NFC, single spaces, one line per paragraph. */
  readonly text: string;
  readonly folded: string;
  /** As written, else as counted; for a duty its index within its position. */
  readonly number: string;
  /** The written number if it differs from the counted one. */
  readonly oddNumber: string | undefined;
}

/** The tasks of a position, of an area, or of a group without either. */
export interface TaskList {
  readonly group: OutlineGroup;
  /** Undefined for the tasks of the group itself. */
  readonly section: Section | undefined;
  readonly kind: 'position' | 'area' | 'group';
  readonly title: string;
  readonly folded: string;
  readonly number: string;
  readonly entries: readonly Entry[];
}

export interface OutlineGroup {
  readonly group: Group;
  /** Identifies the group in another form: its numeral. */
  readonly id: string;
  /** The form's default if none is given. */
  readonly title: string;
  readonly lists: readonly TaskList[];
}

/** A form prepared for comparing: groups by numeral, their content, texts as printed. */
export function outline(form: Form): OutlineGroup[] {
  const numbers = countNumbers(form);
  return groupsInOrder(form).map((group) => {
    const lists: TaskList[] = [];
    const owner: OutlineGroup = {
      group,
      id: group.ordinal === undefined ? group.key : `${group.ordinal}`,
      title: group.title ? printedLine(group.title) : ownTitleOf(group),
      lists,
    };
    const add = (kind: TaskList['kind'], section: Section | undefined, tasks: readonly Task[]) => {
      const entries: Entry[] = [];
      const title = section ? printedLine(section.title) : '';
      const number = section ? section.number?.value || (numbers.get(section) ?? '') : '';
      const list: TaskList = {
        ...{ group: owner, section, kind, title, folded: foldText(title), number, entries },
      };
      for (const [index, task] of tasks.entries()) {
        if (task.isFaulty) continue;
        const text = printed(task.text);
        const counted = kind === 'position' ? `${index + 1}` : (numbers.get(task) ?? '');
        const number = task.number?.value || counted;
        const oddNumber = number === counted ? undefined : number;
        entries.push({ task, list, text, folded: foldText(text), number, oddNumber });
      }
      lists.push(list);
    };
    for (const position of group.positions) add('position', position, position.tasks);
    for (const area of group.areas) add('area', area, area.tasks);
    if (group.tasks.length > 0) add('group', undefined, group.tasks);
    return owner;
  });
}

/** A text as it is printed: NFC, no empty lines, single spaces. */
export function printed(text: Text | undefined): string {
  const lines = (text?.value ?? '').normalize('NFC').split(/\r\n?|\n/);
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** A text of one line as it is printed: line breaks become spaces. */
export const printedLine = (text: Text | undefined): string => printed(text).replaceAll('\n', ' ');
