import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeForm } from '../../src/form/decode-form.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { type TaskRow, taskRowKeys, taskRows } from '../../src/tasks/task-rows.ts';

const rowsOf = (text: string): TaskRow[] => {
  const { form } = decodeForm(parseText(Buffer.from(text), 'a.yaml'));
  if (!form) throw new Error('No form');
  return taskRows(form, 'a.yaml');
};

const example = new URL('../../examples/bieu-so-2.yaml', import.meta.url);

describe('the reference form', () => {
  const rows = rowsOf(readFileSync(example, 'utf8'));
  const row = (id: string) => rows.find((one) => one.id === id);

  it('has 43 tasks, each with a number of its own', () => {
    expect(rows).toHaveLength(43);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(43);
    expect(rows.filter(({ unrated }) => unrated !== null).map(({ id }) => id)).toEqual([
      'II.2.20',
      'II.2.21',
      'II.2.22',
    ]);
  });

  it('gives a duty its position, and no number', () => {
    expect(row('I.2.1')).toMatchObject({
      unit: 'BAN TỔ CHỨC HUYỆN ỦY',
      group: 'I',
      groupTitle: 'Nhóm công việc lãnh đạo, quản lý',
      position: 'Phó trưởng Ban',
      area: null,
      number: null,
      complexity: null,
      unrated: null,
    });
  });

  it('gives a task its area, number, code and level', () => {
    expect(row('II.1.2')).toMatchObject({ position: null, number: '1.2', code: '1.1.2', complexity: 3 });
    expect(row('II.1.2')?.area).toMatch(/./);
    expect(row('III.3.1')).toMatchObject({ group: 'III', area: null, number: '3.1' });
  });

  it('has the keys in their order', () => {
    for (const one of rows) expect(Object.keys(one)).toEqual([...taskRowKeys]);
  });
});

it('keeps what was written where it can be read, and leaves out what is no task', () => {
  const rows = rowsOf(`form: bieu-so-2
version: 1
groups:
  II:
    title: Nhóm riêng
    areas:
      - title: Mảng
        tasks:
          - number: 1.10
            text: |
              - Một,
              - Hai
            complexity: 6
          - [không phải công việc]
          - text: "${'Đảng ủy'.normalize('NFD')}"
            complexity: 2
            unrated: Vừa có mức, vừa không
          - complexity: 3
`);
  const shared = { file: 'a.yaml', parentUnit: null, unit: null, group: 'II', groupTitle: 'Nhóm riêng' };
  const inArea = { ...shared, position: null, area: 'Mảng', code: null };
  expect(rows).toEqual([
    { ...inArea, id: 'II.1.10', number: '1.10', text: '- Một,\n- Hai', complexity: null, unrated: null },
    {
      ...inArea,
      id: 'II.1.3',
      number: '1.3',
      text: 'Đảng ủy'.normalize('NFC'),
      complexity: 2,
      unrated: 'Vừa có mức, vừa không',
    },
    { ...inArea, id: 'II.1.4', number: '1.4', text: null, complexity: 3, unrated: null },
  ]);
});

it('is plain data that can be sent from a worker', () => {
  const rows = rowsOf(readFileSync(example, 'utf8'));
  expect(structuredClone(rows)).toEqual(rows);
});
