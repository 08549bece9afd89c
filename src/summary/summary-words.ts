import type { Language, Wording } from '../diagnostics/wording.ts';
import { groupKey } from './cells.ts';
import type { Summary, UnitSummary } from './summary.ts';

/** One sentence in both languages. */
export const words = (vi: string, en: string): Wording => ({ vi, en });

/** The words of every kind of summary. */
export const summaryTexts = {
  title: words('Tổng hợp Biểu số 2', 'Summary of forms'),
  group: words('Nhóm', 'Group'),
  groups: words('Nhóm công việc và mức độ phức tạp', 'Groups of work and levels of complexity'),
  levels: words('Mức độ phức tạp', 'Levels of complexity'),
  unit: words('Đơn vị', 'Unit'),
  units: words('Các đơn vị', 'Units'),
  parentUnit: words('Đơn vị cấp trên trực tiếp', 'Parent unit'),
  forms: words('Số biểu', 'Forms'),
  tasks: words('Số công việc', 'Tasks'),
  unrated: words('Không xếp mức', 'Unrated'),
  missing: words('Chưa có mức', 'No level'),
  free: words('Không cần xếp mức', 'Needs none'),
  missingGroups: words('Thiếu nhóm', 'Groups missing'),
  errors: words('Lỗi', 'Errors'),
  warnings: words('Cảnh báo', 'Warnings'),
  total: words('Cộng', 'Total'),
  outliers: words('Đơn vị khác thường', 'Unusual units'),
  why: words('Khác thường ở chỗ', 'What is unusual'),
  shared: words('Công việc trùng nhau giữa các đơn vị', 'Tasks that several units share'),
  task: words('Công việc', 'Task'),
  unitCount: words('Số đơn vị', 'Units'),
  levelsGiven: words('Mức đã xếp', 'Levels given'),
  examples: words('Trong đó có', 'Among them'),
  rules: words('Kết quả kiểm tra theo quy tắc', 'Findings by rule'),
  rule: words('Quy tắc', 'Rule'),
  inForms: words('Số biểu', 'In forms'),
  notes: words('Ghi chú', 'Notes'),
  noFindings: words('Không có vấn đề nào.', 'Nothing was found.'),
} as const satisfies Record<string, Wording>;

export type SummaryText = keyof typeof summaryTexts;

/** What the kinds of tasks without a level are. */
export const ratingNotes: readonly Wording[] = [
  words(
    'Không xếp mức: cố ý để trống, có ghi lý do.',
    'Unrated: left without a level on purpose, with a reason.',
  ),
  words(
    'Chưa có mức: cần một mức từ 1 đến 5 mà chưa có, hoặc có mà không hợp lệ.',
    'No level: one from 1 to 5 is needed, and there is none that is valid.',
  ),
  words(
    'Không cần xếp mức: nhiệm vụ lãnh đạo, quản lý (nhóm I) không ghi mức.',
    'Needs none: leadership duties (group I) that carry no level.',
  ),
];

/** “Mức 3”. */
export const levelName = (level: number, language: Language): string =>
  words(`Mức ${level}`, `Level ${level}`)[language];

const groupWords: readonly Wording[] = [
  words('Lãnh đạo, quản lý', 'Leadership'),
  words('Chuyên môn, nghiệp vụ', 'Professional work'),
  words('Hỗ trợ, phục vụ', 'Support'),
];

/** “I. Lãnh đạo, quản lý”, by the form's own wording: units may give groups titles of their own. */
export function groupName(group: number, language: Language): string {
  if (group === 0) return words('Nhóm khác', 'Other groups')[language];
  const title = groupWords[group - 1];
  return title === undefined ? groupKey(group) : `${groupKey(group)}. ${title[language]}`;
}

/** A unit as it is told from others. */
export function unitName({ name, isFile, parentUnit, isAmbiguous }: UnitSummary, language: Language): string {
  if (isFile) return `${words('(không ghi đơn vị)', '(no unit)')[language]} ${name}`;
  return isAmbiguous && parentUnit !== '' ? `${name} (${parentUnit})` : name;
}

/** 12.345 in Vietnamese, 12,345 in English. */
export const formatCount = (count: number, language: Language): string =>
  String(count).replace(/\B(?=(?:\d{3})+$)/g, language === 'vi' ? '.' : ',');

/** “62%”; what is less than half a percent, yet there, is “<1%”. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = Math.round((part / whole) * 100);
  return percent === 0 && part > 0 ? '<1%' : `${percent}%`;
}

/** The English word for so many. */
export const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** What was read, in a sentence or two. */
export function headline({ forms, units, unreadable }: Summary, tasks: number, language: Language): string {
  const number = (count: number) => formatCount(count, language);
  const many = units.length > 1;
  const read = words(
    `${number(forms)} biểu${many ? ` của ${number(units.length)} đơn vị` : ''}, ${number(tasks)} công việc.`,
    `${number(forms)} ${plural(forms, 'form', 'forms')}${many ? ` of ${number(units.length)} units` : ''}, ${number(tasks)} ${plural(tasks, 'task', 'tasks')}.`,
  )[language];
  if (unreadable === 0) return read;
  const missed = words(
    `Không đọc được: ${number(unreadable)} tệp, không tính ở đây.`,
    `Could not be read: ${number(unreadable)} ${plural(unreadable, 'file', 'files')}, not counted here.`,
  )[language];
  return `${read} ${missed}`;
}

/** Which of the groups I–III are missing: a sentence, or none. */
export function lackedGroups({ units }: Summary, language: Language): string[] {
  const number = (count: number) => formatCount(count, language);
  const lacking = units.filter(({ missingGroups }) => missingGroups.length > 0);
  const [only] = lacking;
  if (!only) return [];
  if (units.length === 1) {
    const groups = only.missingGroups.map(groupKey).join(', ');
    return [words(`Thiếu nhóm ${groups}.`, `Missing: group ${groups}.`)[language]];
  }
  const byGroup = [1, 2, 3].flatMap((group) => {
    const count = lacking.filter(({ missingGroups }) => missingGroups.includes(group)).length;
    if (count === 0) return [];
    const many = plural(count, 'unit', 'units');
    return words(
      `nhóm ${groupKey(group)} (${number(count)} đơn vị)`,
      `group ${groupKey(group)} (${number(count)} ${many})`,
    )[language];
  });
  return [words(`Thiếu ${byGroup.join(', ')}.`, `Missing: ${byGroup.join(', ')}.`)[language]];
}

/** “2, 3”; several levels for one task call for a look. */
export const levelList = (levels: readonly number[]): string =>
  levels.length === 0 ? '–' : levels.join(', ');

/** “và 480 đơn vị khác (--all)”. */
export const moreUnits = (count: number, language: Language): string =>
  words(
    `… và ${formatCount(count, language)} đơn vị khác`,
    `… and ${formatCount(count, language)} more ${plural(count, 'unit', 'units')}`,
  )[language];

/** “và 12 mục khác (--all)”. */
export const moreItems = (count: number, language: Language): string =>
  words(`… và ${formatCount(count, language)} mục khác`, `… and ${formatCount(count, language)} more`)[
    language
  ];
