import type { Change } from '../diagnostics/finding.ts';
import type { Form } from '../form/form.ts';
import { keepLast } from '../form/keep-last.ts';
import { type PlacedTask, tasksOf } from '../form/walk-form.ts';
import { headCode } from '../vietnamese/head-code.ts';
import { defineRule, say, wording } from './rule.ts';

export const codeInText = defineRule({
  id: 'code-in-text',
  severity: 'warning',
  summary: {
    vi: 'Mã công việc ghi ở “code”, không ghi ở đầu nội dung',
    en: 'The code of a task is in “code”, not at the start of its text',
  },
  explanation: {
    vi: 'Mã như 1.1.2 gõ ở đầu nội dung không được kiểm tra thứ tự, và bị in hai lần nếu mục “code” cũng có. Mã ghi ở “code”, số thứ tự như 2.10 ghi ở “number”, hoặc bỏ đi để bieu2 tự đánh số; cả hai được in đúng chỗ trên biểu.\n\nNgày tháng (1.5.2025), số liệu (1.000, 3.5) và viện dẫn như “1.1.2 của Đề án” không bị báo.',
    en: 'A code such as 1.1.2 typed at the start of a text is not checked for its order, and is printed twice if the task also has a “code”. Put the code in “code” and a number such as 2.10 in “number”, or leave the number out: tasks are numbered automatically. Both are printed in their place on the form.\n\nDates (1.5.2025), figures (1.000, 3.5) and references such as “1.1.2 của Đề án” are not reported.',
  },
  example: {
    bad: '- text: 1.1.1. Chủ trì xây dựng đề án về tổ chức, cán bộ\n  complexity: 4\n',
    good: '- code: 1.1.1\n  text: Chủ trì xây dựng đề án về tổ chức, cán bộ\n  complexity: 4\n',
  },
  messages: {
    code: {
      text: wording(
        'mã {code} nằm ở đầu nội dung công việc: cần ghi ở “code”',
        'the code {code} is at the start of the text: it belongs in “code”',
      ),
      hint: ({ code, has }) =>
        has
          ? {
              vi: 'Bỏ mã ở đầu nội dung: công việc đã có “code”.',
              en: 'Remove it: the task already has a “code”.',
            }
          : { vi: `Chuyển mã sang “code: ${code}”.`, en: `Move it to “code: ${code}”.` },
    },
    number: say(
      'số {code} nằm ở đầu nội dung công việc: số thứ tự được in ở cột riêng → Bỏ số ở đầu nội dung.',
      'the number {code} is at the start of the text: numbers are printed in a column of their own → Remove it from the text.',
    ),
  },
  fix: {
    summary: {
      vi: 'Chuyển mã từ đầu nội dung sang “code”; xóa mã hoặc số trùng với “code”, “number” đã có. Mã khác với “code” cần người xem lại.',
      en: 'Moves the code to “code”; removes a code or number that repeats “code” or “number”. One that differs from “code” needs a person.',
    },
    changes: ({ message, path, range, facts }, { form }) => {
      const placed = form && tasksByText(form).get(path);
      if (!placed?.task.text || !range) return [];
      const { task, number, isDuty } = placed;
      const end = contentStart(placed.task.text.value, range[1]);
      const code = String(facts?.code);
      const removal: Change = { kind: 'replace', path, range: [0, end], text: '' };
      if (message === 'number') return number === code && !isDuty ? [removal] : [];
      if (task.code) return task.code.value === code ? [removal] : [];
      return [removal, { kind: 'add', path: [...task.path, 'code'], before: 'text', value: code }];
    },
  },
  check(form, report) {
    for (const { task } of tasksOf(form)) {
      const found = task.text && headCode(task.text.value);
      if (!task.text || !found) continue;
      const { kind, code, start, end } = found;
      const facts = { code, has: task.code ? 1 : 0 };
      report({ message: kind, path: task.text.path, range: [start, end], facts });
    }
  },
});

const tasksByText = keepLast(
  (form: Form): ReadonlyMap<unknown, PlacedTask> =>
    new Map(tasksOf(form).map((placed) => [placed.task.text?.path, placed])),
);

/** The start of the text after its code: after spaces, and after a colon or dash instead of a full stop. */
function contentStart(text: string, codeEnd: number): number {
  const between = /[.)]/.test(text.charAt(codeEnd - 1)) ? /\s*/y : /\s*(?:[:–-]\s*)?/y;
  between.lastIndex = codeEnd;
  return codeEnd + (between.exec(text)?.[0].length ?? 0);
}
