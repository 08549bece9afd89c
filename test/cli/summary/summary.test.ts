import { readFileSync, symlinkSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { calcIsMissing, readSheets } from '../../tables/read-sheets.ts';
import { badForm, goodForm, makeWorld } from '../run-main.ts';

const otherForm = goodForm.replace('PHÒNG TỔ CHỨC', 'VĂN PHÒNG').replace('complexity: 4', 'complexity: 3');
const files = {
  'forms/a.yaml': goodForm,
  'forms/b.yaml': otherForm,
  'forms/compose.yaml': 'services: {}\n',
  'bad.yaml': badForm,
  'broken.yaml': 'form: bieu-so-2\nunit: [\n',
  'list.yaml': '- a\n',
  'binary.yaml': new Uint8Array([0, 1, 2, 3]),
  'none/compose.yaml': 'services: {}\n',
  'there.html': 'old',
};

it.each([
  [0, ['forms']],
  [0, ['forms/a.yaml']],
  [0, ['bad.yaml']],
  [0, ['forms', '--format', 'json']],
  [0, ['forms', '--format', 'html']],
  [0, ['forms', '--format', 'xlsx']],
  [0, ['forms', '--all']],
  [2, ['forms', 'broken.yaml']],
  [2, ['broken.yaml']],
  [2, ['list.yaml']],
  [2, ['forms', 'binary.yaml']],
  [2, ['forms', 'nothing.yaml']],
  [2, ['none']],
  [2, ['forms', '--format', 'csv']],
  [2, ['forms', '-o', 'summary.md']],
  [2, ['forms', '-o', 'summary']],
  [0, ['forms', '-o', 'nowhere/summary.html']],
  [2, ['forms', '-o', 'broken.yaml/summary.html']],
  [2, ['forms', '-o', 'there.html']],
  [0, ['forms', '-o', 'there.html', '--force']],
])('exit code %i: summary %j', async (code, args) => {
  const run = await makeWorld(files).run(['summary', ...args]);
  expect(run).toMatchObject({ code });
  expect(run.err.replace(/^Wrote .*\n$/, '') === '').toBe(code === 0);
});

it('sums up what can be read, and names and counts what cannot', async () => {
  const { code, out, err } = await makeWorld(files).run([
    'summary',
    'forms',
    'broken.yaml',
    'nothing.yaml',
    'binary.yaml',
    '--format',
    'json',
  ]);
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({
    forms: 2,
    unreadable: 3,
    unreadableFiles: [
      { file: 'nothing.yaml', reason: expect.stringContaining('Cannot read “nothing.yaml”') },
      { file: 'broken.yaml', reason: expect.stringContaining('“broken.yaml”, line 2: ') },
      { file: 'binary.yaml', reason: expect.stringContaining('“binary.yaml”') },
    ],
    skippedFiles: ['forms/compose.yaml'],
    total: { tasks: 6 },
  });
  expect(err).toContain('Cannot read the form “broken.yaml”, line 2: ');
  expect(err).toContain('Cannot read “nothing.yaml”: ');
  expect(err).toContain('Cannot read the form “binary.yaml”');
});

it('counts what is wrong with forms, as configured, and judges nothing', async () => {
  const world = makeWorld({
    ...files,
    'bieu2.config.yaml':
      'rules: { task-complexity: { leadership: true } }\nfiles: { include: [forms, bad.yaml] }\n',
  });
  const { code, out } = await world.run(['summary', '--format', 'json']);
  expect(code).toBe(0);
  const { forms, rules, groups } = JSON.parse(out);
  expect(forms).toBe(3);
  // A duty of each form, and the task of the bad one.
  expect(rules).toEqual([
    {
      rule: 'task-complexity',
      errors: 4,
      warnings: 0,
      forms: 3,
      examples: ['forms/a.yaml', 'forms/b.yaml', 'bad.yaml'],
    },
  ]);
  expect(groups[0]).toMatchObject({ group: 'I', missing: 3, free: 0 });
  const without = await world.run(['summary', 'bad.yaml', '--no-config', '--format', 'json']);
  expect(JSON.parse(without.out).groups[0]).toMatchObject({ missing: 0, free: 1 });
});

it('reads Word forms and standard input, and no document that bieu2 made of a form beside it', async () => {
  const world = makeWorld(files);
  await world.run(['render', 'forms/a.yaml']);
  const folder = await world.run(['summary', 'forms', '--format', 'json']);
  expect(JSON.parse(folder.out)).toMatchObject({ forms: 2 });
  const word = await world.run(['summary', 'forms/a.docx', '--format', 'json']);
  expect(JSON.parse(word.out)).toMatchObject({
    forms: 1,
    total: { tasks: 3, levels: [0, 1, 0, 1, 0], free: 1 },
  });
  const { out } = await world.run(['summary', '-'], { stdin: goodForm });
  expect(out).toMatch(/^PHÒNG TỔ CHỨC\n-\n1 form, 3 tasks\. The form has no errors\.\n/);
});

it.each([
  ['json', /^\{\n {2}"version": 1,/],
  ['html', /^<!DOCTYPE html>\n/],
  ['txt', /^2 forms of 2 units, 6 tasks\. No form has errors\. Skipped: 1 file that is not a form\.\n/],
  ['xlsx', /^PK/],
])('writes .%s files by their names', async (ending, content) => {
  const world = makeWorld(files);
  const name = `tổng hợp.${ending}`;
  const run = await world.run(['summary', 'forms', '-o', name]);
  expect(run).toMatchObject({ code: 0, out: '', err: `Wrote “${name}”\n` });
  expect(readFileSync(world.path(name), 'utf8')).toMatch(content);
});

it('refuses to replace a form, and to show a workbook on a terminal', async () => {
  const world = makeWorld(files);
  const replacing = await world.run([
    'summary',
    'forms/a.yaml',
    'bad.yaml',
    '--format',
    'json',
    '-o',
    'bad.yaml',
  ]);
  expect(replacing).toMatchObject({
    code: 2,
    err: expect.stringContaining('Not writing “bad.yaml”: it is one of the files that are read'),
  });
  expect(readFileSync(world.path('bad.yaml'), 'utf8')).toBe(badForm);
  symlinkSync(world.path('bad.yaml'), world.path('link.html'));
  expect(await world.run(['summary', 'bad.yaml', '-o', 'link.html'])).toMatchObject({ code: 2 });
  expect(readFileSync(world.path('bad.yaml'), 'utf8')).toBe(badForm);
  const shown = await world.run(['summary', 'forms', '--format', 'xlsx'], { isTTY: true });
  expect(shown).toMatchObject({ code: 2, out: '', err: expect.stringContaining('-o summary.xlsx') });
});

it('is plain in a pipe and coloured on a terminal', async () => {
  const world = makeWorld(files);
  expect((await world.run(['summary', 'forms'])).out).not.toContain('\u001b');
  expect((await world.run(['summary', 'forms'], { isTTY: true, columns: 80 })).out).toContain('\u001b[1m');
});

it.each(['html', 'json', 'text'])('lets nothing of a form act on a terminal: %s', async (format) => {
  const name = 'PH\\u202eNG \\e[2J\\u200b';
  const world = makeWorld({
    'a.yaml': goodForm.replace('PHÒNG TỔ CHỨC', `"${name}"`),
    'b.yaml': otherForm.replace('Tiếp nhận văn bản đến', `"${name}"`),
  });
  const { out } = await world.run(['summary', '.', '--format', format, '--no-color'], { isTTY: true });
  expect(out).toContain('PH');
  expect(out.replace(/[\r\n]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

it('is the same from one thread and from two', async () => {
  const many = Array.from({ length: 100 }, (_, index): [string, string] => [
    `forms/${index}.yaml`,
    index % 7 === 3 ? files['broken.yaml'] : goodForm.replace('TỔ CHỨC', `SỐ ${index % 40}`),
  ]);
  const world = makeWorld(Object.fromEntries(many));
  for (const format of ['json', 'text']) {
    const [one, two] = [
      await world.run(['summary', 'forms', '--format', format, '--jobs', '1']),
      await world.run(['summary', 'forms', '--format', format, '--jobs', '2']),
    ];
    expect(one.err.match(/Cannot read/g)).toHaveLength(14);
    expect(two).toEqual(one);
  }
});

it('shows what was done before Ctrl-C, and replaces no file with it', async () => {
  const world = makeWorld({ ...files, 'out.json': 'old' });
  const stopped = await world.run(['summary', 'forms', '-o', 'out.json', '--force'], {
    until: Promise.resolve(),
  });
  expect(stopped).toMatchObject({ code: 130, err: expect.stringContaining('Stopped as asked: ') });
  expect(readFileSync(world.path('out.json'), 'utf8')).toBe('old');
});

it('speaks Vietnamese', async () => {
  const { out, err } = await makeWorld(files).run(['summary', 'forms', 'broken.yaml'], {
    env: { BIEU2_LANG: 'vi' },
  });
  expect(out).toContain('2 biểu của 2 đơn vị, 6 công việc. Không biểu nào có lỗi.');
  expect(err).toContain('Không đọc được biểu “broken.yaml” tại dòng 2: ');
});

test('a link in a folder that leads nowhere is told and counted', async () => {
  const world = makeWorld(files);
  symlinkSync('nowhere.yaml', world.path('forms/c.yaml'));
  const { code, out, err } = await world.run(['summary', 'forms', '--format', 'json']);
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ forms: 2, unreadable: 1 });
  expect(err).toContain('forms/c.yaml');
});

test('LibreOffice opens the workbook and finds every figure (skipped where it is not installed)', async (context) => {
  context.skip(calcIsMissing !== undefined, calcIsMissing);
  const { bytes } = await makeWorld(files).run(['summary', 'forms', 'bad.yaml', '--format', 'xlsx'], {
    env: { BIEU2_LANG: 'vi' },
  });
  const sheets = readSheets(bytes);
  expect(Object.keys(sheets).sort()).toEqual(
    [
      'Các tệp',
      'Các đơn vị',
      'Công việc trùng',
      'Ghi chú',
      'Quy tắc',
      'Tổng hợp',
      'Đơn vị khác thường',
      'Đơn vị và nhóm',
    ].sort(),
  );
  expect(sheets['Tổng hợp']).toEqual([
    expect.arrayContaining(['Nhóm', 'Số công việc', 'Mức 5', 'Không cần xếp mức', 'Tỷ lệ mức 4–5']),
    ['I. Lãnh đạo, quản lý', '3', '0', '0', '0', '0', '0', '3', '0', '0', ''],
    [
      'II. Chuyên môn, nghiệp vụ',
      '3',
      '0',
      '0',
      '1',
      '1',
      '0',
      '0',
      '0',
      '1',
      expect.stringMatching(/^50(\.0)?%$/),
    ],
    [
      'III. Hỗ trợ, phục vụ',
      '3',
      '0',
      '3',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      expect.stringMatching(/^0(\.0)?%$/),
    ],
    ['Cộng', '9', '0', '3', '1', '1', '0', '3', '0', '1', expect.stringMatching(/^20(\.0)?%$/)],
  ]);
  expect(sheets['Các đơn vị']?.slice(1).map(([name, , forms, tasks]) => [name, forms, tasks])).toEqual([
    ['PHÒNG TỔ CHỨC', '2', '6'],
    ['VĂN PHÒNG', '1', '3'],
  ]);
  expect(sheets['Các tệp']).toEqual([
    ['Tệp', 'Tình trạng', 'Đơn vị', 'Đơn vị cấp trên trực tiếp', 'Số công việc', 'Lỗi', 'Cảnh báo'],
    ['forms/a.yaml', 'Không có vấn đề', 'PHÒNG TỔ CHỨC', '', '3', '0', '0'],
    ['bad.yaml', 'Có lỗi', 'PHÒNG TỔ CHỨC', '', '3', '1', '0'],
    ['forms/b.yaml', 'Không có vấn đề', 'VĂN PHÒNG', '', '3', '0', '0'],
    ['forms/compose.yaml', 'Bỏ qua, không phải biểu', '', '', '', '', ''],
  ]);
  expect(sheets['Đơn vị và nhóm']).toHaveLength(1 + 2 * 3);
  expect(sheets['Công việc trùng']?.slice(1)).toEqual([
    ['Tiếp nhận văn bản đến', '2', '2', 'PHÒNG TỔ CHỨC – forms/a.yaml\nVĂN PHÒNG – forms/b.yaml'],
    ['Xây dựng kế hoạch công tác', '2', '3, 4', 'PHÒNG TỔ CHỨC – forms/a.yaml\nVĂN PHÒNG – forms/b.yaml'],
  ]);
  expect(sheets['Ghi chú']?.[1]).toEqual([
    '3 biểu của 2 đơn vị, 9 công việc. 1 trong 3 biểu có lỗi. Bỏ qua: 1 tệp không phải biểu.',
  ]);
  expect(sheets['Quy tắc']?.[1]).toEqual(['task-complexity', '1', '0', '1', 'bad.yaml']);
}, 120_000);
