/** Texts and levels as they occur in forms; the same for every run. */
export const taskList = (count) =>
  Array.from({ length: count }, (_, index) => ({
    text: `Tham mưu, soạn thảo văn bản về công tác tổ chức, cán bộ, đảng viên theo phân cấp quản lý (${index + 1})`,
    complexity: (index % 5) + 1,
  }));
