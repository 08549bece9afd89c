import type { Path } from '../diagnostics/finding.ts';
import type { Form } from '../form/form.ts';
import { keepLast } from '../form/keep-last.ts';
import { tasksOf } from '../form/walk-form.ts';
import { defineRule, say, wording } from './rule.ts';

export const codeSequence = defineRule({
  id: 'code-sequence',
  severity: 'error',
  summary: {
    vi: 'Mã công việc (1.1.1, 1.1.2, 1.2.1 …) thuộc đúng mảng và liên tục',
    en: 'Codes (1.1.1, 1.1.2, 1.2.1 …) belong to their area and are in sequence',
  },
  explanation: {
    vi: 'Mã in ở đầu nội dung công việc gồm ba số: mảng.chủ đề.bước, ví dụ 1.1.1 (chủ trì), 1.1.2 (tham gia), 1.2.1 …. Số đầu là số của mảng; nhóm không chia mảng thì là số của nhóm viết bằng chữ số Ả Rập.\n\nMã sau tăng thêm một bước, hoặc sang chủ đề kế tiếp và bắt đầu từ bước 1; không nhảy số, không lặp. Công việc không có mã có thể đứng xen giữa.',
    en: 'The code printed before a task has three numbers: area.topic.step, such as 1.1.1 (lead), 1.1.2 (take part), 1.2.1 …. The first is the number of the area; in a group without areas, the number of the group in Arabic numerals.\n\nEach code increases the step by one, or continues with step 1 of the next topic: no gaps, no repeats. Tasks without a code are allowed in between.',
  },
  example: {
    bad: '- code: 1.1.1\n  text: Chủ trì xây dựng đề án về tổ chức bộ máy\n  complexity: 4\n- code: 1.1.3\n  text: Tham gia xây dựng đề án về tổ chức bộ máy\n  complexity: 3\n',
    good: '- code: 1.1.1\n  text: Chủ trì xây dựng đề án về tổ chức bộ máy\n  complexity: 4\n- code: 1.1.2\n  text: Tham gia xây dựng đề án về tổ chức bộ máy\n  complexity: 3\n',
  },
  messages: {
    malformed: {
      text: ({ code }) => ({
        vi: `mã ${code ? `“${code}” ` : ''}không hợp lệ: cần ba số dạng mảng.chủ đề.bước`,
        en: `invalid code${code ? ` “${code}”` : ''}: expected three numbers, area.topic.step`,
      }),
      hint: wording('Mã kế tiếp là {expected}.', 'The next code is {expected}.'),
    },
    'wrong-area': say(
      'mã {code} không bắt đầu bằng số {area} của mảng (nhóm) này → Mã kế tiếp ở đây là {expected}.',
      'code {code} does not begin with {area}, the number of its area (or group) → The next code here is {expected}.',
    ),
    repeated: say(
      'mã {code} bị lặp → Mã kế tiếp là {expected}.',
      'code {code} is used twice → The next code is {expected}.',
    ),
    unexpected: say(
      'mã {code} không liên tục: phải là {expected} → Sửa mã, hoặc bổ sung công việc còn thiếu trước đó.',
      'code {code} is out of sequence: expected {expected} → Correct the code, or add the missing task before it.',
    ),
  },
  fix: {
    summary: {
      vi: 'Khi mọi mã của mảng cùng mang số của một mảng khác, thay bằng số của mảng này; bỏ dấu chấm cuối mã. Mã bị lặp hoặc nhảy số cần người xem lại.',
      en: 'Where all codes of an area begin with the number of one other area, replaces it by that of their own; removes a full stop at the end of a code. Repeats and gaps need a person.',
    },
    changes: ({ message, path, facts }, { form }) => {
      const { code, area } = { code: String(facts?.code), area: String(facts?.area) };
      const bare = code.replace(/\.$/, '');
      if (message === 'malformed') return isCode(bare) ? [{ kind: 'set', path, value: bare }] : [];
      if (message !== 'wrong-area' || !form) return [];
      const first = code.slice(0, code.indexOf('.') + 1);
      const areas = areasByCode(form).get(path);
      return areas?.size === 1 && areas.has(first)
        ? [{ kind: 'set', path, value: `${area}.${code.slice(first.length)}` }]
        : [];
    },
  },
  check(form, report) {
    let list: unknown;
    let seen = new Set<string>();
    let previous: { topic: number; step: number } | undefined;
    for (const { task, group, section, parentNumber: area } of tasksOf(form)) {
      if (list !== (section ?? group)) {
        list = section ?? group;
        seen = new Set();
        previous = undefined;
      }
      if (!task.code) continue;
      const code = task.code.value.trim();
      const next = nextCodes(area, previous);
      const facts = { code, area, expected: next.join(' / ') };
      const parts = /^(?!.*\d{10})(\d+)\.(\d+)\.(\d+)$/.exec(code);
      const { path } = task.code;
      if (!parts) report({ message: 'malformed', path, facts });
      else if (parts[1] !== area) report({ message: 'wrong-area', path, facts });
      else if (seen.has(code)) report({ message: 'repeated', path, facts });
      else if (!next.includes(code)) report({ message: 'unexpected', path, facts });
      seen.add(code);
      // Continues from the written code, so that one slip is one finding.
      if (parts && parts[1] === area) previous = { topic: Number(parts[2]), step: Number(parts[3]) };
    }
  },
});

const isCode = (text: string) => /^\d+\.\d+\.\d+$/.test(text);

/** By the path of a code, the first parts of all codes of its list; malformed codes get another text. */
const areasByCode = keepLast((form: Form): ReadonlyMap<Path, ReadonlySet<string>> => {
  const byList = new Map<unknown, Set<string>>();
  const byPath = new Map<Path, ReadonlySet<string>>();
  for (const { task, section, group } of tasksOf(form)) {
    if (!task.code) continue;
    const areas = byList.get(section ?? group) ?? new Set();
    byList.set(section ?? group, areas);
    byPath.set(task.code.path, areas);
    const code = task.code.value.trim();
    areas.add(isCode(code) ? code.slice(0, code.indexOf('.') + 1) : code);
  }
  return byPath;
});

/** The codes that may follow another in an area: the next step of its topic, the first of the next topic. */
function nextCodes(area: string, previous: { topic: number; step: number } | undefined): string[] {
  if (!previous) return [`${area}.1.1`];
  const { topic, step } = previous;
  return [`${area}.${topic}.${step + 1}`, `${area}.${topic + 1}.1`];
}
