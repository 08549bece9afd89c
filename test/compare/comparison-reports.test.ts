import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareForms } from '../../src/compare/compare-forms.ts';
import { comparisonJson, comparisonMarkdown, comparisonText } from '../../src/compare/comparison-writers.ts';
import type { Comparison, Difference } from '../../src/compare/difference.ts';
import {
  type FolderWriterOf,
  folderJson,
  folderMarkdown,
  folderText,
} from '../../src/compare/folders/folder-writers.ts';
import { unitComparison } from '../../src/compare/folders/unit-comparison.ts';
import { edited, formOfText, formText } from '../form-text.ts';

const plan = '          - { text: "Xây dựng kế hoạch công tác năm", complexity: 3 }\n';
/** Something of every kind. */
const changedText = edited(
  formText,
  ['unit: BAN TỔ CHỨC', 'unit: BAN TỔ CHỨC ĐẢNG ỦY'],
  ['title: Phó trưởng Ban', 'title: Các Phó trưởng Ban'],
  ['Chủ trì chuẩn bị nghị quyết về tổ chức, cán bộ', 'Chủ trì soạn thảo nghị quyết về tổ chức\\nvà cán bộ'],
  [
    'code: 1.1.2, text: "Tham gia chuẩn bị nghị quyết về tổ chức, cán bộ", complexity: 3',
    'text: "Tham gia chuẩn bị nghị quyết về tổ chức, cán bộ", complexity: 2',
  ],
  [plan, ''],
  ['          - { text: "Kiểm tra việc thi hành', `${plan}          - { text: "Kiểm tra việc thi hành`],
  ['Đảng", complexity: 3', 'Đảng", complexity: 5'],
  ['viên", complexity: 3', 'viên", unrated: Chưa có *hồ sơ*'],
  ['unrated: "Việc chung, không xếp mức"', 'complexity: 1'],
  ['      - { text: "Tiếp nhận văn bản đến, phát hành văn bản đi", complexity: 2 }\n', ''],
  [
    'làm việc", complexity: 2 }\n',
    'làm việc", complexity: 2 }\n      - { text: "Quản lý [con dấu] | @all <b>\\e[31m", complexity: 2 }\n',
  ],
).concat('notes: [Ghi chú]\n');

const comparisonOf = (before: string, after: string): Comparison => ({
  toolVersion: '1.2.3',
  before: 'cũ.yaml',
  after: 'mới.yaml',
  differences: compareForms(formOfText(before), formOfText(after)),
});
const changed = comparisonOf(formText, changedText);
const same = comparisonOf(formText, formText);

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  test('text', async () => {
    await expect(comparisonText(changed, { language, colorLevel: 0 })).toMatchFileSnapshot(
      `golden/text-${language}.txt`,
    );
  });

  test('Markdown', async () => {
    await expect(comparisonMarkdown(changed, { language })).toMatchFileSnapshot(
      `golden/markdown-${language}.md`,
    );
  });
});

test('text in colour', async () => {
  await expect(comparisonText(changed, { language: 'vi', colorLevel: 1 })).toMatchFileSnapshot(
    'golden/text-vi-colour.txt',
  );
});

test('JSON', async () => {
  await expect(comparisonJson(changed)).toMatchFileSnapshot('golden/json.txt');
});

test('forms that do not differ', () => {
  expect(comparisonText(same, { language: 'vi', colorLevel: 0 })).toBe('✓ Hai biểu giống nhau.\n');
  expect(comparisonMarkdown(same, { language: 'en' })).toBe(
    '### cũ.yaml → mới.yaml\n\nThe two forms are the same.\n',
  );
  expect(JSON.parse(comparisonJson(same)).differences).toEqual([]);
});

