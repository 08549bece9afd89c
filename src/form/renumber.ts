import type { Change } from '../diagnostics/change.ts';
import type { Path } from '../diagnostics/finding.ts';
import { valueAt } from '../diagnostics/json-pointer.ts';
import { isMap } from '../diagnostics/plain-map.ts';
import { groupNumber, type Numbered } from './count-numbers.ts';
import type { Form, Section, Task } from './form.ts';

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

/** The same for task numbers. */
export const carriedNumbers = (tasks: readonly Task[], from: string, to: string): Change[] =>
  tasks.flatMap(({ number }) => carried(number, from, to));

const carried = (text: Task['number'], from: string, to: string): Change[] =>
  text?.value.startsWith(`${from}.`)
    ? [{ kind: 'set', path: text.path, value: `${to}${text.value.slice(from.length)}` }]
    : [];
