import type { Change, Path } from '../diagnostics/finding.ts';
import { isMap, valueAt } from '../diagnostics/plain-value.ts';
import type { Form, Group, Section, Task } from './form.ts';

/** What can have a number: a position, an area or a task. */
export type Numbered = Section | Task;

/** Items that are counted together. */
export interface Siblings {
  readonly group: Group;
  readonly kind: 'positions' | 'areas' | 'tasks';
  readonly items: readonly Numbered[];
  /** The prefix of the number: “2.” for the tasks of area 2; empty for positions and areas. */
  readonly prefix: string;
}

/**
 * The lists of a form with numbered items: positions and areas 1, 2, 3 …; tasks of area 2: 2.1, 2.2 …;
 * tasks directly under group III: 3.1, 3.2 …. Duties of positions have no number.
 *
 * An explicit number of an area is the prefix of its tasks, right or wrong: a wrong number is one
 * error, not one for each task.
 */
export function* siblingsOf(form: Form): Generator<Siblings> {
  for (const [groupIndex, group] of form.groups.entries()) {
    if (group.positions.length > 0) yield { group, kind: 'positions', items: group.positions, prefix: '' };
    if (group.areas.length > 0) yield { group, kind: 'areas', items: group.areas, prefix: '' };
    for (const [index, area] of group.areas.entries()) {
      yield { group, kind: 'tasks', items: area.tasks, prefix: `${areaNumber(area, index)}.` };
    }
    if (group.tasks.length > 0) {
      yield { group, kind: 'tasks', items: group.tasks, prefix: `${groupNumber(group, groupIndex)}.` };
    }
  }
}

/** The Arabic number of a group, the prefix of its tasks; its index if its key is not a numeral. */
export function groupNumber(group: Group, index: number): string {
  return String(group.ordinal ?? index + 1);
}

/**
 * The number of an area as used by its tasks: as counted if they use it, else as written if that is a whole
 * number. Either the area or all of its tasks are wrong then, not both.
 */
export function areaNumber(area: Section, index: number): string {
  const counted = String(index + 1);
  const first = area.tasks.find((task) => task.number)?.number?.value;
  const written = area.number?.value ?? '';
  return /^\d+$/.test(written) && !first?.startsWith(`${counted}.`) ? String(Number(written)) : counted;
}

/** The counted number of everything that has one. */
export function countNumbers(form: Form): ReadonlyMap<Numbered, string> {
  const numbers = new Map<Numbered, string>();
  for (const { items, prefix } of siblingsOf(form)) {
    for (const [index, item] of items.entries()) numbers.set(item, `${prefix}${index + 1}`);
  }
  return numbers;
}

/**
 * The changes that give every position, area and task its counted number, on all siblings if one
 * has a number. Codes follow the number of their area.
 *
 * @param value the plain value of the form file
 */
export function renumber(form: Form, value: unknown): Change[] {
  return form.groups.flatMap((group, index) => [
    ...numbersOf(group.positions, '', value),
    ...numbersOf(group.areas, '', value),
    ...group.areas.flatMap((area, at) => tasksOfArea(area, String(at + 1), value)),
    ...numbersOf(group.tasks, `${groupNumber(group, index)}.`, value),
  ]);
}

function tasksOfArea({ number, tasks }: Section, counted: string, value: unknown): Change[] {
  const codes = number && number.value !== counted ? carriedCodes(tasks, number.value, counted) : [];
  return [...numbersOf(tasks, `${counted}.`, value), ...codes];
}

function numbersOf(items: readonly Numbered[], prefix: string, value: unknown): Change[] {
  if (items.every((item) => !item.number)) return [];
  return items.flatMap((item, index): Change[] => {
    const expected = `${prefix}${index + 1}`;
    if (item.number) {
      return item.number.value === expected ? [] : [{ kind: 'set', path: item.number.path, value: expected }];
    }
    return 'isFaulty' in item && item.isFaulty ? [] : [addedNumber(item.path, expected, value)];
  });
}

/** The change that adds a number to the unnumbered item at `path`. */
export function addedNumber(path: Path, number: string, value: unknown): Change {
  const item = valueAt(value, path);
  const before = isMap(item) ? Object.keys(item)[0] : undefined;
  return { kind: 'add', path: [...path, 'number'], before: before ?? 'text', value: number };
}

/** The changes of codes that begin with the number of their area, after that number changes. */
export const carriedCodes = (tasks: readonly Task[], from: string, to: string): Change[] =>
  tasks.flatMap(({ code }) => carried(code, from, to));

export const carriedNumbers = (tasks: readonly Task[], from: string, to: string): Change[] =>
  tasks.flatMap(({ number }) => carried(number, from, to));

const carried = (text: Task['number'], from: string, to: string): Change[] =>
  text?.value.startsWith(`${from}.`)
    ? [{ kind: 'set', path: text.path, value: `${to}${text.value.slice(from.length)}` }]
    : [];
