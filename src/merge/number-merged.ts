import { fromRoman } from '../form/roman.ts';
import { type MergedGroup, type MergedTask, taskOf } from './merge.ts';

/**
 * Renumbers lists that have numbers at least in part, and codes of tasks that have them.
 * Tasks of one topic (the middle of a code) stay together; those from different lists are not mixed.
 */
export function numberMerged(groups: readonly MergedGroup[]): void {
  for (const group of groups) {
    const isNumbered = group.sections.some(({ origin, copies }) =>
      [origin, ...copies].some(({ owner }) => 'number' in owner && owner.number),
    );
    for (const [index, section] of group.sections.entries()) {
      const number = `${index + 1}`;
      if (isNumbered) section.number = number;
      numberTasks(section.tasks, group.kind === 'positions' ? undefined : number);
      codeTasks(section.tasks, number);
    }
    const number = `${fromRoman(group.key) ?? ''}`;
    numberTasks(group.tasks, number);
    codeTasks(group.tasks, number);
  }
}

/** @param parent the prefix of numbers; duties have none */
function numberTasks(tasks: readonly MergedTask[], parent: string | undefined): void {
  if (parent === undefined || !tasks.some((task) => taskOf(task).number)) return;
  for (const [index, task] of tasks.entries()) task.number = `${parent}.${index + 1}`;
}

function codeTasks(tasks: readonly MergedTask[], parent: string): void {
  let topic = 0;
  let step = 0;
  let before: string | undefined;
  for (const merged of tasks) {
    const { code, path } = taskOf(merged);
    if (!code) continue;
    // The list that the task was in, and its topic there.
    const owner = [merged.origin.input, ...path.slice(0, -1), code.value.split('.')[1]?.trim()].join('\n');
    if (owner === before) step += 1;
    else {
      topic += 1;
      step = 1;
    }
    before = owner;
    merged.code = `${parent}.${topic}.${step}`;
  }
}
