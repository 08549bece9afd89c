import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeForm } from '../../src/form/decode-form.ts';
import type { Sheet, SheetRow } from '../../src/sheet/sheet.ts';
import { sheetOf } from '../../src/sheet/sheet-of.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { referenceSheet } from '../word/reference-sheet.ts';

function sheetFrom(text: string, draft = false): Sheet {
  const { form } = decodeForm(parseText(text, 'form.yaml'));
  if (!form) throw new Error('a form is expected');
  return sheetOf(form, { draft });
}

/** A row on one line: kind, number, title, text, level; paragraphs parted by `¶`. */
function line(row: SheetRow): string {
  const text = 'text' in row ? row.text.join(' ¶ ') : '';
  switch (row.kind) {
    case 'group':
    case 'area':
      return `${row.kind} ${row.number} | ${row.title}`;
    case 'duty':
      return `duty ${row.first ? `${row.number} ${row.title}` : '"'} | ${text} | ${row.level ?? '–'}`;
    case 'task':
      return `task ${row.number} | ${text} | ${row.level ?? '–'}`;
    case 'unrated':
      return `unrated ${row.number} | ${text}`;
  }
}

const rowsOf = (groups: string, draft = false) =>
  sheetFrom(`form: bieu-so-2\nversion: 1\nunit: BAN A\ngroups:\n${groups}`, draft).rows.map(line);

describe('the rows', () => {
  it('are those of the reference form', () => {
    const text = readFileSync(new URL('../../examples/bieu-so-2.yaml', import.meta.url), 'utf8');
    const printed = (rows: readonly SheetRow[]) =>
      rows.map((row) => (row.kind === 'duty' && !row.first ? 'duty' : `${row.kind} ${row.number}`));
    expect(printed(sheetFrom(text).rows)).toEqual(printed(referenceSheet.rows));
  });

  it('are of every kind, counted where no number is given', () => {
    expect(
      rowsOf(`  I:
    positions:
      - title: Trưởng Ban
        tasks: [Lãnh đạo Ban, { text: Quản lý tài sản, complexity: 4 }]
      - title: Phó Trưởng Ban
        tasks: [Giúp Trưởng Ban]
  II:
    title: Nhóm chuyên môn
    areas:
      - title: Nghiên cứu
        tasks:
          - { code: 1.1.1, text: Chủ trì đề án, complexity: 5 }
          - { text: Họp, unrated: Việc chung }
      - title: Kiểm tra
        tasks: [{ text: Kiểm tra hồ sơ, complexity: 1 }]
  III:
    tasks: [{ text: Văn thư, complexity: 2 }]
`),
    ).toEqual([
      'group I | Nhóm công việc lãnh đạo, quản lý',
      'duty 1 Trưởng Ban | Lãnh đạo Ban | –',
      'duty " | Quản lý tài sản | 4',
      'duty 2 Phó Trưởng Ban | Giúp Trưởng Ban | –',
      'group II | Nhóm chuyên môn',
      'area 1 | Nghiên cứu',
      'task 1.1 | 1.1.1. Chủ trì đề án | 5',
      'unrated 1.2 | Họp',
      'area 2 | Kiểm tra',
      'task 2.1 | Kiểm tra hồ sơ | 1',
      'group III | Nhóm công việc hỗ trợ, phục vụ',
      'task 3.1 | Văn thư | 2',
    ]);
  });

  it('stand in the order of the numerals, whatever the order of the file', () => {
    expect(
      rowsOf(`  X: { title: mười, tasks: [{ text: x, complexity: 1 }] }
  IV: { title: bốn, tasks: [{ text: d, complexity: 1 }] }
  IX: { title: chín, tasks: [{ text: i, complexity: 1 }] }
  II: { tasks: [{ text: b, complexity: 1 }] }
  I: { tasks: [a] }
`),
    ).toEqual([
      'group I | Nhóm công việc lãnh đạo, quản lý',
      'unrated 1.1 | a',
      'group II | Nhóm công việc CM, nghiệp vụ',
      'task 2.1 | b | 1',
      'group IV | bốn',
      'task 4.1 | d | 1',
      'group IX | chín',
      'task 9.1 | i | 1',
      'group X | mười',
      'task 10.1 | x | 1',
    ]);
  });

  it('count on past nine', () => {
    const tasks = Array.from({ length: 12 }, (_, index) => `{ text: việc ${index}, complexity: 1 }`);
    expect(rowsOf(`  III: { tasks: [${tasks.join(', ')}] }\n`).slice(-4)).toEqual([
      'task 3.9 | việc 8 | 1',
      'task 3.10 | việc 9 | 1',
      'task 3.11 | việc 10 | 1',
      'task 3.12 | việc 11 | 1',
    ]);
  });

  it('keep numbers as they are written', () => {
    const tasks = Array.from({ length: 10 }, (_, i) => `{ number: 3.${i + 1}, text: v, complexity: 1 }`);
    expect(rowsOf(`  III: { tasks: [${tasks.join(', ')}] }\n`).at(-1)).toBe('task 3.10 | v | 1');
  });

  it('have a paragraph for each line with something on it, composed and trimmed', () => {
    const nfd = 'Kế hoạch'.normalize('NFD');
    expect(
      rowsOf(
        `  III:\n    tasks:\n      - text: |\n          - ${nfd}, \n\n          - Báo cáo\n        code: 3.1.1\n        complexity: 2\n`,
      ),
    ).toEqual([
      'group III | Nhóm công việc hỗ trợ, phục vụ',
      'task 3.1 | 3.1.1. - Kế hoạch, ¶ - Báo cáo | 2',
    ]);
  });
});

