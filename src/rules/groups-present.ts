import type { Group } from '../form/form.ts';
import { toRoman } from '../form/roman.ts';
import { defineRule, hintInWord, say, wording } from './rule.ts';

export const groupsPresent = defineRule({
  id: 'groups-present',
  severity: 'error',
  summary: {
    vi: 'Có đủ nhóm I, II, III; số nhóm liên tục; không nhóm nào trống',
    en: 'Groups I, II and III exist, without a gap, and none is empty',
  },
  explanation: {
    vi: 'Biểu số 2 chia công việc của đơn vị thành các nhóm đánh số La Mã. Nhóm I (lãnh đạo, quản lý), nhóm II (chuyên môn, nghiệp vụ) và nhóm III (hỗ trợ, phục vụ) bắt buộc phải có; nhóm IV, V … có thể thêm vào sau, không được nhảy số.\n\nMỗi nhóm phải có ít nhất một công việc, mỗi chức vụ hoặc mảng công việc cũng vậy.',
    en: 'Biểu số 2 divides the work of a unit into groups with Roman numerals. Group I (leadership), group II (professional work) and group III (support) are required; IV, V … may follow, without a gap.\n\nEvery group has at least one task, and so does every position and every area.',
  },
  example: {
    bad: 'groups:\n  I:\n    tasks:\n      - Lãnh đạo, điều hành hoạt động của Ban\n  II:\n    tasks:\n      - text: Quản lý hồ sơ đảng viên\n        complexity: 3\n',
    good: 'groups:\n  I:\n    tasks:\n      - Lãnh đạo, điều hành hoạt động của Ban\n  II:\n    tasks:\n      - text: Quản lý hồ sơ đảng viên\n        complexity: 3\n  III:\n    tasks:\n      - text: Tiếp nhận văn bản đến, phát hành văn bản đi\n        complexity: 2\n',
  },
  messages: {
    missing: say(
      'thiếu nhóm {group} → Thêm khóa “{group}:” vào “groups” và ghi các công việc của nhóm.',
      'group {group} is missing → Add the key “{group}:” to “groups”, with the tasks of that group.',
      'Thêm vào bảng dòng tên nhóm {group} và các công việc của nhóm.',
      'Add a row that names group {group} to the table, and the tasks of that group.',
    ),
    gap: say(
      'nhóm {group} đứng sau khoảng trống: cần có nhóm {expected} trước → Đổi “{group}” thành “{expected}”, hoặc thêm nhóm {expected}.',
      'group {group} comes after a gap: group {expected} is missing before it → Rename “{group}” to “{expected}”, or add group {expected}.',
    ),
    'not-a-group': {
      text: wording(
        '“{group}” không phải số nhóm: cần số La Mã viết hoa (I, II, III, IV …)',
        '“{group}” is not a group number: expected a Roman numeral in capitals (I, II, III, IV …)',
      ),
      hint: ({ meant }) =>
        meant
          ? { vi: `Đổi thành “${meant}”.`, en: `Rename it to “${meant}”.` }
          : { vi: 'Đổi khóa này thành số La Mã kế tiếp.', en: 'Rename the key to the next Roman numeral.' },
    },
    'empty-group': say(
      'nhóm {group} chưa có công việc nào → Thêm “positions”, “areas” hoặc “tasks” với ít nhất một công việc.',
      'group {group} has no task → Add “positions”, “areas” or “tasks” with at least one task.',
      'Thêm ít nhất một công việc vào nhóm.',
      'Add at least one task to the group.',
    ),
    'empty-section': {
      text: ({ title, kind }) => {
        const name = title ? ` “${title}”` : '';
        return kind === 'position'
          ? { vi: `chức vụ${name} chưa có nhiệm vụ nào`, en: `the position${name} has no duty` }
          : { vi: `mảng công việc${name} chưa có công việc nào`, en: `the area${name} has no task` };
      },
      hint: wording(
        'Thêm ít nhất một công việc vào “tasks”, hoặc bỏ mục này.',
        'Add at least one task to “tasks”, or remove the entry.',
      ),
      ...hintInWord(
        'Thêm ít nhất một dòng công việc bên dưới, hoặc xóa dòng này.',
        'Add at least one row with a task below, or delete this row.',
      ),
    },
  },
  fix: {
    summary: {
      vi: 'Viết lại số nhóm như “ii” hoặc “2” thành “II”.',
      en: 'Writes group numbers such as “ii” or “2” as “II”.',
    },
    changes: ({ message, path, facts }) =>
      message === 'not-a-group' && facts?.meant ? [{ kind: 'rename', path, key: String(facts.meant) }] : [],
  },
  check(form, report) {
    const { groups, groupsPath } = form;
    if (!groupsPath) return;
    const present = new Set(groups.map((group) => group.ordinal));
    const isBehindGap = ({ ordinal = 0 }: Group) => ordinal > 3 && !present.has(ordinal - 1);
    const missing = [1, 2, 3].filter((ordinal) => !present.has(ordinal));
    // “I, II, IV” is one slip: either IV means III, or III is missing.
    const isOneSlip = missing.length === 1 && groups.some(isBehindGap);
    for (const ordinal of isOneSlip ? [] : missing) {
      report({ message: 'missing', path: groupsPath, at: 'key', facts: { group: toRoman(ordinal) } });
    }
    for (const group of groups) {
      const facts = { group: group.key };
      const { ordinal } = group;
      if (ordinal === undefined || toRoman(ordinal) !== group.key) {
        const meant = ordinal === undefined ? '' : toRoman(ordinal);
        report({ message: 'not-a-group', path: group.path, at: 'key', facts: { ...facts, meant } });
      } else if (isBehindGap(group) && (ordinal > 4 || isOneSlip)) {
        const expected = toRoman(firstGap(present, isOneSlip ? 1 : 4));
        report({ message: 'gap', path: group.path, at: 'key', facts: { ...facts, expected } });
      }
      if (group.isEmpty) report({ message: 'empty-group', path: group.path, at: 'key', facts });
      for (const kind of ['position', 'area'] as const) {
        for (const section of kind === 'position' ? group.positions : group.areas) {
          if (!section.emptyTasks) continue;
          const title = section.title?.value ?? '';
          report({ message: 'empty-section', path: section.emptyTasks, at: 'key', facts: { title, kind } });
        }
      }
    }
  },
});

function firstGap(present: ReadonlySet<number | undefined>, from: number): number {
  let ordinal = from;
  while (present.has(ordinal)) ordinal++;
  return ordinal;
}
