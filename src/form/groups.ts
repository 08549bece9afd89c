import type { Form, Group } from './form.ts';

/** The form's own wording of groups I–III, printed where a form file gives no title. */
export const groupTitles: readonly string[] = [
  'Nhóm công việc lãnh đạo, quản lý',
  'Nhóm công việc CM, nghiệp vụ',
  'Nhóm công việc hỗ trợ, phục vụ',
];

/** The wording that the form itself has for a group; empty from IV on. */
export const ownTitleOf = ({ ordinal }: Group): string => groupTitles[(ordinal ?? 0) - 1] ?? '';

/** The title of a group as it is printed: as written, else the form's own. */
export const groupTitleOf = (group: Group): string => group.title?.value ?? ownTitleOf(group);

/** The groups of a form as they are printed: by numeral; those without one last, as written. */
export const groupsInOrder = ({ groups }: Form): readonly Group[] =>
  // Two that have no numeral differ by NaN.
  [...groups].sort((a, b) => (a.ordinal ?? Infinity) - (b.ordinal ?? Infinity) || 0);
