import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { counts, groupsIn, missingGroups } from '../../src/summary/cells.ts';
import { factsOf, sampleFacts, summaryOf, unitForm } from './summary-forms.ts';

const reference = readFileSync('examples/bieu-so-2.yaml', 'utf8');

describe('the facts of a form', () => {
  it('are those counted in the reference form', () => {
    const { cells, unit, tasks } = factsOf(reference);
    expect(unit).toBe('BAN TỔ CHỨC HUYỆN ỦY');
    expect(groupsIn(cells).map((group) => counts(cells, [group]))).toEqual([
      { tasks: 9, levels: [0, 0, 0, 0, 0], unrated: 0, missing: 0, free: 9 },
      { tasks: 32, levels: [0, 0, 22, 7, 0], unrated: 3, missing: 0, free: 0 },
      { tasks: 2, levels: [0, 2, 0, 0, 0], unrated: 0, missing: 0, free: 0 },
    ]);
    expect(counts(cells).tasks).toBe(43);
    expect(missingGroups(cells)).toEqual([]);
    expect(tasks).toHaveLength(34);
  });

  it('are plain data', () => {
    const facts = factsOf(reference);
    expect(structuredClone(facts)).toEqual(facts);
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  });

  it.each([
    ['none', '', { missing: 1 }],
    ['two', 'complexity: [3, 4]', { missing: 1 }],
    ['one out of range', 'complexity: 6', { missing: 1 }],
    ['a reason', 'unrated: Việc chung', { unrated: 1 }],
    ['a level and a reason', 'complexity: 3\n        unrated: Việc chung', { missing: 1 }],
    ['an empty reason', 'unrated:', { missing: 1 }],
    ['a level', 'complexity: 5', { levels: [0, 0, 0, 0, 1] }],
  ])('know what kind of level a task has: %s', (_, line, expected) => {
    const text = unitForm('A', [['Việc', 1]]).replace('complexity: 1', line);
    expect(counts(factsOf(text).cells, [2])).toMatchObject({ tasks: 1, ...expected });
  });

  it('know that offices may want levels in group I', () => {
    const text = unitForm('A', [['Việc', 1]]);
    expect(counts(factsOf(text).cells, [1])).toMatchObject({ free: 1, missing: 0 });
    expect(counts(factsOf(text, 'a.yaml', true).cells, [1])).toMatchObject({ free: 0, missing: 1 });
  });

  it('count groups up to X by themselves, and others together', () => {
    const more = (group: string) =>
      `  ${group}:\n    title: Khác\n    tasks: [{ text: Việc, complexity: 1 }]\n`;
    const { cells } = factsOf(
      unitForm('A', [['Việc', 1]]) + ['IV', 'X', 'XI', 'Nhóm khác'].map(more).join(''),
    );
    expect(groupsIn(cells)).toEqual([1, 2, 3, 4, 10, 0]);
    expect(counts(cells, [0]).tasks).toBe(2);
    expect(counts(cells).tasks).toBe(7);
  });

  it('keep no long texts', () => {
    const { tasks, unit } = factsOf(
      unitForm('A'.repeat(5000), [[`${'Việc '.repeat(59)}𝒜𝒜𝒜${'a'.repeat(9000)}`, 1]]),
    );
    expect(tasks[0]?.text.length).toBeLessThanOrEqual(301);
    expect(tasks[0]?.text).not.toMatch(/\p{Cs}/u);
    expect(unit.length).toBeLessThanOrEqual(301);
  });
});

