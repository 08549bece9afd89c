import { describe, expect, it } from 'vitest';
import { goodForm } from '../cli/run-main.ts';
import { diagnosticsOf } from '../finding-lines.ts';

/** What is found in one task of group II, or of group I: `rule/message`. */
function found(task: string, group: 'I' | 'II' = 'II'): string[] {
  const own = `{ tasks: [{ text: Quản lý hồ sơ, ${task} }] }`;
  const other = { I: '{ tasks: [Lãnh đạo Ban] }', II: '{ tasks: [{ text: Họp, complexity: 1 }] }' };
  const text = `form: bieu-so-2
version: 1
unit: BAN A
groups:
  I: ${group === 'I' ? own : other.I}
  II: ${group === 'II' ? own : other.II}
  III: { tasks: [{ text: Tiếp nhận văn bản, complexity: 2 }] }
`;
  return diagnosticsOf(text).map(({ rule, messageId }) => `${rule}/${messageId}`);
}

describe('the level of a task from group II on', () => {
  it.each<[string, string[]]>([
    ...[1, 2, 3, 4, 5].map((level): [string, string[]] => [`complexity: ${level}`, []]),
    ['complexity: 3.0', []],
    ['unrated: Việc chung', ['unrated-task/unrated']],
    ['', ['task-complexity/missing']],
    ['complexity: ', ['task-complexity/missing']],
    ['complexity: ~', ['task-complexity/missing']],
    ['complexity: ""', ['task-complexity/missing']],
    ['complexity: []', ['task-complexity/missing']],
    ['complexity: 0', ['task-complexity/out-of-range']],
    ['complexity: 6', ['task-complexity/out-of-range']],
    ['complexity: -1', ['task-complexity/out-of-range']],
    ['complexity: 1e400', ['task-complexity/out-of-range']],
    ['complexity: 3.5', ['task-complexity/not-whole']],
    ['complexity: .nan', ['task-complexity/not-a-number']],
    ['complexity: cao', ['task-complexity/not-a-number']],
    ['complexity: x', ['task-complexity/not-a-number']],
    ['complexity: IV', ['task-complexity/not-a-number']],
    ['complexity: true', ['task-complexity/not-a-number']],
    ['complexity: { a: 1 }', ['task-complexity/not-a-number']],
    ['complexity: "3"', ['task-complexity/quoted']],
    ['complexity: " 3 "', ['task-complexity/quoted']],
    ['complexity: "6"', ['task-complexity/not-a-number']],
    ['complexity: [3]', ['task-complexity/listed']],
    ['complexity: [3, 4]', ['task-complexity/several']],
    ['complexity: 3-4', ['task-complexity/several']],
    ['complexity: 3/4', ['task-complexity/several']],
    ['complexity: "3, 4"', ['task-complexity/several']],
    ['complexity: 3 và 4', ['task-complexity/several']],
    ['complexity: 4 hoặc 5', ['task-complexity/several']],
    ['complexity: mức 3 hay mức 4', ['task-complexity/several']],
    ['complexity: từ 2 đến 3', ['task-complexity/several']],
    ['complexity: III-IV', ['task-complexity/several']],
    ['complexity: “3”', ['task-complexity/curly-quotes']],
    ['complexity: “6”', ['task-complexity/not-a-number']],
    ['complexity: 3, unrated: Việc chung', ['task-complexity/level-and-unrated']],
    ['complexity: , unrated: Việc chung', ['task-complexity/level-and-unrated']],
    ['complexity: 9, unrated: Việc chung', ['task-complexity/level-and-unrated']],
    ['unrated: ', ['task-complexity/no-reason']],
    ['unrated: true', ['task-complexity/no-reason']],
    ['unrated: 3', ['task-complexity/no-reason']],
    ['unrated: " "', ['empty-text/reason']],
  ])('%s', (task, expected) => {
    expect(found(task)).toEqual(expected);
  });
});

describe('the level of a task of group I', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['complexity: 3', ['leadership-complexity/level']],
    ['complexity: 6', ['task-complexity/out-of-range']],
    ['complexity: [3, 4]', ['task-complexity/several']],
    ['complexity: ', ['task-complexity/empty-in-group-one']],
    ['unrated: Việc lãnh đạo', ['unrated-task/unrated']],
    ['complexity: 3, unrated: Việc lãnh đạo', ['task-complexity/level-and-unrated']],
  ])('%s', (task, expected) => {
    expect(
      found(task, 'I').filter((one) => !one.startsWith('leadership-complexity') || task === 'complexity: 3'),
    ).toEqual(expected);
  });
});

it.each([
  ['III', 3],
  ['iv', 4],
  ['mức 3', 3],
  ['Mức độ phức tạp: 2', 2],
  ['mức III', 3],
  ['3)', 3],
  ['3.)', 3],
  ['(3)', 3],
  ['３', 3],
  ['‘5’', 5],
  ['mức 3'.normalize('NFD'), 3],
  ['03', 3],
  ['bậc 2', 2],
  ['cấp 4', 4],
  ['ở mức 3', 3],
  ['3 (trung bình)', 3],
  ['ba', 3],
  ['Mức năm', 5],
  ['VI', undefined],
  ['(trung bình)', undefined],
  ['mức 6', undefined],
  ['cao', undefined],
  ['13', undefined],
])('the hint for the level %s names the digit', (written, level) => {
  const text = goodForm.replace('complexity: 4', `complexity: ${JSON.stringify(written)}`);
  const [found] = diagnosticsOf(text).filter(({ rule }) => rule === 'task-complexity');
  const expected = level === undefined ? 'ví dụ “complexity: 3”.' : `“complexity: ${level}”.`;
  expect(found?.hint?.endsWith(expected)).toBe(true);
});
