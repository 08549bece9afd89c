import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { MergeInput } from '../../src/merge/merge.ts';
import { mergeForms } from '../../src/merge/merge-forms.ts';
import { mergePlan, mergePlanText } from '../../src/merge/merge-plan.ts';
import { mergeReports } from '../../src/merge/merge-reports.ts';
import { mergedText, mergedValue } from '../../src/merge/merged-text.ts';
import { line } from '../../src/reporters/line.ts';
import { reportText } from '../../src/reporters/report-text.ts';
import { stringifyJson } from '../../src/reporters/stringify-json.ts';
import { hasValue } from '../../src/source/edit/apply-changes.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { edited, formText } from '../form-text.ts';
import { inputOf, yamlOf } from './merge-inputs.ts';

const divisions = ['to-chuc.yaml', 'dang-vien.yaml', 'van-phong.json'].map((file) =>
  inputOf(readFileSync(new URL(`divisions/${file}`, import.meta.url), 'utf8'), file),
);
const merge = mergeForms(divisions, { unit: 'BAN TỔ CHỨC TỈNH ỦY A' });

const findingsOf = (...inputs: readonly MergeInput[]) => mergeForms(inputs).findings.map(({ kind }) => kind);

describe.each(['vi', 'en'] as const)('the divisions of a unit, in %s', (language) => {
  test('what becomes of them', async () => {
    await expect(yamlOf(merge, language)).toMatchFileSnapshot(`golden/merged-${language}.yaml`);
  });

  test('the plan', async () => {
    const plan = mergePlan(merge, '1.2.3');
    await expect(mergePlanText(plan, language)).toMatchFileSnapshot(`golden/merge-plan-${language}.txt`);
  });

  test('what should be known', async () => {
    const files = mergeReports(mergeForms(divisions), language);
    const report = { toolVersion: '1.2.3', files, notForms: 0, rules: [] };
    const text = reportText(line, report, { language, colorLevel: 0, width: 80 });
    const hints = files.flatMap(({ diagnostics }) => diagnostics.flatMap(({ hint }) => hint ?? []));
    await expect(`${text}\n${[...new Set(hints)].join('\n')}\n`).toMatchFileSnapshot(
      `golden/merge-findings-${language}.txt`,
    );
  });
});

test('the plan as JSON', async () => {
  await expect(stringifyJson(mergePlan(merge, '1.2.3'))).toMatchFileSnapshot('golden/merge-plan.json');
});

