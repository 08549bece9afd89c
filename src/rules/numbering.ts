import type { Change, Facts, Path } from '../diagnostics/finding.ts';
import type { Wording } from '../diagnostics/wording.ts';
import type { Form, Task } from '../form/form.ts';
import { keepLast } from '../form/keep-last.ts';
import { addedNumber, carriedCodes, carriedNumbers, type Siblings, siblingsOf } from '../form/numbers.ts';
import { tasksOf } from '../form/walk-form.ts';
import { defineRule, hintInWord, type ReportFinding, say, wording } from './rule.ts';

const kinds = {
  positions: { vi: 'chức vụ', en: 'position' },
  areas: { vi: 'mảng công việc', en: 'area' },
  tasks: { vi: 'công việc', en: 'task' },
};
const kindOf = (kind: unknown) => kinds[kind as keyof typeof kinds];

const changeWords = ({ expected, following }: Facts): Wording =>
  following
    ? {
        vi: `Sửa thành ${expected}, và ${following} số tiếp theo cũng vậy`,
        en: `Change it to ${expected} and the ${following} numbers after it as well`,
      }
    : { vi: `Sửa thành ${expected}`, en: `Change it to ${expected}` };

export const numbering = defineRule({
  id: 'numbering',
  severity: 'error',
  summary: {
    vi: 'Số của chức vụ, mảng và công việc liên tục, đúng thứ tự',
    en: 'Positions, areas and tasks are numbered in sequence',
  },
  explanation: {
    vi: 'Chức vụ và mảng công việc được đánh số 1, 2, 3 …; công việc của mảng 2 là 2.1, 2.2 … 2.10 (sau 2.9 là 2.10, không phải 3.0); công việc đứng trực tiếp trong nhóm III là 3.1, 3.2 …. Nhiệm vụ của chức vụ không có số.\n\nCó thể bỏ hết “number” để bieu2 tự đánh số. Nếu ghi thì phải ghi cho mọi mục cùng cấp, và phải đúng số đếm. Khi một số sai kéo theo các số sau, chỉ số sai đầu tiên được báo.',
    en: 'Positions and areas are numbered 1, 2, 3 …; the tasks of area 2 are 2.1, 2.2 … 2.10 (2.10 follows 2.9); tasks directly in group III are 3.1, 3.2 …. Duties of positions have no number.\n\nLeave “number” out to have items numbered automatically. If numbers are given, all siblings need one, in sequence. If one wrong number shifts those after it, only the first is reported.',
  },
  example: {
    bad: '- number: 1.9\n  text: Quản lý hồ sơ đảng viên\n  complexity: 3\n',
    good: '- number: 1.1\n  text: Quản lý hồ sơ đảng viên\n  complexity: 3\n',
  },
  messages: {
    unexpected: {
      text: ({ kind, number, expected, group }) => ({
        vi: `số ${kindOf(kind).vi} là ${number}, đúng thứ tự phải là ${expected} (nhóm ${group})`,
        en: `the ${kindOf(kind).en} has the number ${number}, expected ${expected} (group ${group})`,
      }),
      hint: (facts) => ({
        vi: `${changeWords(facts).vi}; hoặc bỏ mọi “number” cùng cấp để tự đánh số.`,
        en: `${changeWords(facts).en}, or remove “number” from all siblings to have them numbered automatically.`,
      }),
      inWord: {
        hint: (facts) => ({ vi: `${changeWords(facts).vi}.`, en: `${changeWords(facts).en}.` }),
      },
    },
    malformed: {
      text: ({ kind, number, expected }) => ({
        vi: `số ${kindOf(kind).vi} ${number ? `“${number}” ` : ''}không hợp lệ: cần ${expected}`,
        en: `invalid number${number ? ` “${number}”` : ''} of the ${kindOf(kind).en}: expected ${expected}`,
      }),
      hint: wording('Ghi “number: {expected}”.', 'Write “number: {expected}”.'),
      ...hintInWord('Sửa thành {expected}.', 'Change it to {expected}.'),
    },
    partial: {
      text: ({ kind, expected, group }) => ({
        vi: `${kindOf(kind).vi} thiếu số ${expected} trong khi các mục cùng cấp có số (nhóm ${group})`,
        en: `the ${kindOf(kind).en} has no number, but its siblings do: expected ${expected} (group ${group})`,
      }),
      hint: wording(
        'Thêm “number: {expected}”, hoặc bỏ mọi “number” cùng cấp.',
        'Add “number: {expected}”, or remove “number” from all siblings.',
      ),
      ...hintInWord('Ghi số {expected} vào cột của nó.', 'Write the number {expected} into its column.'),
    },
    'on-a-duty': say(
      'nhiệm vụ của chức vụ không mang số (đang ghi {number}) → Bỏ “number” ở nhiệm vụ này.',
      'duties of a position have no number (found {number}) → Remove “number” from this duty.',
    ),
  },
  fix: {
    summary: {
      vi: 'Đánh lại số theo thứ tự đếm, thêm số còn thiếu, bỏ số ở nhiệm vụ của chức vụ.',
      en: 'Renumbers, adds missing numbers, removes those of duties.',
    },
    changes: ({ message, path, facts }, { form, value }) => {
      const number = String(facts?.expected);
      if (message === 'on-a-duty') return [{ kind: 'remove', path }];
      if (message === 'malformed') return [{ kind: 'set', path, value: number }];
      if (message === 'unexpected') return form ? recount(form, path, Number(facts?.following)) : [];
      return [addedNumber(path, number, value)];
    },
  },
  check(form, report) {
    for (const siblings of siblingsOf(form)) checkSiblings(siblings, report);
    for (const { task, isDuty } of tasksOf(form)) {
      if (!isDuty || !task.number) continue;
      report({
        message: 'on-a-duty',
        path: task.number.path,
        at: 'key',
        facts: { number: task.number.value },
      });
    }
  },
});

