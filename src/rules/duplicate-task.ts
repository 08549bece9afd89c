import { type PlacedTask, taskFacts, tasksOf } from '../form/walk-form.ts';
import { consonantHash, foldText } from '../vietnamese/fold-text.ts';
import { lazyPattern } from '../vietnamese/once.ts';
import { defineRule, say } from './rule.ts';

const LETTER = lazyPattern('u')`\p{L}`;

export const duplicateTask = defineRule({
  id: 'duplicate-task',
  severity: 'warning',
  summary: { vi: 'Không có công việc trùng nhau', en: 'No task appears twice' },
  explanation: {
    vi: 'Một công việc ghi hai lần làm tăng khống số công việc của đơn vị. Hai nội dung được coi là trùng khi giống nhau sau khi bỏ qua chữ hoa, chữ thường, dấu cách, kiểu đặt dấu (hòa, hoà) và dấu câu ở cuối.\n\nNhiệm vụ của chức vụ chỉ so sánh trong cùng chức vụ: “Thực hiện công việc theo phân công” có thể đứng ở nhiều chức vụ.',
    en: 'A task that is listed twice inflates the number of tasks of a unit. Two texts are the same when they differ only in case, spaces, the position of tone marks (hòa, hoà) and final punctuation.\n\nDuties are compared within their position only: “Thực hiện công việc theo phân công” may appear under several positions.',
  },
  example: {
    bad: '- text: Quản lý hồ sơ đảng viên\n  complexity: 3\n- text: Quản lý hồ sơ Đảng viên.\n  complexity: 3\n',
    good: '- text: Quản lý hồ sơ đảng viên\n  complexity: 3\n- text: Quản lý hồ sơ cán bộ\n  complexity: 3\n',
  },
  messages: {
    duplicate: say(
      'nội dung trùng với {task} → Bỏ một trong hai, hoặc ghi rõ chỗ khác nhau.',
      'the text is the same as that of {task} → Remove one of them, or state how they differ.',
    ),
  },
  check(form, report) {
    const firsts = new AlikeTasks();
    let duties = new AlikeTasks();
    let position: PlacedTask['section'];
    for (const placed of tasksOf(form)) {
      const { task, section, isDuty } = placed;
      if (isDuty && section !== position) {
        position = section;
        duties = new AlikeTasks();
      }
      const first = (isDuty ? duties : firsts).firstLike(placed);
      // Spaces and dots are reported by other rules.
      if (first && task.text && hasLetter(foldText(task.text.value))) {
        report({ message: 'duplicate', path: task.text.path, facts: taskFacts(first) });
      }
    }
  },
});

const hasLetter = (text: string) => /[a-z]/.test(text) || LETTER().test(text);

/** Finds equal tasks. Texts are folded only if their consonants and digits are the same. */
class AlikeTasks {
  /** By that hash: the only task, or all tasks by their folded texts. */
  readonly #tasks = new Map<number, PlacedTask | Map<string, PlacedTask>>();

  /** The first task with the same text; undefined for the first itself, which is stored. */
  firstLike(placed: PlacedTask): PlacedTask | undefined {
    const hash = consonantHash(textOf(placed));
    const alike = this.#tasks.get(hash);
    if (!alike) {
      this.#tasks.set(hash, placed);
      return undefined;
    }
    const byText = alike instanceof Map ? alike : new Map([[foldText(textOf(alike)), alike]]);
    this.#tasks.set(hash, byText);
    const key = foldText(textOf(placed));
    const first = byText.get(key);
    if (!first) byText.set(key, placed);
    return first;
  }
}

const textOf = ({ task }: PlacedTask) => task.text?.value ?? '';
