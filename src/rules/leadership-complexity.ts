import { levelOf } from '../form/form.ts';
import { taskFacts, tasksOf } from '../form/walk-form.ts';
import { defineRule, say } from './rule.ts';

export const leadershipComplexity = defineRule({
  id: 'leadership-complexity',
  severity: 'warning',
  summary: {
    vi: 'Công việc lãnh đạo, quản lý (nhóm I) thường không xếp mức',
    en: 'Leadership work (group I) usually has no level',
  },
  explanation: {
    vi: 'Trên biểu giấy, các ô mức độ phức tạp của nhóm I (lãnh đạo, quản lý) để trống. Mức ghi ở nhóm này vẫn được kiểm tra và in ra, nhưng được nhắc để đơn vị xem lại.',
    en: 'On the paper form the level cells of group I (leadership) are empty. A level that is given there is checked and printed, but reported so that the unit can review it.',
  },
  example: {
    bad: 'groups:\n  I:\n    tasks:\n      - text: Lãnh đạo, điều hành hoạt động của Ban\n        complexity: 5\n  II:\n    tasks:\n      - text: Quản lý hồ sơ đảng viên\n        complexity: 3\n  III:\n    tasks:\n      - text: Phát hành văn bản đi\n        complexity: 2\n',
    good: 'groups:\n  I:\n    tasks:\n      - Lãnh đạo, điều hành hoạt động của Ban\n  II:\n    tasks:\n      - text: Quản lý hồ sơ đảng viên\n        complexity: 3\n  III:\n    tasks:\n      - text: Phát hành văn bản đi\n        complexity: 2\n',
  },
  messages: {
    level: say(
      '{task} thuộc công việc lãnh đạo, quản lý mà có mức độ phức tạp {level} → Bỏ “complexity” nếu không chủ ý xếp mức cho nhóm I.',
      '{task} is leadership work but has level of complexity {level} → Remove “complexity” unless group I is graded on purpose.',
      'Xóa dấu mức độ nếu không chủ ý xếp mức cho nhóm I.',
      'Remove the mark unless group I is graded on purpose.',
    ),
  },
  check(form, report, options) {
    // An office that requires levels in group I wants them.
    if (options['task-complexity'].leadership) return;
    for (const placed of tasksOf(form)) {
      const level = levelOf(placed.task);
      const path = placed.task.complexity?.path;
      if (placed.group.ordinal !== 1 || !level || !path) continue;
      report({ message: 'level', path, facts: { level, ...taskFacts(placed) } });
    }
  },
});
