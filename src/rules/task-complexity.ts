import { showValue } from '../diagnostics/plain-value.ts';
import { levelOf, type Task } from '../form/form.ts';
import { insideCurlyQuotes } from '../form/form-keys.ts';
import { taskFacts, tasksOf } from '../form/walk-form.ts';
import { levelsIn } from '../vietnamese/levels-in.ts';
import { defineRule, hintInWord, say, withHint, wording } from './rule.ts';

const chooseOne = [
  'Ghi đúng một số nguyên từ 1 đến 5, ví dụ “complexity: 3”.',
  'Write exactly one whole number from 1 to 5, for example “complexity: 3”.',
] as const;
const markOne = [
  'Đánh dấu “X” vào đúng một ô trong năm cột mức độ phức tạp.',
  'Put an “X” in exactly one of the five level columns.',
] as const;
const notOne = withHint(...chooseOne, ...markOne);
const inQuotes = withHint(
  'Bỏ dấu ngoặc kép: “complexity: {value}”.',
  'Remove the quotes: “complexity: {value}”.',
);

export const taskComplexity = defineRule({
  id: 'task-complexity',
  severity: 'error',
  summary: {
    vi: 'Mỗi công việc có đúng một mức độ phức tạp từ 1 đến 5',
    en: 'Every task has exactly one level of complexity, 1 to 5',
  },
  explanation: {
    vi: 'Trên biểu, mỗi công việc từ nhóm II trở đi được đánh dấu vào đúng một trong năm cột mức độ phức tạp. Thiếu mức, nhiều mức, mức ngoài khoảng 1–5 hoặc không phải số nguyên đều là lỗi.\n\nCông việc không xếp mức (việc chung của mọi người) thì ghi “unrated” kèm lý do thay cho “complexity”; không ghi cả hai. Nhóm I (lãnh đạo, quản lý) không cần xếp mức; nếu có ghi thì mức vẫn được kiểm tra. Cơ quan muốn nhóm I cũng phải có mức thì đặt “leadership: true” cho quy tắc này trong bieu2.config.yaml.',
    en: 'On the form, every task from group II on has a mark in exactly one of five level columns. No level, several levels, a level outside 1–5 and one that is not a whole number are errors.\n\nA task that is deliberately not graded has “unrated” with a reason instead of “complexity”, never both. Group I (leadership) needs no levels; levels given there are checked. An office that requires levels there as well sets “leadership: true” for this rule in bieu2.config.yaml.',
  },
  example: {
    bad: '- text: Quản lý hồ sơ đảng viên, thẻ đảng viên\n',
    good: '- text: Quản lý hồ sơ đảng viên, thẻ đảng viên\n  complexity: 3\n',
  },
  messages: {
    missing: say(
      '{task} chưa có mức độ phức tạp → Thêm “complexity:” với một mức từ 1 đến 5; nếu cố ý không xếp mức, thêm “unrated:” kèm lý do.',
      '{task} has no level of complexity → Add “complexity:” with a level from 1 to 5; if it is deliberately not graded, add “unrated:” with the reason.',
      'Đánh dấu “X” vào đúng một ô trong năm cột mức độ phức tạp; nếu cố ý không xếp mức, gộp năm ô làm một.',
      'Put an “X” in one of the five level columns; if the task is deliberately not graded, merge the five cells.',
    ),
    'empty-in-group-one': say(
      '{task} có khóa “complexity” để trống → Bỏ khóa này: nhóm I không cần xếp mức; hoặc ghi một mức từ 1 đến 5.',
      '{task} has the key “complexity” without a level → Remove the key, since group I needs no level, or give a level from 1 to 5.',
    ),
    several: notOne(
      '{task} có nhiều mức độ phức tạp ({value}): chỉ được một',
      '{task} has several levels of complexity ({value}): only one is allowed',
    ),
    'out-of-range': notOne(
      '{task} có mức độ phức tạp {value}, ngoài khoảng từ 1 đến 5',
      '{task} has level of complexity {value}, outside 1 to 5',
    ),
    'not-whole': notOne(
      '{task} có mức độ phức tạp {value}, không phải số nguyên',
      '{task} has level of complexity {value}, which is not a whole number',
    ),
    listed: notOne(
      '{task} có mức độ phức tạp [{value}] ghi dạng danh sách: cần một số',
      '{task} has its level of complexity written as a list [{value}]: expected one number',
    ),
    quoted: inQuotes(
      '{task} có mức độ phức tạp “{value}” ghi dạng văn bản: cần số',
      '{task} has its level of complexity written as text “{value}”: expected a number',
    ),
    'not-a-number': {
      text: wording(
        '{task} có mức độ phức tạp “{value}”, không phải số',
        '{task} has level of complexity “{value}”, which is not a number',
      ),
      hint: ({ level }) =>
        level
          ? { vi: `Ghi “complexity: ${level}”.`, en: `Write “complexity: ${level}”.` }
          : { vi: chooseOne[0], en: chooseOne[1] },
      ...hintInWord(...markOne),
    },
    'curly-quotes': inQuotes(
      '{task} có mức độ phức tạp “{value}” trong ngoặc kép cong của Word: cần số',
      '{task} has its level of complexity “{value}” in curly quotes, as typed by Word: expected a number',
    ),
    'level-and-unrated': say(
      '{task} vừa có “complexity” vừa có “unrated” → Giữ “complexity” nếu công việc được xếp mức, nếu không thì giữ “unrated”.',
      '{task} has both “complexity” and “unrated” → Keep “complexity” if the task is graded, otherwise keep “unrated”.',
    ),
    'no-reason': say(
      '{task} ghi “unrated” mà không có lý do → Ghi lý do bằng chữ, ví dụ “unrated: Việc chung, không xếp mức”.',
      '{task} has “unrated” without a reason → Write the reason as text, for example “unrated: Việc chung, không xếp mức”.',
    ),
  },
  fix: {
    summary: {
      vi: 'Viết mức ghi dạng văn bản ("3", “3”) hoặc danh sách một số ([3]) thành số. Không tự chọn mức.',
      en: 'Writes a level given as text ("3", “3”) or as a list of one ([3]) as a number. A level is never chosen automatically.',
    },
    changes: ({ message, path, facts }) =>
      ['quoted', 'listed', 'curly-quotes'].includes(message) && /^[1-5]$/.test(String(facts?.value))
        ? [{ kind: 'set', path, value: Number(facts?.value) }]
        : [],
  },
  offer: ({ path, facts }) => (facts?.level ? [{ kind: 'set', path, value: Number(facts.level) }] : []),
  check(form, report, { 'task-complexity': { leadership } }) {
    for (const placed of tasksOf(form)) {
      const { task, group } = placed;
      const fault = faultOf(task, group.ordinal === 1 && !leadership);
      if (!fault) continue;
      const { message, path = task.path, value = '', level = 0 } = fault;
      report({ message, path, facts: { value, level, ...taskFacts(placed) } });
    }
  },
});

