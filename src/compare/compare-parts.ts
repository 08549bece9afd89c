import type { Difference, Part, PartChange, Subject } from './difference.ts';
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
