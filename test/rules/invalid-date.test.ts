import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from '../finding-lines.ts';

const form = readFileSync(new URL('../fixtures/ok/smallest.yaml', import.meta.url), 'utf8');

const found = (date: string) =>
  diagnosticsOf(`${form}signatures:\n  date: ${date}\n`).map(({ rule, messageId, hint }) => {
    return [`${rule}/${messageId}`, /“date: ([^”]+)”/.exec(hint ?? '')?.[1]];
  });

describe('the date of signing', () => {
  it.each(['2026-11-24', '"2026-11-24"', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
    '%s passes',
    (date) => {
      expect(found(date)).toEqual([]);
    },
  );

  it.each(['2026-02-29', '1900-02-29', '2026-04-31', '2026-00-10', '2026-13-01', '2026-01-00', '0000-01-01'])(
    '%s is in no calendar',
    (date) => {
      expect(found(date)).toEqual([['invalid-date/no-such-day', undefined]]);
    },
  );

  /** What is proposed instead; an example where nothing can be. */
  it.each<[string, string]>([
    ['24/11/2026', '2026-11-24'],
    ['24.11.2026', '2026-11-24'],
    ['24-11-2026', '2026-11-24'],
    ['5/1/2026', '2026-01-05'],
    ['2026/11/24', '2026-11-24'],
    ['2026-1-5', '2026-01-05'],
    ['24 / 11 / 2026', '2026-11-24'],
    ['ngày 5 tháng 01 năm 2026', '2026-01-05'],
    ['Ngày 5  tháng 1 năm 2026', '2026-01-05'],
    ['5 tháng 1 năm 2026', '2026-01-05'],
    ['"\\u00a0 2026-11-24 "', '2026-11-24'],
    ['31/02/2026', '2026-11-24'],
    ['11/24/2026', '2026-11-24'],
    ['24/11/26', '2026-11-24'],
    ['20261124', '2026-11-24'],
    ['ngày 24 tháng 11', '2026-11-24'],
    ['2026-11-24T08:00:00Z', '2026-11-24'],
    ['', '2026-11-24'],
    ['[]', '2026-11-24'],
    ['{ day: 24 }', '2026-11-24'],
  ])('%s is not written so', (date, proposed) => {
    expect(found(date)).toEqual([['invalid-date/format', proposed]]);
  });
});
