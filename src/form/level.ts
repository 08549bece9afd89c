import type { Task } from './form.ts';

/** A level of complexity (mức độ phức tạp). */
export type Level = 1 | 2 | 3 | 4 | 5;

/** Every level, lowest first. */
export const levels: readonly Level[] = [1, 2, 3, 4, 5];

/** The level of a task, or undefined where it has none or a faulty one. */
export function levelOf(task: Task): Level | undefined {
  return levels.find((level) => level === task.complexity?.value);
}

/** What people write before, after and between levels: “mức 3”, “3)”, “3 và 4”, “4 hoặc 5”. */
const LEVEL_NAME = /^(?:mức(?: độ)?(?: phức tạp)?|độ phức tạp|level)\s*[:.-]?\s*/i;
const BETWEEN = /\s*(?:[-–,;/&+]|(?<![\p{L}\p{M}])(?:và|hoặc|hay|đến|and|or|to)(?![\p{L}\p{M}]))\s*/iu;
const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

/**
 * The levels that a text means: 3 by “III”, “mức 3”, “3)”, “３” or “‘3’”; several by “3 và 4”. Empty where any part
 * of it is not a level.
 */
export function levelsIn(text: string): readonly Level[] {
  const found = text.normalize('NFKC').trim().split(BETWEEN).map(levelIn);
  return found.includes(undefined) ? [] : found.flatMap((level) => level ?? []);
}

function levelIn(part: string): Level | undefined {
  const bare = part
    .trim()
    .replace(/^[“”„‟‘’«»"'([]+|[“”„‟‘’«»"')\].]+$/g, '')
    .replace(LEVEL_NAME, '');
  const value = /^[1-5]$/.test(bare) ? Number(bare) : ROMAN.indexOf(bare.toUpperCase()) + 1;
  return levels.find((level) => level === value);
}
