import { expect, test } from 'vitest';
import type { Path } from '../../src/diagnostics/finding.ts';
import { decodeForm } from '../../src/form/decode-form.ts';
import { parseText } from '../../src/source/parse-text.ts';

const faulty = [0, 511, 512, 1024, 1299];
const task = { text: 'Soạn thảo', complexity: 1 };
/** A list of 1,300 items, some of which are no maps. */
const long = (item: unknown) =>
  Array.from({ length: 1300 }, (_, index) => (faulty.includes(index) ? true : item));
const area = { number: 1, title: 'Tổ chức', tasks: [task] };

test.each<[name: string, groups: Record<string, unknown>, notes: unknown[], list: Path]>([
  ['tasks', { II: { tasks: long(task) } }, [], ['groups', 'II', 'tasks']],
  ['areas', { II: { areas: long(area) } }, [], ['groups', 'II', 'areas']],
  [
    'tasks of an area far down',
    { II: { areas: [...Array(700).fill(area), { ...area, tasks: long(task) }] } },
    [],
    ['groups', 'II', 'areas', 700, 'tasks'],
  ],
  ['notes', {}, long('Ghi chú'), ['notes']],
])('the faults of long lists are found, each once: %s', (_, groups, notes, list) => {
  const form = {
    form: 'bieu-so-2',
    version: 1,
    unit: 'VĂN PHÒNG',
    groups: { I: { tasks: ['Lãnh đạo'] }, II: { tasks: [task] }, III: { tasks: [task] }, ...groups },
    notes: notes.length > 0 ? notes : ['Ghi chú'],
  };
  const { findings } = decodeForm(parseText(JSON.stringify(form), 'a.json'));
  expect(findings.map(({ path }) => path)).toEqual(faulty.map((index) => [...list, index]));
});
