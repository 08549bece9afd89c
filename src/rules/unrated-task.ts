import { taskFacts, tasksOf } from '../form/walk-form.ts';
import { defineRule, say } from './rule.ts';

export const unratedTask = defineRule({
  id: 'unrated-task',
  severity: 'warning',
  summary: {
    vi: 'Công việc cố ý không xếp mức độ phức tạp',
    en: 'A task is deliberately not graded',
  },
  explanation: {
    vi: 'Công việc ghi “unrated” kèm lý do được in không có các ô mức độ. Đây là cách duy nhất để không xếp mức, nên được nhắc lại để người duyệt biết; với --strict thì là lỗi.',
    en: 'A task that has “unrated” with a reason is printed without level cells. This is the only way not to grade a task, so it is reported to the reviewer; with --strict it is an error.',
  },
  example: {
    bad: '- text: Thực hiện chế độ hội họp\n  unrated: Việc chung, không xếp mức\n',
    good: '- text: Thực hiện chế độ hội họp\n  complexity: 1\n',
  },
  messages: {
    unrated: say(
      '{task} không xếp mức độ phức tạp: {reason} → Nếu công việc cần xếp mức, thay “unrated” bằng “complexity” với một mức từ 1 đến 5.',
      '{task} is not graded: {reason} → If it should be graded, replace “unrated” by “complexity” with a level from 1 to 5.',
      'Nếu công việc cần xếp mức, tách thành năm ô và đánh dấu “X” vào một ô.',
      'If it should be graded, split the cell into five and put an “X” in one of them.',
    ),
  },
  check(form, report) {
    for (const placed of tasksOf(form)) {
      const { unrated, complexity } = placed.task;
      if (typeof unrated?.value !== 'string' || complexity) continue;
      const reason = unrated.value.trim();
      if (reason === '') continue;
      report({ message: 'unrated', path: unrated.path, facts: { reason, ...taskFacts(placed) } });
    }
  },
});
