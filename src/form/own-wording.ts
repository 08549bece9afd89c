import type { Form, Group } from './form.ts';

/** The official titles of groups I–III, printed if a form file gives none. */
export const groupTitles: readonly string[] = [
  'Nhóm công việc lãnh đạo, quản lý',
  'Nhóm công việc CM, nghiệp vụ',
  'Nhóm công việc hỗ trợ, phục vụ',
];

/** The official title of a group; empty from IV on. */
export const ownTitleOf = ({ ordinal }: Group): string => groupTitles[(ordinal ?? 0) - 1] ?? '';

/** The title of a group as printed: as written, else the official one. */
export const groupTitleOf = (group: Group): string => group.title?.value ?? ownTitleOf(group);

/** The groups of a form in printed order: by numeral; those without one last, in their order. */
export const groupsInOrder = ({ groups }: Form): readonly Group[] =>
  // Two without a numeral differ by NaN.
  [...groups].sort((a, b) => (a.ordinal ?? Infinity) - (b.ordinal ?? Infinity) || 0);

/** The official titles of the signatories, printed if a form file gives none. */
export const ownSignatoryTitles = { preparedBy: 'Người lập biểu', approvedBy: 'Trưởng ban' } as const;

/** The official notes, printed if a form file gives none. */
export const ownNotes: readonly string[] = [
  'Việc phân nhóm công việc được thực hiện từ cấp phòng (hoặc tổ chức không có cấp phòng).',
  'Công việc hỗ trợ, phục vụ: đối với đơn vị này là công việc chuyên môn, nghiệp vụ nhưng đối với đơn vị khác lại là công việc hỗ trợ, phục vụ. Ví dụ: văn thư ..',
];