type SiblingFault = 'unexpected' | 'malformed' | 'partial';

function checkSiblings({ group, kind, items, prefix }: Siblings, report: ReportFinding<SiblingFault>): void {
  if (items.every((item) => !item.number)) return;
  if (items.every((item, index) => item.number?.value === `${prefix}${index + 1}`)) return;
  const reportItem = (message: SiblingFault, path: Path, index: number, more = {}) => {
    const expected = `${prefix}${index + 1}`;
    report({ message, path, facts: { kind, group: group.key, expected, ...more } });
  };
  const drifts = items.map((item, index) => driftOf(item.number?.value, index));
  for (const [index, item] of items.entries()) {
    const drift = drifts[index];
    if (!item.number) {
      // An item that could not be decoded has its own finding.
      if (!('isFaulty' in item && item.isFaulty)) reportItem('partial', item.path, index);
    } else if (!/^\d+(?:\.\d+)*$/.test(item.number.value)) {
      reportItem('malformed', item.number.path, index, { number: item.number.value });
    } else if (drift !== `${prefix}0` && (drift === undefined || drift !== drifts[index - 1])) {
      let end = index + 1;
      while (drift !== undefined && drifts[end] === drift) end++;
      reportItem('unexpected', item.number.path, index, {
        number: item.number.value,
        following: end - index - 1,
      });
    }
  }
}

/**
 * The part before the count, and how far the count is from the expected one: “1.0” for a correct number of area 1,
 * “2.0” for one of another area, “1.1” for one too high. Undefined without a count.
 */
function driftOf(number: string | undefined, index: number): string | undefined {
  const parts = /^((?:\d+\.)*)([1-9]\d{0,8})$/.exec(number ?? '');
  return parts ? `${parts[1]}${Number(parts[2]) - index - 1}` : undefined;
}

/** Renumbers what is at `path` and the `following` items that only follow it, an area with its tasks and their codes. */
function recount(form: Form, path: Path, following: number): Change[] {
  const found = placesOf(form).get(path);
  if (!found) return [];
  const { items, prefix } = found.siblings;
  return items.slice(found.index, found.index + 1 + following).flatMap((item, offset) => {
    const value = `${prefix}${found.index + offset + 1}`;
    if (!item.number) return [];
    const own: Change = { kind: 'set', path: item.number.path, value };
    return [own, ...('tasks' in item ? carriedAlong(item.tasks, item.number.value, value) : [])];
  });
}

const carriedAlong = (tasks: readonly Task[], from: string, to: string) => [
  ...carriedNumbers(tasks, from, to),
  ...carriedCodes(tasks, from, to),
];

const placesOf = keepLast(
  (form: Form): ReadonlyMap<Path | undefined, { siblings: Siblings; index: number }> =>
    new Map(
      [...siblingsOf(form)].flatMap((siblings) =>
        siblings.items.map(({ number }, index) => [number?.path, { siblings, index }]),
      ),
    ),
);
