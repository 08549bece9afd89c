/** The form's own wording of groups I–III, printed where a form file gives no title. */
export const groupTitles: readonly string[] = [
  'Nhóm công việc lãnh đạo, quản lý',
  'Nhóm công việc CM, nghiệp vụ',
  'Nhóm công việc hỗ trợ, phục vụ',
];