describe('the JSON', () => {
  const schema = JSON.parse(readFileSync('schemas/diff.schema.json', 'utf8'));
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

  it.each(Object.entries({ changed, same, backwards: comparisonOf(changedText, formText) }))(
    'keeps to its schema: %s',
    (_, comparison) => {
      validate(JSON.parse(comparisonJson(comparison)));
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  it('has every kind of difference and change', () => {
    const all = [...changed.differences, ...comparisonOf(changedText, formText).differences];
    const kinds = all.flatMap((one) =>
      one.kind === 'changed' ? one.changes.map(({ kind }) => kind) : one.kind,
    );
    expect([...new Set(kinds)].sort()).toEqual([
      'added',
      'code',
      'lowered',
      'moved',
      'raised',
      'rated',
      'removed',
      'reworded',
      'unrated',
    ]);
  });

  it.each([
    ['an unknown key', { extra: 1 }],
    ['another version', { version: 2 }],
    [
      'an addition with what was before',
      {
        differences: [
          { kind: 'added', subject: 'task', before: { path: '', text: '' }, after: { path: '', text: '' } },
        ],
      },
    ],
    [
      'a change without changes',
      {
        differences: [
          { kind: 'changed', subject: 'task', before: { path: '', text: '' }, after: { path: '', text: '' } },
        ],
      },
    ],
  ])('is refused by the schema with %s', (_, change) => {
    expect(validate({ ...JSON.parse(comparisonJson(same)), ...change })).toBe(false);
  });
});

const hostile = (text: string): Comparison => {
  const part = { path: [], group: text, number: text, text, rating: { level: null, note: text } };
  const segments = [{ kind: 'added', text }] as const;
  const moved = { kind: 'moved', from: part, to: { ...part, group: 'II' } } as const;
  const differences: Difference[] = [
    { kind: 'added', subject: 'task', after: part },
    {
      kind: 'changed',
      subject: 'area',
      before: part,
      after: part,
      changes: [moved, { kind: 'reworded', words: segments }],
    },
  ];
  return { ...same, before: text, after: text, differences };
};

describe('whatever the form says', () => {
  it('nothing of it acts on a terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const output = comparisonText(hostile(text), { language: 'en', colorLevel: 0 });
        expect(output.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
      }),
    );
  });

  it('nothing of it is Markdown or HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const output = comparisonMarkdown(hostile(text), { language: 'en' });
        const own =
          /^(?:### .* → .*|The two.*|Tasks: .*|\*\*Group .*\*\*|\| \| Change \| Text \||\| --- \| --- \| --- \||\|[^|]*\|[^|]*\|[^|]*\||)$/;
        for (const line of output.split('\n')) expect(line).toMatch(own);
        expect(output.replace(/<\/?(?:ins|del)>/g, '')).not.toMatch(/[<>@`~$\\[\]]/);
      }),
    );
  });
});

test('nothing that forms and files are called acts in a comparison of folders', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      const form = { file: text, place: text, unit: text, parentUnit: text };
      const [pair, other] = [
        { before: [form], after: [{ ...form, unit: `${text} x` }], by: 'path' as const },
        { before: [form], after: [] },
      ];
      const counts = { added: 1, removed: 0, changed: 0, other: 0 };
      const units = [unitComparison(pair, { counts }), unitComparison(other)];
      const folders = { toolVersion: '1.2.3', before: text, after: text, units };
      const style = { language: 'en', colorLevel: 0 } as const;
      const { differences } = hostile(text);
      const outputOf = (writerOf: FolderWriterOf) => {
        const writer = writerOf(folders, style);
        return [writer.head(), ...units.map((unit) => writer.unit(unit, differences)), writer.end()].join('');
      };
      expect(outputOf(folderText).replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
      const markdown = outputOf(folderMarkdown).replace(/<\/?(?:ins|del)>/g, '');
      expect(markdown).not.toMatch(/[<>@`~$\\[\]]/);
      expect(JSON.parse(outputOf(folderJson)).before).toBe(text);
    }),
  );
});

test('Markdown fits into a comment, and says what it leaves out', () => {
  const [one] = hostile('Quản lý hồ sơ cán bộ '.repeat(20)).differences;
  if (!one) throw new Error('nothing to repeat');
  const differences = Array.from({ length: 500 }, () => one);
  const output = comparisonMarkdown({ ...same, differences }, { language: 'en' });
  expect(output.length).toBeLessThan(65_536);
  const rows = output.match(/^\| .*Quản/gm)?.length ?? 0;
  expect(rows).toBeGreaterThan(50);
  expect(output).toContain(`${500 - rows} more did not fit in here.`);

  const units = Array.from({ length: 2000 }, (_, index) => {
    const form = { file: `${index}`, place: `${index}`, unit: `BAN TỔ CHỨC SỐ ${index}` };
    const counts = { added: 0, removed: 0, changed: 500, other: 0 };
    return unitComparison({ before: [form], after: [form], by: 'unit' }, { counts });
  });
  const folders = { toolVersion: '0', before: 'cu', after: 'moi', units };
  const writer = folderMarkdown(folders, { language: 'en', colorLevel: 0 });
  const whole = [writer.head(), ...units.map((unit) => writer.unit(unit, [one])), writer.end()].join('');
  expect(whole.length).toBeLessThan(65_536);
  const listed = whole.match(/^\| .*BAN/gm)?.length ?? 0;
  expect(listed).toBeGreaterThan(100);
  expect(whole).toContain(`\n${2000 - listed} more units did not fit in here.\n`);
  expect(whole).toContain('\nThe details of 2,000 units did not fit in here.\n');
});
