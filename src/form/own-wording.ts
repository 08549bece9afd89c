/** The official titles of the signatories, printed if a form file gives none. */
export const ownSignatoryTitles = { preparedBy: 'Người lập biểu', approvedBy: 'Trưởng ban' } as const;

/** The official notes, printed if a form file gives none. */
export const ownNotes: readonly string[] = [
  'Việc phân nhóm công việc được thực hiện từ cấp phòng (hoặc tổ chức không có cấp phòng).',
  'Công việc hỗ trợ, phục vụ: đối với đơn vị này là công việc chuyên môn, nghiệp vụ nhưng đối với đơn vị khác lại là công việc hỗ trợ, phục vụ. Ví dụ: văn thư ..',
];