describe('merging two forms', () => {
  const first = inputOf(formText, 'a.yaml');
  const other = (...edits: Parameters<typeof edited>[1][]) => inputOf(edited(formText, ...edits), 'b.yaml');

  it('joins positions and areas whose titles differ in case, spaces and tones only', () => {
    const second = other(
      ['title: Trưởng Ban', 'title: TRƯỞNG  BAN'],
      ['Hướng dẫn, kiểm tra', 'hướng dẫn, kiểm tra.'],
    );
    const [leadership, work] = mergeForms([first, second]).groups;
    expect(leadership?.sections.map(({ title }) => title)).toEqual(['Trưởng Ban', 'Phó trưởng Ban']);
    expect(work?.sections.map(({ title }) => title)).toEqual(['Nghiên cứu, đề xuất', 'Hướng dẫn, kiểm tra']);
  });

  it('keeps the same duty of different positions', () => {
    const second = other(['title: Trưởng Ban', 'title: Chánh Văn phòng']);
    const [leadership] = mergeForms([first, second]).groups;
    expect(leadership?.sections.map(({ title, tasks }) => [title, tasks.length])).toEqual([
      ['Trưởng Ban', 2],
      ['Phó trưởng Ban', 1],
      ['Chánh Văn phòng', 2],
    ]);
  });

  it('counts codes on, topic by topic', () => {
    const second = other(
      ['Chủ trì chuẩn bị nghị quyết', 'Chủ trì soạn thảo báo cáo'],
      ['Tham gia chuẩn bị nghị quyết', 'Tham gia soạn thảo báo cáo'],
    );
    const [, work] = mergeForms([first, second]).groups;
    expect(work?.sections[0]?.tasks.flatMap(({ code }) => code ?? [])).toEqual([
      '1.1.1',
      '1.1.2',
      '1.2.1',
      '1.2.2',
    ]);
  });

  it('reports a task with a level and without one as a conflict at both places', () => {
    const second = other(['unrated: "Việc chung, không xếp mức"', 'complexity: 2']);
    expect(findingsOf(first, second).filter((kind) => kind !== 'duplicate')).toEqual(['level', 'level']);
    const [at, there] = mergeReports(mergeForms([first, second]), 'en').map(({ diagnostics }) =>
      diagnostics.find(({ severity }) => severity === 'error'),
    );
    expect(at?.message).toBe(
      'task 2.3 (group II) has no level (unrated), but the same task at b.yaml:25:61 has level 2',
    );
    expect(there?.message).toBe(
      'task 2.3 (group II) has level 2, but the same task at a.yaml:25:58 has no level (unrated)',
    );
  });

  it('refuses positions beside areas', () => {
    const second = other(['    areas:', '    positions:']);
    const refused = mergeForms([first, second]);
    expect(refused.isPossible).toBe(false);
    expect(refused.findings.map(({ kind }) => kind)).toContain('positions');
  });

  it('puts groups of the unit’s own together by title, not by numeral', () => {
    const further = (title: string, task: string) =>
      `${formText}  IV:\n    title: ${title}\n    tasks:\n      - { text: ${task}, complexity: 1 }\n`;
    const forms = [further('Đoàn thể', 'Một'), further('Đối ngoại', 'Hai'), further('đoàn thể', 'Ba')];
    const { groups } = mergeForms(forms.map((text, index) => inputOf(text, `${index}.yaml`)));
    expect(groups.slice(3).map(({ key, tasks }) => [key, tasks.length])).toEqual([
      ['IV', 2],
      ['V', 1],
    ]);
  });

  it('leaves out an area whose tasks are all in an earlier form, and says so', () => {
    const second = other(['title: Nghiên cứu, đề xuất', 'title: Tham mưu']);
    const result = mergeForms([first, second]);
    expect(result.groups[1]?.sections).toHaveLength(2);
    expect(result.findings.filter(({ kind }) => kind === 'emptied')).toMatchObject([
      { facts: { title: 'Tham mưu' } },
    ]);
  });

  it('names the unit and leaves out a parent unit of the same name', () => {
    const named = mergeForms([first, other(['unit: BAN', 'parentUnit: Ban  Tổ chức\nunit: PHÒNG'])], {
      unit: 'BAN TỔ CHỨC',
    });
    expect(named.fields).toMatchObject({ unit: 'BAN TỔ CHỨC', parentUnit: undefined });
    expect(named.findings.some(({ kind }) => kind === 'field')).toBe(false);
  });

  it('keeps who signed only where all forms agree', () => {
    const signed = (name: string) =>
      inputOf(`${formText}signatures:\n  approvedBy: { name: ${name} }\n  place: Hà Nội\n`, 'c.yaml');
    expect(mergeForms([signed('A'), signed('A')]).fields.signatures).toMatchObject({
      approvedBy: { name: 'A' },
    });
    expect(mergeForms([signed('A'), signed('B')]).fields.signatures).toEqual({ place: 'Hà Nội' });
    expect(mergeForms([signed('A'), first]).fields.signatures).toEqual({ place: 'Hà Nội' });
  });
});