describe('a draft leaves empty what is in doubt', () => {
  it.each<[string, string, string]>([
    ['no level', '{ text: a }', 'task 3.1 | a | –'],
    ['a level without a value', '{ text: a, complexity: }', 'task 3.1 | a | –'],
    ['two levels', '{ text: a, complexity: [3, 4] }', 'task 3.1 | a | –'],
    ['a level out of range', '{ text: a, complexity: 6 }', 'task 3.1 | a | –'],
    ['a level and a reason', '{ text: a, complexity: 3, unrated: b }', 'task 3.1 | a | –'],
    ['a wrong number', '{ number: 3.4, text: a, complexity: 3 }', 'task  | a | 3'],
    ['no text', '{ complexity: 3 }', 'task 3.1 |  | 3'],
    ['a code that is none', '{ code: [1], text: a, complexity: 3 }', 'task 3.1 | a | 3'],
    ['no task at all', '7', 'task 3.1 |  | –'],
  ])('%s', (_, task, expected) => {
    expect(rowsOf(`  III: { tasks: [${task}] }\n`, true).at(-1)).toBe(expected);
  });

  it('a group whose key is no numeral', () => {
    expect(
      rowsOf('  ii: { tasks: [{ text: b, complexity: 1 }] }\n  Khác: { title: c, tasks: [] }\n', true),
    ).toEqual(['group  | Nhóm công việc CM, nghiệp vụ', 'task 2.1 | b | 1', 'group  | c']);
  });

  it('a position without duties', () => {
    expect(rowsOf('  I: { positions: [{ title: Trưởng Ban, tasks: [] }] }\n', true)).toEqual([
      'group I | Nhóm công việc lãnh đạo, quản lý',
      'duty 1 Trưởng Ban |  | –',
    ]);
  });

  it('a form with nothing in it', () => {
    expect(sheetFrom('form: bieu-so-2\n', true)).toEqual({
      rows: [],
      preparedBy: {},
      approvedBy: {},
      draft: true,
    });
  });
});

describe('the date line', () => {
  const dateLineOf = (signatures: string) => sheetFrom(`form: x\nsignatures: ${signatures}\n`).dateLine;

  it.each<[string, string | undefined]>([
    ['{}', undefined],
    ['{ date: 2026-11-24 }', 'ngày 24 tháng 11 năm 2026'],
    ['{ place: Huyện A, date: 2026-11-24 }', 'Huyện A, ngày 24 tháng 11 năm 2026'],
    ['{ date: 2026-01-05 }', 'ngày 05 tháng 01 năm 2026'],
    ['{ date: 2026-02-09 }', 'ngày 09 tháng 02 năm 2026'],
    ['{ date: 2026-03-10 }', 'ngày 10 tháng 3 năm 2026'],
    ['{ date: 2028-02-29 }', 'ngày 29 tháng 02 năm 2028'],
    ['{ place: Huyện A }', 'Huyện A, ngày ... tháng ... năm ...'],
    ['{ place: Huyện A, date: 2026-02-30 }', 'Huyện A, ngày ... tháng ... năm ...'],
  ])('%s: %s', (signatures, expected) => {
    expect(dateLineOf(signatures)).toBe(expected);
  });
});

describe('the other texts', () => {
  it('are printed as given, composed, on one line; titles of signers as they are broken', () => {
    const sheet = sheetFrom(`form: x
parentUnit: "${'HUYỆN ỦY A'.normalize('NFD')}"
unit: "(BAN A)"
signatures:
  preparedBy: { title: Người lập biểu, name: Nguyễn Văn A }
  approvedBy: { title: "KT. GIÁM ĐỐC \\n\\n PHÓ GIÁM ĐỐC", name: " Trần Thị B " }
notes:
  - |
    Ghi chú
    thứ nhất
  - thứ hai
`);
    expect(sheet).toMatchObject({
      parentUnit: 'HUYỆN ỦY A',
      unit: '(BAN A)',
      preparedBy: { title: 'Người lập biểu', name: 'Nguyễn Văn A' },
      approvedBy: { title: 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC', name: 'Trần Thị B' },
      notes: ['Ghi chú thứ nhất', 'thứ hai'],
    });
  });
});

it('parts words again that no-break spaces join into more than a line holds well', () => {
  const tasks = (text: string) => rowsOf(`  II: { tasks: [{ text: "${text}", complexity: 3 }] }\n`)[1];
  expect(tasks('Họp\u00a0giao\u00a0ban ngày 2\u00a0tháng\u00a01')).toContain(
    'Họp\u00a0giao\u00a0ban ngày 2\u00a0tháng\u00a01',
  );
  expect(tasks('Chủ\u00a0trì\u00a0họp\u00a0giao\u00a0ban')).toContain('Chủ trì họp giao ban');
});
