import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from '../finding-lines.ts';

/** What is found in a form with these groups, each right but for its key: `rule/message` and the hint. */
function found(...keys: string[]): string[] {
  const groups = keys.map((key, index) => {
    const leads = /^(?:I|i|1|Nhóm I)$/.test(key);
    const title = leads || index < 3 ? '' : `title: Nhóm ${index}, `;
    const task = leads ? 'Lãnh đạo Ban' : `{ text: Việc số ${index}, complexity: 3 }`;
    return `  ${key}: { ${title}tasks: [${task}] }\n`;
  });
  return diagnosticsOf(`form: bieu-so-2\nversion: 1\nunit: BAN A\ngroups:\n${groups.join('')}`).map(
    ({ rule, messageId, message }) => `${rule}/${messageId} ${message}`,
  );
}
const notAGroup = (key: string) =>
  `groups-present/not-a-group “${key}” không phải số nhóm: cần số La Mã viết hoa (I, II, III, IV …)`;
const gap = (key: string, expected: string) =>
  `groups-present/gap nhóm ${key} đứng sau khoảng trống: cần có nhóm ${expected} trước`;

describe('the groups of a form', () => {
  it.each<[string[], string[]]>([
    [['I', 'II', 'III'], []],
    [['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI'], []],
    [['I', 'II', 'III', 'V', 'IV'], []],
    [['I', 'II'], ['groups-present/missing thiếu nhóm III']],
    [['I', 'III'], ['groups-present/missing thiếu nhóm II']],
    [['I', 'II', 'III', 'V'], [gap('V', 'IV')]],
    [['I', 'II', 'III', 'VI', 'VII'], [gap('VI', 'IV')]],
    [['i', 'II', 'III'], [notAGroup('i')]],
    [['1', 'II', 'III'], [notAGroup('1')]],
    [['I', 'Ⅱ', 'III'], [notAGroup('Ⅱ')]],
    [['I', 'ІІ', 'III'], [notAGroup('ІІ')]],
    [['I', 'II', 'Nhóm III'], [notAGroup('Nhóm III')]],
    [['I', 'II', 'III.'], [notAGroup('III.')]],
    [['I', 'II', 'III', 'IIII'], [notAGroup('IIII')]],
    [['I', 'II', 'III', 'Khác'], [notAGroup('Khác')]],
    [['I', 'II', 'IIV'], [notAGroup('IIV')]],
    [['I', 'IIII', 'III'], [notAGroup('IIII')]],
    [
      ['I', 'II', 'Nhóm III', 'V'],
      [notAGroup('Nhóm III'), gap('V', 'IV')],
    ],
    [
      ['I', 'III', 'IIII', 'V'],
      [notAGroup('IIII'), gap('V', 'IV')],
    ],
    [['I', 'II', 'IV'], [gap('IV', 'III')]],
    [
      ['I', 'II', 'Khác'],
      ['groups-present/missing thiếu nhóm III', notAGroup('Khác')],
    ],
  ])('%s', (keys, expected) => {
    expect(found(...keys)).toEqual(expected);
  });

  it('are said to be meant for the numeral that is nearest, if it is free', () => {
    const hints = (text: string) =>
      diagnosticsOf(`form: bieu-so-2\nversion: 1\nunit: BAN A\ngroups:\n${text}`)
        .filter(({ messageId }) => messageId === 'not-a-group')
        .map(({ hint }) => hint);
    const tasks = '{ tasks: [{ text: a, complexity: 1 }] }';
    expect(hints(`  ii: ${tasks}\n`)).toEqual(['Đổi thành “II”.']);
    expect(hints(`  I: ${tasks}\n  IIII: ${tasks}\n  III: ${tasks}\n`)).toEqual(['Đổi thành “II”.']);
    expect(hints(`  II: ${tasks}\n  2: ${tasks}\n`)).toEqual(['Đổi khóa này thành số La Mã kế tiếp.']);
  });
});
