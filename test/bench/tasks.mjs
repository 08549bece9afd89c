/** Texts and levels as they occur in forms; the same for every run. */
export const taskList = (count) =>
  Array.from({ length: count }, (_, index) => ({
    text: `Tham mưu, soạn thảo văn bản về công tác tổ chức, cán bộ, đảng viên theo phân cấp quản lý (${index + 1})`,
    complexity: (index % 5) + 1,
  }));

/** A form file of so many tasks. */
export function formText(count) {
  const block = (tasks) =>
    tasks
      .map(({ text, complexity }) => `      - text: ${text}\n        complexity: ${complexity}\n`)
      .join('');
  const tasks = taskList(count);
  const head = 'form: bieu-so-2\nversion: 1\nunit: VĂN PHÒNG\ngroups:\n  I:\n    tasks:\n      - Lãnh đạo\n';
  return `${head}  II:\n    tasks:\n${block(tasks)}  III:\n    tasks:\n${block(tasks.slice(0, 1))}`;
}
