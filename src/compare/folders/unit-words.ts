import { enCount, enNumber, joinWords, viNumber, type Wording, words } from '../../diagnostics/wording.ts';
import { unitKey } from '../../vietnamese/fold-text.ts';
import type { UnitForm } from './pair-units.ts';
import {
  type ChangeCounts,
  countStatuses,
  type FolderComparison,
  type UnitComparison,
  type UnitStatus,
} from './unit-comparison.ts';

/** The status of a unit in a few words. */
export function unitWords(unit: UnitComparison, folders: FolderComparison): Wording {
  return joinWords(
    [
      unit.counts && unit.status === 'changed' ? countWords(unit.counts) : statusWords(unit, folders),
      pairingWords(unit),
      unit.isPartial && words('có phần không so sánh được', 'parts could not be compared'),
    ],
    '; ',
  );
}

const countWords = ({ added, removed, changed, other }: ChangeCounts): Wording =>
  joinWords([
    added > 0 && words(`thêm ${viNumber(added)} công việc`, `${enNumber(added)} added`),
    removed > 0 && words(`bỏ ${viNumber(removed)} công việc`, `${enNumber(removed)} removed`),
    changed > 0 && words(`sửa ${viNumber(changed)} công việc`, `${enNumber(changed)} changed`),
    other > 0 && words(`${viNumber(other)} thay đổi khác`, enCount(other, 'other change')),
  ]);

/** The words for the statuses of units, in the order of counting. */
const kindWords = ({ before, after }: FolderComparison): Readonly<Record<UnitStatus, Wording>> => ({
  changed: words('có thay đổi', 'changed'),
  same: words('không đổi', 'unchanged'),
  onlyBefore: words(`chỉ có trong “${before}”`, `only in “${before}”`),
  onlyAfter: words(`chỉ có trong “${after}”`, `only in “${after}”`),
  ambiguous: words('không so sánh', 'not compared'),
  unreadable: words('không đọc được', 'unreadable'),
});

function statusWords(unit: UnitComparison, folders: FolderComparison): Wording {
  const kind = kindWords(folders)[unit.status];
  switch (unit.status) {
    case 'unreadable': {
      const { before, after } = folders;
      const isLost = (forms: readonly UnitForm[]) => forms.some((form) => form.unit === undefined);
      const lost = [isLost(unit.before) && before, isLost(unit.after) && after].filter(
        (name) => name !== false,
      );
      const names = (lost.length > 0 ? lost : [before, after]).map((name) => `“${name}”`).join(', ');
      return words(`${kind.vi} trong ${names}`, `${kind.en} in ${names}`);
    }
    case 'ambiguous':
      return words(
        `${kind.vi}, vì đơn vị có nhiều biểu trong một thư mục`,
        `${kind.en}, since the unit has several forms in one folder`,
      );
    default:
      return kind;
  }
}

/** How the forms were paired, if not by the full name of the unit. */
function pairingWords({ by, status, before: [old], after: [fresh] }: UnitComparison): Wording | undefined {
  if (by === 'name')
    return words('ghép theo tên đơn vị, khác đơn vị cấp trên', 'paired by the name of the unit alone');
  if (by !== 'path' || status === 'unreadable') return undefined;
  const isRenamed = old?.unit && fresh?.unit && unitKey(old.unit, '') !== unitKey(fresh.unit, '');
  return isRenamed
    ? words(`ghép theo tên tệp, trước là “${old.unit}”`, `paired by file name, was “${old.unit}”`)
    : words('ghép theo tên tệp', 'paired by file name');
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
      return count > 0 && words(`${viNumber(count)} ${kind.vi}`, `${enNumber(count)} ${kind.en}`);
    }),
  );
  const count = folders.units.length;
  return words(`${viNumber(count)} đơn vị: ${vi}.`, `${enCount(count, 'unit')}: ${en}.`);
}
