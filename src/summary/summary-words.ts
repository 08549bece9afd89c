import {
  enCount,
  enNumber,
  formatNumber,
  joinWords,
  type Language,
  viNumber,
  type Wording,
} from '../diagnostics/wording.ts';
import { counts, groupKey } from './cells.ts';
import type { Outlier } from './find-outliers.ts';
import type { UnitSummary } from './summary.ts';
import type { Summary } from './tally.ts';

/** Texts of several formats. */
export const summaryTexts = {
  title: { vi: 'Tổng hợp Biểu số 2', en: 'Summary of forms' },
  levels: { vi: 'Mức độ phức tạp', en: 'Levels of complexity' },
  unrated: { vi: 'Không xếp mức', en: 'Unrated' },
  missing: { vi: 'Chưa có mức', en: 'No level' },
  noFindings: { vi: 'Các biểu đã đọc không có vấn đề nào.', en: 'No problems in the forms that were read.' },
} as const satisfies Record<string, Wording>;

/** Explains the kinds of tasks without a level. */
export const ratingNotes: readonly Wording[] = [
  {
    vi: 'Không xếp mức: cố ý để trống, có ghi lý do.',
    en: 'Unrated: left without a level on purpose, with a reason.',
  },
  {
    vi: 'Chưa có mức: cần một mức từ 1 đến 5 mà chưa có, hoặc có mà không hợp lệ.',
    en: 'No level: one from 1 to 5 is needed, and there is none that is valid.',
  },
  {
    vi: 'Không cần xếp mức: nhiệm vụ lãnh đạo, quản lý (nhóm I) không ghi mức.',
    en: 'Needs none (group I): leadership duties, which have no level.',
  },
];

/** “Mức 3”. */
export const levelName = (level: number, language: Language): string =>
  ({ vi: `Mức ${level}`, en: `Level ${level}` })[language];

const groupWords: readonly Wording[] = [
  { vi: 'Lãnh đạo, quản lý', en: 'Leadership' },
  { vi: 'Chuyên môn, nghiệp vụ', en: 'Professional work' },
  { vi: 'Hỗ trợ, phục vụ', en: 'Support' },
];

/** “I. Lãnh đạo, quản lý”, by the form's own wording: units may give groups titles of their own. */
export function groupName(group: number, language: Language): string {
  if (group === 0) return { vi: 'Nhóm khác', en: 'Other groups' }[language];
  const title = groupWords[group - 1];
  return title === undefined ? groupKey(group) : `${groupKey(group)}. ${title[language]}`;
}

/** The name of a unit, with its parent if another has the same; for a form without one, its file. */
export function unitName({ name, parentUnit, isAmbiguous }: UnitSummary, language: Language): string {
  if (name === '') return { vi: '(không ghi đơn vị)', en: '(no unit)' }[language];
  return isAmbiguous && parentUnit !== '' ? `${name} (${parentUnit})` : name;
}

/** “62%”; anything above 0 but less than half a percent is “<1%”. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = Math.round((part / whole) * 100);
  return percent === 0 && part > 0 ? '<1%' : `${percent}%`;
}

/** What was read, in a few sentences. */
export function headline(summary: Summary, language: Language): string {
  const { forms, units, unreadable, skipped, cells } = summary;
  const [all, tasks, lost, others] = [forms, counts(cells).tasks, unreadable.length, skipped.length];
  const many = units.length > 1;
  const sentences = joinWords(
    [
      {
        vi: `${viNumber(all)} biểu${many ? ` của ${viNumber(units.length)} đơn vị` : ''}, ${viNumber(tasks)} công việc.`,
        en: `${enCount(all, 'form')}${many ? ` of ${enNumber(units.length)} units` : ''}, ${enCount(tasks, 'task')}.`,
      },
      faultyWords(summary),
      lost > 0 && {
        vi: `Không đọc được: ${viNumber(lost)} tệp, không tính ở đây.`,
        en: `Could not be read: ${enCount(lost, 'file')}, not counted here.`,
      },
      others > 0 && {
        vi: `Bỏ qua: ${viNumber(others)} tệp không phải biểu.`,
        en: `Skipped: ${enCount(others, 'file that is not a form', 'files that are not forms')}.`,
      },
    ],
    ' ',
  );
  return sentences[language];
}

function faultyWords({ forms, formsWithErrors: faulty }: Summary): Wording {
  if (forms === 1)
    return faulty === 0
      ? { vi: 'Biểu không có lỗi.', en: 'The form has no errors.' }
      : { vi: 'Biểu có lỗi.', en: 'The form has errors.' };
  if (faulty === 0) return { vi: 'Không biểu nào có lỗi.', en: 'No form has errors.' };
  return {
    vi: `${viNumber(faulty)} trong ${viNumber(forms)} biểu có lỗi.`,
    en: `${enNumber(faulty)} of ${enNumber(forms)} forms ${faulty === 1 ? 'has' : 'have'} errors.`,
  };
}

