import { showValue } from '../diagnostics/plain-value.ts';
import { levelOf, type Task } from '../form/form.ts';
import type { CompareOptions, Difference, Part, PartChange, Subject, TaskRating } from './difference.ts';
import type { Entry, OutlineGroup, TaskList } from './outline.ts';
import { wordDifference } from './word-difference.ts';

/**
 * The changes of a part that at least one of two forms has.
 *
 * @param others changes other than its place and its text
 */
export function compareParts(
  subject: Subject,
  before: Part | undefined,
  after: Part | undefined,
  hasMoved = false,
  others: readonly PartChange[] = [],
): Difference[] {
  if (!before) return after ? [{ kind: 'added', subject, after }] : [];
  if (!after) return [{ kind: 'removed', subject, before }];
  const changes: PartChange[] = hasMoved ? [{ kind: 'moved', from: before, to: after }] : [];
  if (before.text !== after.text)
    changes.push({ kind: 'reworded', words: wordDifference(before.text, after.text) });
  changes.push(...others);
  return changes.length > 0 ? [{ kind: 'changed', subject, before, after, changes }] : [];
}

/** Changes of a task that both forms have, apart from its place and its text. */
export function changesOf(old: Entry, fresh: Entry, options: CompareOptions): PartChange[] {
  return [
    ...compareRatings(ratingOf(old.task), ratingOf(fresh.task), options),
    ...compareNumbers(old, fresh),
    ...compareCodes(old.task.code?.value, fresh.task.code?.value),
  ];
}

/** A task, as named in a difference. */
export function taskPart({ task, list, text, number }: Entry): Part {
  const { kind, title } = list;
  return {
    path: task.path,
    group: list.group.group.key,
    ...(kind !== 'group' && { section: { kind, number: list.number, title } }),
    number,
    ...(task.code && { code: task.code.value }),
    text,
    rating: ratingOf(task),
  };
}

/** A position or area, as named in a difference. */
export const sectionPart = ({ section, group, number, title }: TaskList): Part => ({
  path: section?.path ?? group.group.path,
  group: group.group.key,
  number,
  text: title,
});

/** A group, as named in a difference. */
export const groupPart = ({ group, title }: OutlineGroup): Part => ({
  path: group.path,
  group: group.key,
  text: title,
});

/** A task that is both rated and marked as unrated has no certain level. */
function ratingOf(task: Task): TaskRating {
  const { complexity, unrated } = task;
  const level = unrated ? null : (levelOf(task) ?? null);
  if (level !== null) return { level };
  const values = [complexity, unrated].flatMap((entry) => (entry ? [showValue(entry.value)] : []));
  return { level, ...(values.length > 0 && { note: values.join('; ') }) };
}

function compareRatings(from: TaskRating, to: TaskRating, { withWord }: CompareOptions): PartChange[] {
  if (from.level !== null && to.level !== null) {
    if (from.level === to.level) return [];
    return [{ kind: to.level > from.level ? 'raised' : 'lowered', from, to }];
  }
  if (to.level !== null) return [{ kind: 'rated', from, to }];
  if (from.level !== null) return [{ kind: 'unrated', from, to }];
  return withWord || from.note === to.note ? [] : [{ kind: 'reason', from, to }];
}

/** Only numbers that differ from the counted ones were set by hand. */
function compareNumbers(old: Entry, fresh: Entry): PartChange[] {
  if (old.oddNumber === fresh.oddNumber) return [];
  return [{ kind: 'number', from: old.number, to: fresh.number }];
}

/**
 * Like numbers, codes shift when something is inserted before them. What they say about the task itself is whether it
 * has one, and its last step: 1.2.1 leads, 1.2.2 takes part.
 */
function compareCodes(from: string | undefined, to: string | undefined): PartChange[] {
  const stepOf = (code: string | undefined) => code?.slice(code.lastIndexOf('.'));
  return stepOf(from) === stepOf(to) ? [] : [{ kind: 'code', from: from ?? null, to: to ?? null }];
}
