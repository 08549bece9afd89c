import type { Task } from './form.ts';

/** A level of complexity (mức độ phức tạp). */
export type Level = 1 | 2 | 3 | 4 | 5;

/** Every level, lowest first. */
export const levels: readonly Level[] = [1, 2, 3, 4, 5];

/** The level of a task; undefined if it has none or an invalid one. */
export function levelOf(task: Task): Level | undefined {
  return levels.find((level) => level === task.complexity?.value);
}
