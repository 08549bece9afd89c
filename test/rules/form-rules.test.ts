import { describe, expect, it } from 'vitest';
import { duplicateTask } from '../../src/rules/duplicate-task.ts';
import { emptyText } from '../../src/rules/empty-text.ts';
import { leadAboveJoin } from '../../src/rules/lead-above-join.ts';
import { legacyEncoding } from '../../src/rules/legacy-encoding.ts';
import { mixedToneStyle } from '../../src/rules/mixed-tone-style.ts';
import { repeatedWord } from '../../src/rules/repeated-word.ts';
import { type FormLike, findingsOf, type TaskLike } from './form-of.ts';

const task = (i: number) => ['groups', 'II', 'areas', 0, 'tasks', i];

describe('empty-text', () => {
  it.each(['', ' ', '\u00a0 \n', '\u200b\ufeff', '\t'])('takes %j for empty in every role', (blank) => {
    const form: FormLike = {
      parentUnit: blank,
      unit: blank,
      positions: { [blank]: [blank] },
      tasks: [{ text: 'Họp', unrated: blank }],
      signatory: { title: blank, name: blank },
      place: blank,
      notes: [blank],
    };
    expect(findingsOf(emptyText, form).map(({ message }) => message)).toEqual([
      'unit',
      'unit',
      'title',
      'task',
      'reason',
      'signatory',
      'name',
      'place',
      'note',
    ]);
  });

  it('lets everything else pass', () => {
    expect(findingsOf(emptyText, { unit: 'BAN A', tasks: ['.', 'Họp'] })).toEqual([]);
  });
});

describe('duplicate-task', () => {
  it('folds composition, case, blanks, tones and the last full stop', () => {
    const tasks = [
      'Hòa giải ở cơ sở',
      'Quản lý hồ sơ',
      'hoà  giải\u00a0ở\ncơ sở.',
      'Ho\u0300a gia\u0309i o\u031b\u0309 cơ sở;',
    ];
    const facts = { group: 'II', number: '1.1', position: '' };
    expect(findingsOf(duplicateTask, tasks)).toEqual([
      { message: 'duplicate', path: [...task(2), 'text'], facts },
      { message: 'duplicate', path: [...task(3), 'text'], facts },
    ]);
  });

  it('compares over groups and names the first one', () => {
    const [found, ...others] = findingsOf(duplicateTask, {
      tasks: ['Họp', 'Trực'],
      support: ['Văn thư', 'trực'],
    });
    expect(others).toEqual([]);
    expect(found?.path).toEqual(['groups', 'III', 'tasks', 1, 'text']);
    expect(duplicateTask.messages.duplicate?.text(found?.facts ?? {}).vi).toContain('1.2 (nhóm II)');
  });

  it('compares duties within their position only', () => {
    const positions = { 'Trưởng Ban': ['Họp', 'Trực', 'họp'], 'Phó Ban': ['Họp', 'Trực'] };
    const found = findingsOf(duplicateTask, { positions, tasks: ['Họp'] });
    expect(found.map(({ path }) => path)).toEqual([['groups', 'I', 'positions', 0, 'tasks', 2, 'text']]);
  });

  it('leaves empty texts and dots to other rules, and near misses alone', () => {
    expect(findingsOf(duplicateTask, ['', ' ', '...', '…', 'Họp tổ 1', 'Họp tổ 2', 'Họp tố 1'])).toEqual([]);
  });
});

