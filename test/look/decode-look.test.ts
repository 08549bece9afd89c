import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildLooks } from '../../src/build/build-looks.ts';
import { shippedLooks } from '../../src/generated/shipped-looks.ts';
import { decodeLook } from '../../src/look/decode-look.ts';
import { textWidthMm } from '../../src/look/geometry.ts';
import { lookSchema } from '../../src/look/look.ts';

const text = readFileSync(new URL('../../templates/bieu-so-2.yaml', import.meta.url), 'utf8');

const problemsOf = (edit: (text: string) => string) => {
  const edited = edit(text);
  expect(edited).not.toBe(text);
  return decodeLook(parse(edited)).problems?.map(({ path, message, hint }) => [
    path.join('.'),
    message.vi,
    message.en,
    ...(hint ? [hint.en] : []),
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
      (text) => text.replace('headerMm:', 'gutter: 9\n  headerMm:'),
      [
        'page.gutter',
        'không có mục “gutter”',
        'unknown key “gutter”',
        'The keys here: widthMm, heightMm, orientation, marginsMm, headerMm.',
      ],
    ],
    [
      'a key with a slip',
      (text) => text.replace('note: { sizePt', 'note: { sizept'),
      ['styles.note.sizept', 'không có mục “sizept”', 'unknown key “sizept”', 'Did you mean “sizePt”?'],
    ],
    [
      'a missing key',
      (text) => text.replace('version: 1', ''),
      ['version', 'thiếu mục “version”', 'the key “version” is missing', 'Add the line: version: 1'],
    ],
    [
      'a base that there is none of',
      (text) => text.replace('version: 1', 'version: 1\nbase: ngan'),
      [
        'base',
        'giá trị phải là: bieu-so-2, ngang, van-ban-nha-nuoc',
        'the value must be: bieu-so-2, ngang, van-ban-nha-nuoc',
        'Did you mean “ngang”?',
      ],
    ],
    [
      'a number with its unit',
      (text) => text.replace('headerMm: 9', 'headerMm: 9 mm'),
      ['page.headerMm', 'cần có một số', 'a number is needed', 'Write the number only: 9'],
    ],
    [
      'a number where a text belongs',
      (text) => text.replace('mark: X', 'mark: 1'),
      ['mark', 'cần có một chuỗi ký tự', 'a string is needed', 'Put it in quotes: "1"'],
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
        'Such as: look: bieu-so-2',
      ],
    ],
    [
      'columns that do not fill the page',
      (text) => text.replace('task: 90', 'task: 95'),
      [
        'table.columnsMm',
        'tám cột rộng 170 mm, khoảng giữa hai lề rộng 165 mm',
        'the eight columns are 170 mm wide, the page between its margins 165 mm',
        'They fit with the column of tasks 90 mm wide: table: { columnsMm: { task: 90 } }',
      ],
    ],
    [
      'margins that leave no room for a row',
      (text) =>
        text
          .replace('top: 20, bottom: 20', 'top: 100, bottom: 100')
          .replace('heightMm: 297', 'heightMm: 240'),
      [
        'page.marginsMm',
        'khoảng giữa lề trên và lề dưới còn 40 mm, cần ít nhất 50 mm',
        'the page has 40 mm between its upper and lower margins, and needs at least 50 mm',
      ],
    ],
  ])('refuses %s', (_name, edit, problem) => {
    expect(problemsOf(edit)).toEqual([problem]);
  });

  it('gives all problems at once', () => {
    const edit = (text: string) =>
      text
        .replace('mark: X', 'mark: 3')
        .replace('orientation: portrait', 'tilt: 3')
        .replace('version: 1', '');
    expect(problemsOf(edit)).toHaveLength(3);
  });

  it('takes what a file leaves out from its base, or from the reference look', () => {
    const few = { look: 'rieng', version: 1, mark: '✓', styles: { note: { bold: true } } };
    const { look } = decodeLook(few);
    expect(look).toEqual({
      ...shippedLooks['bieu-so-2'],
      look: 'rieng',
      mark: '✓',
      styles: {
        ...shippedLooks['bieu-so-2']?.styles,
        note: { ...shippedLooks['bieu-so-2']?.styles.note, bold: true },
      },
    });
    expect(decodeLook({ ...few, base: 'ngang' }).look?.page).toEqual(shippedLooks.ngang?.page);
  });

  it('names the margins where the file leaves the columns as in its base', () => {
    const { problems } = decodeLook({ look: 'rieng', version: 1, page: { marginsMm: { left: 25 } } });
    expect(problems?.map(({ path, hint }) => [path.join('.'), hint?.en])).toEqual([
      ['page.marginsMm', 'They fit with the column of tasks 95 mm wide: table: { columnsMm: { task: 95 } }'],
    ]);
  });

  it('knows the looks in templates/ as they are, each of them whole', () => {
    expect(shippedLooks).toEqual(buildLooks());
    for (const look of Object.values(shippedLooks)) expect(lookSchema.parse(look)).toEqual(look);
  });

  it('keeps within Decree 30/2020/NĐ-CP, Annex I, in the look of state documents', () => {
    const look = shippedLooks['van-ban-nha-nuoc'];
    if (!look) throw new Error('the look is not there');
    const { top, bottom, left, right } = look.page.marginsMm;
    const within = (value: number, min: number, max: number) => value >= min && value <= max;
    expect([
      within(top, 20, 25),
      within(bottom, 20, 25),
      within(left, 30, 35),
      within(right, 15, 20),
    ]).toEqual([true, true, true, true]);
    const sizes = [look.body, ...Object.values(look.styles)].flatMap(({ sizePt }) => sizePt ?? []);
    expect(sizes.filter((size) => !within(size, 13, 14))).toEqual([]);
    expect(look.body.font).toBe('Times New Roman');
  });

  it('turns the page of the landscape look', () => {
    const { ngang } = shippedLooks;
    expect(ngang && textWidthMm(ngang)).toBe(257);
  });

  it.each([undefined, null, 'look', []])('refuses %j', (value) => {
    expect(decodeLook(value).problems).toHaveLength(1);
  });
});
