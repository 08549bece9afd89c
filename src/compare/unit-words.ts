import { enCount, enNumber, viNumber } from '../diagnostics/format-number.ts';
import { joinWords, type Wording, words } from '../diagnostics/wording.ts';
import { unitKey } from '../vietnamese/fold-text.ts';
import type { UnitForm } from './pair-units.ts';
import {
  type ChangeCounts,
  countStatuses,
  type FolderComparison,
  type UnitComparison,
} from './unit-comparison.ts';

/** What became of a unit, in a few words. */
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

function statusWords(unit: UnitComparison, { before, after }: FolderComparison): Wording {
  const isLost = (forms: readonly UnitForm[]) => forms.some((form) => form.unit === undefined);
  const lost = [isLost(unit.before) && before, isLost(unit.after) && after].filter((name) => name !== false);
  const folders = (lost.length > 0 ? lost : [before, after]).map((name) => `“${name}”`).join(', ');
  switch (unit.status) {
    case 'unreadable':
      return words(`không đọc được trong ${folders}`, `unreadable in ${folders}`);
    case 'ambiguous':
      return words(
        'không so sánh, vì đơn vị có nhiều biểu trong một thư mục',
        'not compared, since the unit has several forms in one folder',
      );
    case 'onlyBefore':
      return words(`chỉ có trong “${before}”`, `only in “${before}”`);
    case 'onlyAfter':
      return words(`chỉ có trong “${after}”`, `only in “${after}”`);
    default:
      return words('không đổi', 'unchanged');
  }
}

/** By what the forms were paired, where it was not the whole name of the unit. */
function pairingWords({ by, status, before: [old], after: [fresh] }: UnitComparison): Wording | undefined {
  if (by === 'name')
    return words('ghép theo tên đơn vị, khác đơn vị cấp trên', 'paired by the name of the unit alone');
  if (by !== 'path' || status === 'unreadable') return undefined;
  const isRenamed = old?.unit && fresh?.unit && unitKey(old.unit, '') !== unitKey(fresh.unit, '');
  return isRenamed
    ? words(`ghép theo tên tệp, trước là “${old.unit}”`, `paired by file name, was “${old.unit}”`)
    : words('ghép theo tên tệp', 'paired by file name');
}

/** Where the forms of a unit are, below the two folders; empty where that is its name. */
export function unitPlaces({ name, before, after }: UnitComparison): string {
  const [old, fresh] = [before, after].map((forms) => forms.map(({ place }) => place).join(', '));
  const places = [...new Set([old, fresh])].filter((place) => place !== '').join(' → ');
  return places === name ? '' : places;
}

/** How many units there are of each kind, in a sentence. */
export function foldersSentence({ units, before, after }: FolderComparison): Wording {
  const counts = countStatuses({ units });
  const kinds = {
    changed: words('có thay đổi', 'changed'),
    same: words('không đổi', 'unchanged'),
    onlyBefore: words(`chỉ có trong “${before}”`, `only in “${before}”`),
    onlyAfter: words(`chỉ có trong “${after}”`, `only in “${after}”`),
    ambiguous: words('không so sánh', 'not compared'),
    unreadable: words('không đọc được', 'unreadable'),
  };
  const { vi, en } = joinWords(
    (['changed', 'same', 'onlyBefore', 'onlyAfter', 'ambiguous', 'unreadable'] as const).map((status) => {
      const count = counts[status];
      return (
        count > 0 && words(`${viNumber(count)} ${kinds[status].vi}`, `${enNumber(count)} ${kinds[status].en}`)
      );
    }),
  );
  return words(`${viNumber(units.length)} đơn vị: ${vi}.`, `${enCount(units.length, 'unit')}: ${en}.`);
}