/** Which of the groups I–III are missing: a sentence, or none. */
export function lackedGroups({ units }: Summary, language: Language): string[] {
  const lacking = units.filter(({ missingGroups }) => missingGroups.length > 0);
  const [only] = lacking;
  if (!only) return [];
  if (units.length === 1) {
    const groups = only.missingGroups.map(groupKey).join(', ');
    return [{ vi: `Thiếu nhóm ${groups}.`, en: `Missing: group ${groups}.` }[language]];
  }
  const byGroup = [1, 2, 3].flatMap((group) => {
    const count = lacking.filter(({ missingGroups }) => missingGroups.includes(group)).length;
    if (count === 0) return [];
    return {
      vi: `nhóm ${groupKey(group)} (${viNumber(count)} đơn vị)`,
      en: `group ${groupKey(group)} (${enCount(count, 'unit')})`,
    };
  });
  const { vi, en } = joinWords(byGroup);
  return [{ vi: `Thiếu ${vi}.`, en: `Missing: ${en}.` }[language]];
}

/** “… và 480 dòng khác”. */
export const moreRows = (count: number, language: Language): string =>
  ({ vi: `… và ${viNumber(count)} dòng khác`, en: `… and ${enNumber(count)} more` })[language];

const measureWords: Readonly<Record<Exclude<Outlier['measure'], 'tasks'>, Wording>> = {
  high: { vi: 'công việc ở mức 4–5', en: 'of the tasks at levels 4–5' },
  low: { vi: 'công việc ở mức 1–2', en: 'of the tasks at levels 1–2' },
  unrated: { vi: 'công việc không xếp mức', en: 'of the tasks unrated' },
  missing: { vi: 'công việc chưa có mức', en: 'of the tasks without a level' },
  leadership: { vi: 'công việc thuộc nhóm I', en: 'of the tasks in group I' },
  support: { vi: 'công việc thuộc nhóm III', en: 'of the tasks in group III' },
};

/** The reason why a unit is listed: “62% công việc ở mức 4–5; trung vị của 300 đơn vị là 18%”. */
export function outlierWords({ measure, value, median, units }: Outlier, language: Language): string {
  const middle = (shown: string) =>
    ({
      vi: `trung vị của ${viNumber(units)} đơn vị là ${shown}`,
      en: `the median of ${enNumber(units)} units is ${shown}`,
    })[language];
  if (measure === 'tasks') {
    const tasks = { vi: `${viNumber(value)} công việc`, en: enCount(value, 'task') }[language];
    return `${tasks}; ${middle(formatNumber(Math.round(median), language))}`;
  }
  return `${formatShare(value, 1)} ${measureWords[measure][language]}; ${middle(formatShare(median, 1))}`;
}

/** How units are found to be unusual: in a few words, and in full. */
export const outlierBrief: Wording = {
  vi: 'Khác xa đa số: cách trung vị (một nửa số đơn vị thấp hơn, một nửa cao hơn) quá 3,5 lần độ lệch chuẩn. Khác thường chưa phải là sai.',
  en: 'Far from most: more than 3.5 standard deviations from the median (half of the units are below it, half above). Unusual need not be wrong.',
};
export const outlierNote: Wording = {
  vi: 'Một đơn vị được nêu khi cách trung vị (một nửa số đơn vị thấp hơn, một nửa cao hơn) quá 3,5 lần độ lệch chuẩn (ước lượng theo MAD) và ít nhất 20 điểm phần trăm; về số công việc thì ít nhất gấp đôi hoặc bằng một nửa. Tỷ lệ chỉ xét khi có từ 10 công việc, so sánh khi có từ 8 đơn vị. Khác thường chưa phải là sai.',
  en: 'A unit is listed when it is more than 3.5 standard deviations (estimated by the MAD) from the median (half of the units are below it, half above), and at least 20 percentage points; for the number of tasks at least twice or half as many. Shares are of 10 tasks or more, compared among 8 units or more. Unusual need not be wrong.',
};

/** How many texts are shared, and among which tasks. */
export function sharedWords({ texts, of, leftOut }: Summary['shared'], language: Language): string {
  const found =
    texts === 0
      ? { vi: 'Không có công việc nào trùng nhau.', en: 'No task is in more than one unit.' }
      : {
          vi: `${viNumber(texts)} trong ${viNumber(of)} nội dung công việc khác nhau có ở từ hai đơn vị trở lên.`,
          en: `${enNumber(texts)} of ${enNumber(of)} different tasks ${texts === 1 ? 'is' : 'are'} in more than one unit.`,
        };
  const limit = {
    vi: `Chỉ so sánh ${viNumber(of)} nội dung khác nhau đầu tiên; ${viNumber(leftOut)} công việc sau đó có nội dung khác chưa được so sánh.`,
    en: `Only the first ${enNumber(of)} different tasks are compared; ${enCount(leftOut, 'later task')} with other texts ${leftOut === 1 ? 'is' : 'are'} not.`,
  };
  return joinWords([found, leftOut > 0 && limit], ' ')[language];
}

export const sharedNote: Wording = {
  vi: 'So sánh không phân biệt chữ hoa, dấu cách, kiểu đặt dấu và dấu câu ở cuối; không so nhiệm vụ của các chức vụ. Cùng một công việc mà được xếp nhiều mức thì nên xem lại.',
  en: 'Compared without regard to case, spaces, the place of tones and punctuation at the end; duties of positions are not compared. One task at several levels should be reviewed.',
};
