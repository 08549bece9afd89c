import type { Language, Wording } from '../diagnostics/wording.ts';
import type { MeasureId, Outlier } from './summary.ts';
import { formatCount, formatShare, plural, words } from './summary-words.ts';

/** What each measure is a share of. */
const measureWords: Readonly<Record<Exclude<MeasureId, 'tasks'>, Wording>> = {
  high: words('công việc ở mức 4–5', 'of the tasks at levels 4–5'),
  low: words('công việc ở mức 1–2', 'of the tasks at levels 1–2'),
  unrated: words('công việc không xếp mức', 'of the tasks unrated'),
  missing: words('công việc chưa có mức', 'of the tasks without a level'),
  leadership: words('công việc thuộc nhóm I', 'of the tasks in group I'),
  support: words('công việc thuộc nhóm III', 'of the tasks in group III'),
};

/** Why a unit is listed: “62% công việc ở mức 4–5; trung vị của 300 đơn vị là 18%”. */
export function outlierWords({ measure, value, median, units }: Outlier, language: Language): string {
  const all = formatCount(units, language);
  const middle = (shown: string) =>
    words(`trung vị của ${all} đơn vị là ${shown}`, `the median of ${all} units is ${shown}`)[language];
  if (measure === 'tasks') {
    const tasks = words('công việc', plural(value, 'task', 'tasks'))[language];
    return `${formatCount(value, language)} ${tasks}; ${middle(formatCount(Math.round(median), language))}`;
  }
  return `${formatShare(value, 1)} ${measureWords[measure][language]}; ${middle(formatShare(median, 1))}`;
}

/** The same in a few words. */
export const outlierBrief: Wording = words(
  'Khác xa đa số: cách trung vị (một nửa số đơn vị thấp hơn, một nửa cao hơn) quá 3,5 lần độ lệch chuẩn. Khác thường chưa phải là sai.',
  'Far from most: more than 3.5 standard deviations from the median (half of the units are below it, half above). Unusual need not be wrong.',
);

/** How units are found to be unusual. */
export const outlierNote: Wording = words(
  'Một đơn vị được nêu khi cách trung vị (một nửa số đơn vị thấp hơn, một nửa cao hơn) quá 3,5 lần độ lệch chuẩn (ước lượng theo MAD) và ít nhất 20 điểm phần trăm; về số công việc thì ít nhất gấp đôi hoặc bằng một nửa. Tỷ lệ chỉ xét khi có từ 10 công việc, so sánh khi có từ 8 đơn vị. Khác thường chưa phải là sai.',
  'A unit is listed when it is more than 3.5 standard deviations (estimated by the MAD) from the median (half of the units are below it, half above), and at least 20 percentage points; for the number of tasks at least twice or half as many. Shares are of 10 tasks or more, compared among 8 units or more. Unusual need not be wrong.',
);
