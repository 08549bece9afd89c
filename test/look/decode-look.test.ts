import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { decodeLook } from '../../src/look/decode-look.ts';

const text = readFileSync(new URL('../../templates/bieu-so-2.yaml', import.meta.url), 'utf8');

const problemsOf = (edit: (text: string) => string) => {
  const edited = edit(text);
  expect(edited).not.toBe(text);
  return decodeLook(parse(edited)).problems?.map(({ path, message }) => [
    path.join('.'),
    message.vi,
    message.en,
  ]);
};

describe('decodeLook', () => {
  it('takes the shipped look', () => {
    const { look } = decodeLook(parse(text));
    expect(look?.look).toBe('bieu-so-2');
    expect(look?.page.marginsMm).toEqual({ top: 20, bottom: 20, left: 30, right: 15 });
  });

  it.each<[string, (text: string) => string, string[]]>([
    [
      'an unknown key',
      (text) => text.replace('headerMm:', 'headMm: 9\n  headerMm:'),
      ['page.headMm', 'không có mục “headMm”', 'there is no key “headMm”'],
    ],
    [
      'a missing key',
      (text) => text.replace('mark: X', ''),
      ['mark', 'cần có một chuỗi ký tự', 'a string is needed'],
    ],
    [
      'a wrong type',
      (text) => text.replace('borderPt: 0.5', 'borderPt: thin'),
      ['table.borderPt', 'cần có một số', 'a number is needed'],
    ],
    [
      'another value than those there are',
      (text) => text.replace('orientation: portrait', 'orientation: dọc'),
      ['page.orientation', 'giá trị phải là: portrait, landscape', 'the value must be: portrait, landscape'],
    ],
    [
      'too small a number',
      (text) => text.replace('sizePt: 13', 'sizePt: 1'),
      ['body.sizePt', 'không được nhỏ hơn 6', 'must not be less than 6'],
    ],
    [
      'too large a number',
      (text) => text.replace('signatureRoomMm: 25', 'signatureRoomMm: 250'),
      ['signatureRoomMm', 'không được lớn hơn 100', 'must not be more than 100'],
    ],
    [
      'an empty mark',
      (text) => text.replace('mark: X', 'mark: " "'),
      ['mark', 'không được để trống', 'must not be empty'],
    ],
    [
      'a name that is none',
      (text) => text.replace('look: bieu-so-2', 'look: Biểu số 2'),
      [
        'look',
        'tên chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối',
        'a name has lower-case letters, digits and hyphens only',
      ],
    ],
    [
      'columns that do not fill the page',
      (text) => text.replace('task: 90', 'task: 95'),
      [
        'table.columnsMm',
        'tám cột rộng 170 mm, khoảng giữa hai lề rộng 165 mm',
        'the eight columns are 170 mm wide, the page between its margins 165 mm',
      ],
    ],
  ])('refuses %s', (_name, edit, problem) => {
    expect(problemsOf(edit)).toEqual([problem]);
  });

  it('gives all problems at once', () => {
    const edit = (text: string) => text.replace('mark: X', '').replace('orientation: portrait', 'tilt: 3');
    expect(problemsOf(edit)).toHaveLength(3);
  });

  it.each([undefined, null, 'look', []])('refuses %j', (value) => {
    expect(decodeLook(value).problems).toHaveLength(1);
  });
});