describe('lead-above-join', () => {
  const twins = (lead: Partial<Exclude<TaskLike, string>>, join: Partial<Exclude<TaskLike, string>>) => [
    { text: 'Chủ trì xây dựng đề án', code: '1.1.1', ...lead },
    { text: 'Tham gia xây dựng đề án', code: '1.1.2', ...join },
  ];

  it.each([
    [3, 3],
    [2, 4],
  ])('finds a lead at %i beside a join at %i', (lead, join) => {
    expect(findingsOf(leadAboveJoin, twins({ complexity: lead }, { complexity: join }))).toEqual([
      {
        message: 'not-above',
        path: [...task(0), 'complexity'],
        facts: { leadCode: '1.1.1', lead, joinCode: '1.1.2', join },
      },
    ]);
  });

  it.each<[string, TaskLike[]]>([
    ['a lead above', twins({ complexity: 4 }, { complexity: 3 })],
    ['no level', twins({ complexity: 3 }, {})],
    ['a faulty level', twins({ complexity: 3 }, { complexity: 6 })],
    ['other topics', twins({ complexity: 3 }, { complexity: 3, code: '1.2.2' })],
    ['other steps', twins({ complexity: 3, code: '1.1.3' }, { complexity: 3, code: '1.1.4' })],
    ['other words', twins({ complexity: 3 }, { complexity: 3, text: 'Hướng dẫn xây dựng' })],
    ['a longer word', twins({ complexity: 3, text: 'Chủ trìa' }, { complexity: 3 })],
  ])('passes %s', (_, tasks) => expect(findingsOf(leadAboveJoin, tasks)).toEqual([]));

  it('reads codes that are typed in the text, in any order', () => {
    const tasks = [
      { text: '1.1.2. Tham gia soạn thảo', complexity: 4 },
      { text: '1.1.1.Chủ trì soạn thảo', complexity: 4 },
    ];
    expect(findingsOf(leadAboveJoin, tasks)).toHaveLength(1);
  });
});

describe('mixed-tone-style', () => {
  it('finds the rarer style, once a text, and names both', () => {
    const tasks = ['Cấp ủy, đảng ủy', 'Họp cấp uỷ và huyện uỷ', 'HUYỆN ỦY'];
    expect(findingsOf(mixedToneStyle, tasks)).toEqual([
      {
        message: 'mixed',
        path: [...task(1), 'text'],
        range: [8, 10],
        facts: { word: 'uỷ', other: 'ủy', rare: 2, usual: 3 },
      },
    ]);
  });

  it('finds what follows the title of a person but is not a name', () => {
    expect(findingsOf(mixedToneStyle, ['Cấp ủy', 'Đồng chí Uỷ viên'])).toHaveLength(1);
    expect(findingsOf(mixedToneStyle, ['Hòa giải', 'Ông Lê chủ trì hoà giải'])).toHaveLength(1);
  });

  it('keeps the case of the word it names', () => {
    const [found] = findingsOf(mixedToneStyle, ['ỦY BAN', 'UỶ BAN', 'Ủy ban', 'Hoà', 'hòa', 'hòa']);
    expect(found?.facts).toMatchObject({ word: 'UỶ', other: 'ỦY' });
  });

  it('takes the later style where both are as frequent', () => {
    const found = findingsOf(mixedToneStyle, ['sức khoẻ', 'sức khỏe']);
    expect(found.map(({ path }) => path)).toEqual([[...task(1), 'text']]);
  });

  it.each<[string, FormLike | TaskLike[]]>([
    ['different words', ['hòa giải', 'uỷ ban', 'thuỷ lợi', 'khỏe']],
    ['rhymes with one way', ['quý', 'quỳ', 'hoàn', 'toán', 'thuyền', 'của', 'mùa', 'khuỷu', 'ngoài', 'xoáy']],
    ['names and places', { tasks: ['Thủy lợi'], signatory: { name: 'Lê Thuỷ' }, place: 'Lệ Thuỷ' }],
    [
      'names of persons',
      ['Hòa giải', 'Thủy lợi', 'Giao đồng chí Lê Thị Thuỷ, ông Hoà', 'Bà Thuỷ', 'đ/c Lê Hoà'],
    ],
  ])('passes %s', (_, form) => expect(findingsOf(mixedToneStyle, form)).toEqual([]));
});

describe('legacy-encoding', () => {
  it('takes one word for proof only beside a proven text', () => {
    expect(findingsOf(legacyEncoding, ['Tr\u00adëng Ban'])).toEqual([]);
    const found = findingsOf(legacyEncoding, ['Tr\u00adëng Ban', 'Qu¶n lý hå s¬']);
    expect(found.map(({ path, facts }) => [path[5], facts])).toEqual([
      [0, { found: 'Tr\u00adëng', decoded: 'Trưởng' }],
      [1, { found: 'Qu¶n', decoded: 'Quản' }],
    ]);
  });
});

describe('names and places', () => {
  it('are spared by rules on wording', () => {
    expect(findingsOf(repeatedWord, { signatory: { name: 'hà hà' }, place: 'các các' })).toEqual([]);
    expect(findingsOf(repeatedWord, { notes: ['các các'], signatory: { title: 'các các' } })).toHaveLength(2);
  });
});