describe('many forms', () => {
  const summary = summaryOf(sampleFacts());

  it('add up: units to the total, groups to both', () => {
    expect(summary.forms).toBe(12);
    const total = counts(summary.cells).tasks;
    expect(summary.units.reduce((sum, { cells }) => sum + counts(cells).tasks, 0)).toBe(total);
    for (const { cells } of [summary, ...summary.units]) {
      const sum = groupsIn(cells).reduce((tasks, group) => tasks + counts(cells, [group]).tasks, 0);
      expect(sum).toBe(counts(cells).tasks);
    }
  });

  it('belong to units by their folded names and parents; without a name by their files', () => {
    const named = (name: string) => summary.units.filter((unit) => unit.name === name);
    expect(summary.units).toHaveLength(11);
    expect(named('PHÒNG HAI')).toMatchObject([
      { forms: [{ file: 'bieu-2.yaml' }, { file: 'bieu-9.yaml' }], isAmbiguous: false },
    ]);
    expect(named('PHÒNG MỘT')).toMatchObject([
      { parentUnit: 'TỈNH ỦY A', isAmbiguous: true },
      { parentUnit: 'TỈNH ỦY B', isAmbiguous: true },
    ]);
    expect(named('')).toMatchObject([{ forms: [{ file: 'bieu-12.yaml' }] }]);
  });

  it('are in the order of their names, those with errors first', () => {
    const names = summary.units.map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['PHÒNG QUÊN', 'PHÒNG THIẾU']);
    expect(names.slice(2)).toEqual(names.slice(2).sort(new Intl.Collator('vi', { numeric: true }).compare));
    expect(summary.formsWithErrors).toBe(2);
  });

  it('say what is missing, and what rules found in how many forms', () => {
    const lacking = summary.units.filter(({ missingGroups }) => missingGroups.length > 0);
    expect(lacking).toMatchObject([{ name: 'PHÒNG THIẾU', missingGroups: [3] }]);
    expect(summary.rules[0]).toEqual({
      rule: 'task-complexity',
      errors: 8,
      warnings: 0,
      forms: 1,
      examples: ['bieu-8.yaml'],
    });
    expect(summary.rules).toContainEqual({
      rule: 'groups-present',
      errors: 1,
      warnings: 0,
      forms: 1,
      examples: ['bieu-11.yaml'],
    });
  });

  it('give the same summary in the same order, and the same figures in any', () => {
    expect(summaryOf(sampleFacts())).toEqual(summary);
    const backwards = summaryOf(sampleFacts().reverse());
    expect(backwards.cells).toEqual(summary.cells);
    const figures = ({ rules }: typeof summary) =>
      rules.map(({ examples, ...rest }) => ({ ...rest, of: examples.length }));
    expect(figures(backwards)).toEqual(figures(summary));
    expect(backwards.shared.top.map(({ units }) => units)).toEqual(
      summary.shared.top.map(({ units }) => units),
    );
  });
});

describe('a missing group', () => {
  it('is none where another form of the unit has it', () => {
    const whole = unitForm('A', [['Việc', 1]]);
    const part = whole.replace(/ {2}III:.*$/s, '');
    expect(summaryOf([factsOf(part)]).units[0]?.missingGroups).toEqual([3]);
    expect(summaryOf([factsOf(part), factsOf(whole)]).units[0]?.missingGroups).toEqual([]);
  });
});

describe('unusual units', () => {
  const { outliers } = summaryOf(sampleFacts());

  it('are those that differ from most, with the figures that say so', () => {
    expect(outliers.map(({ unit, measure }) => [unit.name, measure])).toEqual(
      expect.arrayContaining([
        ['PHÒNG CAO', 'high'],
        ['PHÒNG QUÊN', 'missing'],
      ]),
    );
    expect(outliers.map(({ unit }) => unit.name)).not.toContain('PHÒNG BA');
    const high = outliers.find(({ measure }) => measure === 'high');
    expect(high).toMatchObject({ value: 12 / 13, of: 13, median: 1 / 13 });
  });

  it('are not looked for among few units', () => {
    const high = sampleFacts().slice(6, 7);
    const usual = sampleFacts().slice(0, 5);
    expect(summaryOf([...usual, ...high]).outliers).toEqual([]);
  });

  it('are not found where all are alike', () => {
    const alike = Array.from({ length: 20 }, (_, index) =>
      factsOf(unitForm(`PHÒNG ${index}`, [['Việc', 1]])),
    );
    expect(summaryOf(alike).outliers).toEqual([]);
  });

  it('are found by the number of their tasks, by factors', () => {
    const size = (index: number) => (index === 9 ? 90 : 12 + (index % 4));
    const facts = Array.from({ length: 10 }, (_, index) =>
      factsOf(
        unitForm(
          `PHÒNG ${index}`,
          Array.from({ length: size(index) }, (_, task) => [`Việc ${task} của ${index}`, 3] as const),
        ),
      ),
    );
    expect(summaryOf(facts).outliers).toMatchObject([
      { measure: 'tasks', value: 92, unit: { name: 'PHÒNG 9' }, units: 10 },
    ]);
  });
});
