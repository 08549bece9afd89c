import type { Difference } from '../difference.ts';
import type { UnitPair } from './pair-units.ts';

/** The status of a unit's form; those that need attention first. */
const unitStatuses = ['unreadable', 'ambiguous', 'changed', 'onlyBefore', 'onlyAfter', 'same'] as const;
export type UnitStatus = (typeof unitStatuses)[number];

/** Counts of changes in a form: tasks added, removed or changed in any way, and differences of other parts. */
export type ChangeCounts = Readonly<Record<'added' | 'removed' | 'changed' | 'other', number>>;

/** The forms of a unit in two folders, compared. */
export interface UnitComparison extends UnitPair {
  /** As written in the newer form; the path if it names none or cannot be read. */
  readonly name: string;
  readonly parentUnit: string;
  readonly status: UnitStatus;
  readonly counts?: ChangeCounts;
  /** Parts of a form are not structured like a form and were not compared. */
  readonly isPartial?: boolean;
}

/** Two folders of forms. */
export interface FolderComparison {
  readonly toolVersion: string;
  /** The names of the folders. */
  readonly before: string;
  readonly after: string;
  /** In the order of `unitStatuses`, then by name. */
  readonly units: readonly UnitComparison[];
}

/** @param compared the comparison of a pair; undefined if it could not be compared */
export function unitComparison(
  pair: UnitPair,
  compared?: Pick<UnitComparison, 'counts' | 'isPartial'>,
): UnitComparison {
  const forms = [...pair.after, ...pair.before];
  const named = forms.find(({ unit }) => unit) ?? forms[0];
  return {
    ...pair,
    ...compared,
    name: named?.unit || (named?.place ?? ''),
    parentUnit: named?.parentUnit ?? '',
    status: statusOf(pair, compared?.counts),
  };
}

/** Whether both forms could be read. */
export const isComparable = ({ by, before, after }: UnitPair): boolean =>
  by !== undefined && [...before, ...after].every(({ unit }) => unit !== undefined);

function statusOf({ before, after, isAmbiguous }: UnitPair, counts: ChangeCounts | undefined): UnitStatus {
  if (isAmbiguous) return 'ambiguous';
  if ([...before, ...after].some(({ unit }) => unit === undefined)) return 'unreadable';
  if (before.length === 0) return 'onlyAfter';
  if (after.length === 0) return 'onlyBefore';
  // A file that was readable at first may be gone by now.
  if (!counts) return 'unreadable';
  return Object.values(counts).some((count) => count > 0) ? 'changed' : 'same';
}

/** Units in display order. */
export function unitsInOrder(units: readonly UnitComparison[]): UnitComparison[] {
  const { compare } = new Intl.Collator('vi', { numeric: true });
  const rank = ({ status }: UnitComparison) => unitStatuses.indexOf(status);
  return [...units].sort(
    (a, b) => rank(a) - rank(b) || compare(a.name, b.name) || compare(a.parentUnit, b.parentUnit),
  );
}

export function countChanges(differences: readonly Difference[]): ChangeCounts {
  const counts = { added: 0, removed: 0, changed: 0, other: 0 };
  for (const { subject, kind } of differences) counts[subject === 'task' ? kind : 'other'] += 1;
  return counts;
}

/** The number of units by status. */
export function countStatuses({ units }: Pick<FolderComparison, 'units'>): Record<UnitStatus, number> {
  const counts = { unreadable: 0, ambiguous: 0, changed: 0, onlyBefore: 0, onlyAfter: 0, same: 0 };
  for (const { status } of units) counts[status] += 1;
  return counts;
}