describe('comments', () => {
  const base = inputOf(formText, 'a.yaml');
  const division = formText.replace('unit: BAN TỔ CHỨC', 'unit: PHÒNG B # chính thức');

  it('come along from what joins another thing', () => {
    const text = yamlOf(
      mergeForms([
        base,
        inputOf(
          edited(
            division,
            ['  II:\n', '  II: # nhóm chính\n'],
            ['      - title: Hướng dẫn', '      # mảng chung\n      - title: Hướng dẫn'],
            [
              '"Kiểm tra việc thi hành Điều lệ Đảng", complexity: 3 }',
              '"Kiểm tra việc thi hành Điều lệ Đảng", complexity: 3 } # hằng năm',
            ],
          ),
          'b.yaml',
        ),
      ]),
      'en',
    );
    expect(text).toContain('# chính thức\n');
    expect(text).toContain('  # nhóm chính\n  II:\n');
    expect(text).toContain('      # mảng chung\n      - title: Hướng dẫn, kiểm tra\n');
    expect(text).toContain(
      '          # Sources: a.yaml (II, 2.1), b.yaml (II, 2.1)\n          # hằng năm\n          - { text: "Kiểm tra',
    );
  });

  it('that silence a rule at their place go with the place', () => {
    const silenced = edited(division, [
      '          - { text: "Kiểm tra',
      '          # bieu2-disable-next-line spacing -- như văn bản gốc\n          # ghi chú\n          - { text: "Kiểm tra',
    ]);
    const text = yamlOf(mergeForms([base, inputOf(silenced, 'b.yaml')]), 'en');
    expect(text).toContain('# ghi chú\n');
    expect(text).not.toContain('bieu2-disable');
    const kept = yamlOf(mergeForms([inputOf(silenced, 'b.yaml'), base]), 'en');
    expect(kept).toContain('bieu2-disable-next-line spacing -- như văn bản gốc');
  });

  it('are not texts with a hash', () => {
    const hashed = edited(division, [
      '"Kiểm tra việc thi hành Điều lệ Đảng"',
      '"Kiểm tra # việc thi hành Điều lệ Đảng"',
    ]);
    const text = yamlOf(mergeForms([inputOf(hashed, 'a.yaml'), inputOf(hashed, 'b.yaml')]), 'en');
    expect(text).not.toContain('          # việc thi hành');
  });

  it('at an anchor are not copied to its aliases', () => {
    const anchored = edited(
      division,
      [
        '- { text: "Kiểm tra việc thi hành Điều lệ Đảng", complexity: 3 }',
        '# một lần\n          - &viec # hai lần\n            text: Rà soát văn bản # ba lần\n            complexity: 3',
      ],
      ['- { text: "Thẩm định hồ sơ kết nạp đảng viên", complexity: 3 }', '- *viec # ở đây'],
    );
    for (const inputs of [
      [base, inputOf(anchored, 'b.yaml')],
      [inputOf(anchored, 'b.yaml'), base],
    ]) {
      const text = yamlOf(mergeForms(inputs), 'en');
      expect(text.match(/# (?:một|hai|ba) lần|# ở đây/g)).toEqual([
        '# một lần',
        '# hai lần',
        '# ba lần',
        '# ở đây',
      ]);
      expect(text).not.toMatch(/[&*]viec/);
    }
  });

  it('stay with what they are indented under', () => {
    const noted = edited(formText, [
      'chung, không xếp mức" }\n',
      'chung, không xếp mức" }\n          # hết mảng\n      # hết các mảng\n',
    ]);
    const fresh = edited(division, ['Thẩm định hồ sơ kết nạp', 'Rà soát hồ sơ kết nạp']);
    const text = yamlOf(mergeForms([inputOf(noted, 'a.yaml'), inputOf(fresh, 'b.yaml')]), 'en');
    expect(text).toContain('không xếp mức" }\n          # hết mảng\n          - { text: "Rà soát');
    expect(text).toContain('# hết các mảng\n  III:');
  });
});