interface Fault {
  /** The level that the text means, if it is not a valid level as written. */
  readonly level?: number;
  readonly message: keyof typeof taskComplexity.messages;
  readonly path?: Task['path'];
  readonly value?: string;
}

function faultOf(task: Task, mayLackLevel: boolean): Fault | undefined {
  const { complexity, unrated } = task;
  if (complexity && unrated) return { message: 'level-and-unrated', path: complexity.path };
  if (unrated) {
    const hasReason = typeof unrated.value === 'string';
    return hasReason ? undefined : { message: 'no-reason', path: unrated.path };
  }
  if (!complexity) return mayLackLevel ? undefined : { message: 'missing' };
  if (levelOf(task)) return undefined;
  const fault = { ...levelFault(complexity.value), path: complexity.path };
  return mayLackLevel && fault.message === 'missing' ? { ...fault, message: 'empty-in-group-one' } : fault;
}

function levelFault(value: unknown): Fault {
  if (value === null || value === undefined) return { message: 'missing' };
  const text = showValue(value).trim();
  if (Array.isArray(value) && value.length > 0) {
    return { message: value.length === 1 ? 'listed' : 'several', value: text };
  }
  if (typeof value === 'number' && !Number.isNaN(value)) {
    return {
      message: Number.isFinite(value) && !Number.isInteger(value) ? 'not-whole' : 'out-of-range',
      value: text,
    };
  }
  if (text === '') return { message: 'missing' };
  if (/^[1-5]$/.test(text)) return { message: 'quoted', value: text };
  const meant = levelsIn(text);
  const [level = 0] = meant;
  if (meant.length > 1) return { message: 'several', value: text };
  const inCurlyQuotes = insideCurlyQuotes(text) ?? '';
  if (/^[1-5]$/.test(inCurlyQuotes)) return { message: 'curly-quotes', value: inCurlyQuotes };
  return { message: 'not-a-number', value: text, level };
}
