import type { Language } from '../diagnostics/wording.ts';
import { keysAt } from '../form/form-keys.ts';
import { toRoman } from '../form/roman.ts';
import type { Cursor } from './cursor.ts';
import type { NextValues } from './next-values.ts';
import type { Field, Notation } from './notation.ts';

/** Something that may be inserted where a key or an item is expected. */
export interface OfferedText {
  readonly label: string;
  /** With the indentation of every line but the first. */
  readonly text: string;
  /** Absent for a whole item, whose text is a snippet with places to fill in: `$1`, `$2`. */
  readonly key?: string;
}

/** Keys that rule each other out. */
const alternatives = [
  ['positions', 'areas', 'tasks'],
  ['complexity', 'unrated'],
];

/** The keys that a map may still have, in the order of the form, and whole items of lists. */
export function keyTexts(
  cursor: Cursor,
  next: NextValues,
  language: Language,
  notation: Notation,
): OfferedText[] {
  const { kind, path, keys, column, opensItem, hasColon } = cursor;
  const [list, parent] = kind === 'item' ? [path.at(-1), path.at(-2)] : [path.at(-2), path.at(-3)];
  const isDuty = typeof parent === 'number' && path.at(kind === 'item' ? -3 : -4) === 'positions';
  const isLeadership = path[0] === 'groups' && path[1] === 'I';
  const whole = () =>
    wholeItem(String(list), { isDuty, isLeadership }, next).map(({ names, fields }) => ({
      label: names[language],
      text: notation.item(fields, kind === 'item' ? column + notation.dash.length : column),
    }));
  if (kind === 'item') return whole().map((item) => ({ ...item, text: notation.dash + item.text }));
  const offered = path.length === 1 && path[0] === 'groups' ? nextGroup(keys) : keysAt(path);
  const written = (key: string) =>
    hasColon ? notation.key(key) : notation.field(fieldOf(key, path.length, next), column);
  return [
    ...offered
      .filter((key) => !keys.includes(key) && !(key === 'number' && isDuty))
      .filter((key) => !isRuledOut(key, keys))
      .map((key) => ({ key, label: key, text: written(key) })),
    ...(opensItem && keys.length === 0 && !hasColon ? whole() : []),
  ];
}

function isRuledOut(key: string, keys: readonly string[]): boolean {
  // A section has tasks and neither of the others: nothing to rule out.
  return alternatives.some((group) => group.includes(key) && group.some((other) => keys.includes(other)));
}

function nextGroup(keys: readonly string[]): string[] {
  for (let value = 1; value < 90; value++) {
    const numeral = toRoman(value);
    if (!keys.includes(numeral)) return [numeral];
  }
  return [];
}

function fieldOf(key: string, depth: number, next: NextValues): Field {
  if (depth === 0 && key === 'form') return { key, kind: 'text', value: 'bieu-so-2' };
  if (key === 'version') return { key, kind: 'number', value: '1' };
  if (['positions', 'areas', 'tasks', 'notes'].includes(key)) return { key, kind: 'list' };
  if (['groups', 'signatures', 'preparedBy', 'approvedBy'].includes(key) || /^[IVXL]+$/.test(key)) {
    return { key, kind: 'map' };
  }
  if (key === 'number' && next.number !== undefined) return { key, kind: 'text', value: next.number };
  return { key, kind: key === 'complexity' ? 'number' : 'text' };
}

interface ItemSetting {
  readonly isDuty: boolean;
  readonly isLeadership: boolean;
}

function wholeItem(list: string, { isDuty, isLeadership }: ItemSetting, next: NextValues) {
  const number: Field[] =
    next.isNumbered && next.number !== undefined ? [{ key: 'number', kind: 'text', value: next.number }] : [];
  const names = {
    positions: { vi: 'chức vụ mới', en: 'new position' },
    areas: { vi: 'mảng công việc mới', en: 'new area' },
    tasks: isDuty ? { vi: 'nhiệm vụ mới', en: 'new duty' } : { vi: 'công việc mới', en: 'new task' },
  };
  const field = (key: string, kind: Field['kind'], value: string): Field => ({ key, kind, value });
  if (list === 'positions' || list === 'areas') {
    const fields = [...number, field('title', 'text', '$1'), field('tasks', 'list', '$2')];
    return [{ names: names[list], fields }];
  }
  if (list !== 'tasks') return [];
  const level = isLeadership ? [] : [field('complexity', 'number', '$2')];
  return [{ names: names.tasks, fields: [...number, field('text', 'text', '$1'), ...level] }];
}
