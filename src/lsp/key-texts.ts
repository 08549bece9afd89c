import type { Language } from '../diagnostics/wording.ts';
import { keysAt } from '../form/form-keys.ts';
import { toRoman } from '../form/roman.ts';
import type { Cursor } from './cursor.ts';
import type { NextValues } from './next-values.ts';

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
export function keyTexts(cursor: Cursor, next: NextValues, language: Language): OfferedText[] {
  const { kind, path, keys, column, opensItem, hasColon } = cursor;
  const [list, parent] = kind === 'item' ? [path.at(-1), path.at(-2)] : [path.at(-2), path.at(-3)];
  const isDuty = typeof parent === 'number' && path.at(kind === 'item' ? -3 : -4) === 'positions';
  const isLeadership = path[0] === 'groups' && path[1] === 'I';
  const whole =
    kind === 'item' || (opensItem && keys.length === 0)
      ? wholeItem(
          String(list),
          { column: kind === 'item' ? column + 2 : column, isDuty, isLeadership },
          next,
          language,
        )
      : [];
  if (kind === 'item') return whole.map((item) => ({ ...item, text: `- ${item.text}` }));
  const offered = path.length === 1 && path[0] === 'groups' ? nextGroup(keys) : keysAt(path);
  return [
    ...offered
      .filter((key) => !keys.includes(key) && !(key === 'number' && isDuty))
      .filter((key) => !isRuledOut(key, keys))
      .map((key) => ({ key, label: key, text: hasColon ? key : textOf(key, path.length, column, next) })),
    ...(hasColon ? [] : whole),
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

/** A key with what it needs behind it. */
function textOf(key: string, depth: number, column: number, next: NextValues): string {
  const below = `\n${' '.repeat(column + 2)}`;
  if (depth === 0 && key === 'form') return 'form: bieu-so-2';
  if (depth === 0 && key === 'version') return 'version: 1';
  if (['positions', 'areas', 'tasks', 'notes'].includes(key)) return `${key}:${below}- `;
  if (['groups', 'signatures', 'preparedBy', 'approvedBy'].includes(key) || /^[IVXL]+$/.test(key)) {
    return `${key}:${below}`;
  }
  return key === 'number' && next.number !== undefined ? `number: ${next.number}` : `${key}: `;
}

interface ItemSetting {
  /** Where the item's keys stand. */
  readonly column: number;
  readonly isDuty: boolean;
  readonly isLeadership: boolean;
}

function wholeItem(
  list: string,
  { column, isDuty, isLeadership }: ItemSetting,
  next: NextValues,
  language: Language,
): OfferedText[] {
  const below = `\n${' '.repeat(column)}`;
  const number = next.isNumbered && next.number !== undefined ? `number: ${next.number}${below}` : '';
  const names = {
    positions: { vi: 'chức vụ mới', en: 'new position' },
    areas: { vi: 'mảng công việc mới', en: 'new area' },
    tasks: isDuty ? { vi: 'nhiệm vụ mới', en: 'new duty' } : { vi: 'công việc mới', en: 'new task' },
  };
  if (list === 'positions' || list === 'areas') {
    return [{ label: names[list][language], text: `${number}title: $1${below}tasks:${below}  - $2` }];
  }
  if (list !== 'tasks') return [];
  const level = isLeadership ? '' : `${below}complexity: $2`;
  return [{ label: names.tasks[language], text: `${number}text: $1${level}` }];
}
