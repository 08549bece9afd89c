import { enCount, enNumber, joinWords, viNumber, type Wording } from '../../diagnostics/wording.ts';
import { unitKey } from '../../vietnamese/fold-text.ts';
import type { Difference } from '../difference.ts';
import type { UnitPair } from './pair-units.ts';

/** The status of a unit's form; those that need attention first. */
const unitStatuses = ['unreadable', 'ambiguous', 'changed', 'onlyBefore', 'onlyAfter', 'same'] as const;
export type UnitStatus = (typeof unitStatuses)[number];

/** Two folders of forms. */
export interface FolderComparison {
  readonly toolVersion: string;
  /** The names of the folders. */
  readonly before: string;
  readonly after: string;
  /** In the order of `unitStatuses`, then by name. */
  readonly units: readonly UnitComparison[];
}

/**
 * The forms of a unit in two folders, compared. Its name is as written in the newer form; the path if that names none or
 * cannot be read.
 *
 * @param compared the comparison of a pair; undefined if it could not be compared. `isPartial`: parts of a form are not
 * structured like a form and were not compared
 */
export function unitComparison(
  pair: UnitPair,
  compared?: { readonly counts?: ChangeCounts; readonly isPartial?: boolean },
) {
  const forms = [...pair.after, ...pair.before];
  const named = forms.find(({ unit }) => unit) ?? forms[0];
  const names = { name: named?.unit || (named?.place ?? ''), parentUnit: named?.parentUnit ?? '' };
  return { ...pair, ...compared, ...names, status: statusOf(pair, compared?.counts) };
}
export type UnitComparison = ReturnType<typeof unitComparison>;

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

/** The order in which units are shown: see `unitsInOrder`. */
export const rankOfStatus = ({ status }: UnitComparison): number => unitStatuses.indexOf(status);

/** Counts of changes in a form: tasks added, removed or changed in any way, and differences of other parts. */
export function countChanges(differences: readonly Difference[]) {
  const counts = { added: 0, removed: 0, changed: 0, other: 0 };
  for (const { subject, kind } of differences) counts[subject === 'task' ? kind : 'other'] += 1;
  return counts;
}
type ChangeCounts = ReturnType<typeof countChanges>;

/** The number of units by status. */
export function countStatuses({ units }: Pick<FolderComparison, 'units'>): Record<UnitStatus, number> {
  const counts = { unreadable: 0, ambiguous: 0, changed: 0, onlyBefore: 0, onlyAfter: 0, same: 0 };
  for (const { status } of units) counts[status] += 1;
  return counts;
}

/** The status of a unit in a few words. */
export function unitWords(unit: UnitComparison, folders: FolderComparison): Wording {
  return joinWords(
    [
      unit.counts && unit.status === 'changed' ? countWords(unit.counts) : statusWords(unit, folders),
      pairingWords(unit),
      unit.isPartial && { vi: 'có phần không so sánh được', en: 'parts could not be compared' },
    ],
    '; ',
  );
}

const countWords = ({ added, removed, changed, other }: ChangeCounts): Wording =>
  joinWords([
    added > 0 && { vi: `thêm ${viNumber(added)} công việc`, en: `${enNumber(added)} added` },
    removed > 0 && { vi: `bỏ ${viNumber(removed)} công việc`, en: `${enNumber(removed)} removed` },
    changed > 0 && { vi: `sửa ${viNumber(changed)} công việc`, en: `${enNumber(changed)} changed` },
    other > 0 && { vi: `${viNumber(other)} thay đổi khác`, en: enCount(other, 'other change') },
  ]);

/** The words for the statuses of units, in the order of counting. */
const kindWords = ({ before, after }: FolderComparison): Readonly<Record<UnitStatus, Wording>> => ({
  changed: { vi: 'có thay đổi', en: 'changed' },
  same: { vi: 'không đổi', en: 'unchanged' },
  onlyBefore: { vi: `chỉ có trong “${before}”`, en: `only in “${before}”` },
  onlyAfter: { vi: `chỉ có trong “${after}”`, en: `only in “${after}”` },
  ambiguous: { vi: 'không so sánh', en: 'not compared' },
  unreadable: { vi: 'không đọc được', en: 'unreadable' },
});

function statusWords({ status, ...unit }: UnitComparison, folders: FolderComparison): Wording {
  const { vi, en } = kindWords(folders)[status];
  if (status === 'ambiguous')
    return {
      vi: `${vi}, vì đơn vị có nhiều biểu trong một thư mục`,
      en: `${en}, since the unit has several forms in one folder`,
    };
  if (status !== 'unreadable') return { vi, en };
  const sides = ['before', 'after'] as const;
  const lost = sides.filter((side) => unit[side].some((form) => form.unit === undefined));
  const names = (lost.length > 0 ? lost : sides).map((side) => `“${folders[side]}”`).join(', ');
  return { vi: `${vi} trong ${names}`, en: `${en} in ${names}` };
}

/** How the forms were paired, if not by the full name of the unit. */
function pairingWords({ by, status, before: [old], after: [fresh] }: UnitComparison): Wording | undefined {
  if (by === 'name')
    return { vi: 'ghép theo tên đơn vị, khác đơn vị cấp trên', en: 'paired by the name of the unit alone' };
  if (by !== 'path' || status === 'unreadable') return undefined;
  const isRenamed = old?.unit && fresh?.unit && unitKey(old.unit, '') !== unitKey(fresh.unit, '');
  return isRenamed
    ? { vi: `ghép theo tên tệp, trước là “${old.unit}”`, en: `paired by file name, was “${old.unit}”` }
    : { vi: 'ghép theo tên tệp', en: 'paired by file name' };
}

/** The paths of a unit's forms below the two folders; empty if the path is its name. */
export function unitPlaces({ name, before, after }: UnitComparison): string {
  const [old, fresh] = [before, after].map((forms) => forms.map(({ place }) => place).join(', '));
  const places = [...new Set([old, fresh])].filter((place) => place !== '').join(' → ');
  return places === name ? '' : places;
}

/** The number of units by status, in a sentence. */
export function foldersSentence(folders: FolderComparison): Wording {
  const counts: Readonly<Record<string, number>> = countStatuses(folders);
  const { vi, en } = joinWords(
    Object.entries(kindWords(folders)).map(([status, kind]) => {
      const count = counts[status] ?? 0;
      return count > 0 && { vi: `${viNumber(count)} ${kind.vi}`, en: `${enNumber(count)} ${kind.en}` };
    }),
  );
  const count = folders.units.length;
  return { vi: `${viNumber(count)} đơn vị: ${vi}.`, en: `${enCount(count, 'unit')}: ${en}.` };
}