describe('what is laid out otherwise', () => {
  /** Nothing can follow the lines of this task without changing it: the empty lines below are its own. */
  const kept = edited(formText, [
    '{ text: "Thẩm định hồ sơ kết nạp đảng viên", complexity: 3 }\n          - { text: "Thực hiện chế độ hội họp", unrated: "Việc chung, không xếp mức" }\n',
    'complexity: 3 # ghi chú\n            text: |+\n              Thẩm định hồ sơ\n\n\n',
  ]);
  const division = edited(formText, ['unit: BAN TỔ CHỨC', 'unit: PHÒNG B']);

  it.each([
    [
      'brackets',
      formText
        .replace('groups:\n', 'groups: # nhóm\n')
        .replace(/ {2}III:[\s\S]*$/, '  III: { tasks: [ { text: "Quản lý con dấu", complexity: 2 } ] }\n'),
    ],
    [
      'aliases',
      `${formText.replace('complexity: 2 }', 'complexity: &thap 2 }')}      - { text: Quản lý con dấu, complexity: *thap }\n`,
    ],
    [
      'a code in a block',
      formText
        .replace('code: 1.1.1, text: "Chủ trì chuẩn bị nghị quyết về tổ chức, cán bộ", complexity: 4 }', '')
        .replace(
          '{ \n',
          'text: Chủ trì\n            complexity: 4\n            code: |-\n              1.1.1\n',
        ),
    ],
    ['empty lines that count', kept],
    [
      'tags',
      formText
        .replace('- Quản lý nhân lực', '- !!str Quản lý nhân lực')
        .replace('groups:', 'groups: !!map')
        .replace('- title: Hướng', '- !!map\n        title: Hướng'),
    ],
    [
      'keys with a mark of their own',
      formText.replace('unit: BAN', '? unit\n: BAN').replace('    areas:', '    ? areas\n    :'),
    ],
    ['Windows line ends', formText.replaceAll('\n', '\r\n')],
    ['no last line end', formText.trimEnd()],
    ['a document mark', `---\n${formText}`],
  ])('merges %s', (_, text) => {
    for (const texts of [
      [text, division],
      [division, text],
      [text, text],
    ]) {
      const result = mergeForms(texts.map((each, index) => inputOf(each, `${index}.yaml`)));
      expect(result.isPossible).toBe(true);
      const merged = yamlOf(result, 'en');
      expect(hasValue(parseText(merged, 'merged.yaml'), mergedValue(result))).toBe(true);
      expect(merged).toContain('# Merged from: 0.yaml, 1.yaml');
      expect(merged).toContain('# Sources: 0.yaml (I, Trưởng Ban, 1), 1.yaml (I, Trưởng Ban, 1)');
      expect(merged.includes('# ghi chú')).toBe(text.includes('# ghi chú'));
      expect(merged.includes('\r\n')).toBe(texts[0]?.includes('\r\n'));
    }
  });
});

describe('what is larger than a reader takes', () => {
  const formOf = (word: string, count: number, letters: number) => {
    const text = (index: number) => `${word} ${index} ${'x'.repeat(letters)}`;
    const tasks = Array.from({ length: count }, (_, index) => `      - ${JSON.stringify(text(index))}\n`);
    const groups = `groups:\n  I:\n    positions:\n    - title: ${word}\n      tasks:\n`;
    return inputOf(`form: bieu-so-2\nversion: 1\nunit: BAN\n${groups}${tasks.join('')}`, `${word}.yaml`);
  };
  const isMerged = (count: number, letters: number, format: 'yaml' | 'json') => {
    const merge = mergeForms([formOf('A', count, letters), formOf('B', count, letters)]);
    return mergedText(merge, { format, language: 'en' }) !== undefined;
  };

  it.each(['yaml', 'json'] as const)('is not written as %s', (format) => {
    expect(isMerged(100, 80_000, format)).toBe(true);
    expect(isMerged(100, 90_000, format)).toBe(false);
  });

  it('is counted in keys and items, too', () => {
    expect(isMerged(255_000, 1, 'json')).toBe(false);
  });
});
