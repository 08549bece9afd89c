import type { Difference } from './difference.ts';

/** Kinds of changes of tasks, in the order of the summary. */
export const taskChanges = [
  'added',
  'removed',
  'moved',
  'reworded',
  'raised',
  'lowered',
  'rated',
  'unrated',
] as const;

export interface ComparisonSummary {
  /** The number of tasks with each kind of change; a task may count for several. */
  readonly tasks: Readonly<Record<(typeof taskChanges)[number], number>>;
  /** The number of other differences. */
  readonly other: number;
}

/** The totals of a comparison. */
export function summarizeComparison(differences: readonly Difference[]): ComparisonSummary {
  const tasks = { added: 0, removed: 0, moved: 0, reworded: 0, raised: 0, lowered: 0, rated: 0, unrated: 0 };
  let other = 0;
  for (const difference of differences) {
    const kinds = kindsOf(difference);
    const counted = difference.subject === 'task' ? taskChanges.filter((kind) => kinds.includes(kind)) : [];
    for (const kind of counted) tasks[kind] += 1;
    if (counted.length === 0) other += 1;
  }
  return { tasks, other };
}

const kindsOf = (difference: Difference): readonly string[] =>
  difference.kind === 'changed' ? difference.changes.map(({ kind }) => kind) : [difference.kind];
