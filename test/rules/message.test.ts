import { expect, it } from 'vitest';
import { say, wording } from '../../src/rules/rule.ts';

it('puts facts where their names are in braces, and nothing else', () => {
  const { vi, en } = wording('khóa “{key}” { hoặc {}', 'key “{key}” { or {}')({ key: '{key} $& 5246' });
  expect([vi, en]).toEqual(['khóa “{key} $& 5246” { hoặc {}', 'key “{key} $& 5246” { or {}']);
});

it('groups numbers as each language does', () => {
  expect(wording('{count} mục', '{count} items')({ count: 5246 })).toEqual({
    vi: '5.246 mục',
    en: '5,246 items',
  });
});

it('has a hint only where one is given', () => {
  expect(say('thiếu', 'missing')).not.toHaveProperty('hint');
  expect(say('thiếu → Thêm {key}.', 'missing → Add {key}.').hint?.({ key: 'a → b' })).toEqual({
    vi: 'Thêm a → b.',
    en: 'Add a → b.',
  });
});
