import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { taskRowKeys } from '../../../src/tasks/task-rows.ts';
import { parseCsv } from '../../tables/parse-csv.ts';
import { calcIsMissing, readSheets } from '../../tables/read-sheets.ts';
import { goodForm, makeWorld, type Settings, type World } from '../run-main.ts';

const wordForm = readFileSync(new URL('../../fixtures/word/hand-reference.docx', import.meta.url));

const second = goodForm
  .replace('PHÒNG TỔ CHỨC', 'VĂN PHÒNG, “QUẢN TRỊ”')
  .replace('Xây dựng kế hoạch công tác', '"=HYPERLINK(1) \\"😀\\"\\n- hai"'.normalize('NFD'))
  .replace('complexity: 4', 'unrated: Việc chung');

const files = {
  'good.yaml': goodForm,
  'forms/a.yaml': goodForm,
  'forms/b c.yaml': second,
  'forms/compose.yaml': 'services: {}\n',
  'broken.yaml': 'form: bieu-so-2\nunit: [\n',
  'list.yaml': '- a\n',
  'odd.yaml': goodForm.replace(
    '      - text: Tiếp nhận văn bản đến\n        complexity: 2\n',
    '      - [x]\n',
  ),
  'not-word.docx': 'no zip',
  'long.yaml': goodForm.replace('Xây dựng kế hoạch công tác', 'x'.repeat(32_768)),
  'other/compose.yaml': 'services: {}\n',
};

const run = (world: World, args: readonly string[], settings: Settings = {}) =>
  world.run(['export', ...args], settings);

const expected = [
  ['forms/a.yaml', '', 'PHÒNG TỔ CHỨC', 'I', 'Nhóm công việc lãnh đạo, quản lý', 'Trưởng phòng', ''].concat([
    'I.1.1',
    '',
    '',
    'Điều hành hoạt động của Phòng',
    '',
    '',
  ]),
  ['forms/a.yaml', '', 'PHÒNG TỔ CHỨC', 'II', 'Nhóm công việc CM, nghiệp vụ', '', ''].concat([
    'II.2.1',
    '2.1',
    '',
    'Xây dựng kế hoạch công tác',
    '4',
    '',
  ]),
  ['forms/a.yaml', '', 'PHÒNG TỔ CHỨC', 'III', 'Nhóm công việc hỗ trợ, phục vụ', '', ''].concat([
    'III.3.1',
    '3.1',
    '',
    'Tiếp nhận văn bản đến',
    '2',
    '',
  ]),
];

it.each([
  [0, ['good.yaml']],
  [0, ['forms', '--format', 'json']],
  [0, ['forms', '-f', 'xlsx']],
  [0, ['forms', '-o', 'out.xlsx']],
  [0, ['forms', '-o', '-']],
  [1, ['odd.yaml', '-o', 'out.csv']],
  [0, ['-']],
  [2, ['good.yaml', 'nothing.yaml']],
  [2, ['good.yaml', 'broken.yaml']],
  [2, ['good.yaml', 'list.yaml']],
  [2, ['good.yaml', 'not-word.docx']],
  [2, ['odd.yaml', 'broken.yaml']],
  [2, ['broken.yaml']],
  [2, ['other']],
  [2, ['good.yaml', '--format', 'xml']],
  [2, ['good.yaml', '-o', 'out.doc']],
  [0, ['good.yaml', '-o', 'no/such/folder.csv']],
  [2, ['good.yaml', '-o', 'good.yaml/folder.csv']],
  [2, ['good.yaml', '-o', 'good.yaml', '-f', 'csv']],
  [2, ['long.yaml', '-o', 'out.xlsx']],
])('exit code %i: export %j', async (code, args) => {
  const told = await run(makeWorld(files), args, { stdin: goodForm });
  expect(told).toMatchObject({ code, err: expect.stringMatching(code === 0 ? /^(Wrote .+\n)?$/ : /./) });
});

describe('what is written', () => {
  it('is CSV, with names for programs', async () => {
    const { out, err } = await run(makeWorld(files), ['forms']);
    const [head, ...rows] = parseCsv(out.replace(/^\ufeff/, ''));
    expect(err).toBe('');
    expect(out).toMatch(/^\ufefffile,/);
    expect(head).toEqual([...taskRowKeys]);
    expect(rows.slice(0, 3)).toEqual(expected);
    expect(rows[4]?.slice(0, 3)).toEqual(['forms/b c.yaml', '', 'VĂN PHÒNG, “QUẢN TRỊ”']);
    expect(rows[4]?.slice(-3)).toEqual(['\'=HYPERLINK(1) "😀"\n- hai', '', 'Việc chung']);
  });

  it('is JSON with the same', async () => {
    const world = makeWorld(files);
    const list = JSON.parse((await run(world, ['forms', '-f', 'json'])).out);
    const lines = (await run(world, ['forms', '-f', 'jsonl'])).out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(list);
    expect(list).toHaveLength(6);
    expect(Object.values(list[1]).map((value) => String(value ?? ''))).toEqual(expected[1]);
    expect(list[4]).toMatchObject({
      text: '=HYPERLINK(1) "😀"\n- hai',
      complexity: null,
      unrated: 'Việc chung',
    });
  });

  it('comes out of Word forms, too', async () => {
    const world = makeWorld({ 'word/a.docx': wordForm });
    const rows = JSON.parse((await run(world, ['word', '-f', 'json'])).out);
    expect(rows).toHaveLength(43);
    expect(rows[0]).toMatchObject({ file: 'word/a.docx', group: 'I', position: 'Trưởng Ban' });
  });

  it.skipIf(calcIsMissing)(
    `is a workbook that LibreOffice reads${calcIsMissing ? ` (skipped: ${calcIsMissing})` : ''}`,
    { timeout: 120_000 },
    async () => {
      const world = makeWorld(files);
      await run(world, ['forms', '-o', 'out.xlsx'], { env: { BIEU2_LANG: 'vi' } });
      const { 'Công việc': [head, ...rows] = [] } = readSheets(readFileSync(world.path('out.xlsx')));
      expect(head).toEqual(
        expect.arrayContaining(['Tệp', 'Đơn vị', 'Chức vụ', 'Mảng công việc', 'Mức độ phức tạp']),
      );
      expect(rows.slice(0, 3)).toEqual(expected);
      expect(rows[4]?.slice(-3)).toEqual(['=HYPERLINK(1) "😀"\n- hai', '', 'Việc chung']);
    },
  );

  it('names files as they are named', async () => {
    const names = ['a "b"\nc, d.yaml', `${'Đảng ủy'.normalize('NFD')}.yaml`, "-o 'x'.yaml"];
    const world = makeWorld(Object.fromEntries(names.map((name) => [`forms/${name}`, goodForm])));
    const list = JSON.parse((await run(world, ['forms', '-f', 'json'])).out);
    const rows = parseCsv((await run(world, ['forms'])).out.slice(1)).slice(1);
    const expectedNames = names.map((name) => `forms/${name}`).sort();
    expect([...new Set(rows.map(([file]) => file))]).toEqual(expectedNames);
    expect([...new Set(list.map(({ file }: { file: string }) => file))]).toEqual(expectedNames);
  });

  it('keeps control characters from a terminal', async () => {
    const world = makeWorld({ 'a.yaml': goodForm.replace('Tiếp nhận văn bản đến', '"\\u001b[31m\\nđỏ"') });
    const { out } = await run(world, ['a.yaml'], { isTTY: true });
    expect(out).toMatch(/^file,/);
    expect(out).toContain('"␛[31m\nđỏ"');
    expect((await run(world, ['a.yaml'])).out).toContain('\u001b[31m');
    const book = await run(world, ['a.yaml', '-f', 'xlsx'], { isTTY: true });
    expect(book).toMatchObject({ code: 2, out: '' });
  });
});

describe('what is told', () => {
  it('names every file that gave nothing, and exports the rest', async () => {
    const world = makeWorld(files);
    const names = ['forms', 'nothing.yaml', 'broken.yaml', 'not-word.docx', 'odd.yaml'];
    const { code, err } = await run(world, [...names, '-o', 'out.csv']);
    expect(code).toBe(2);
    expect(err).toMatch(/Cannot read “nothing.yaml”/);
    expect(err).toMatch(/Cannot read the form “broken.yaml”, line 2: .+\. See: bieu2 validate/);
    expect(err).toMatch(/Cannot read the form “not-word.docx”: /);
    expect(err).toMatch(
      /Note: parts of “odd.yaml” do not have the structure of a form; tasks may be missing/,
    );
    expect(err).toMatch(
      /Wrote “out.csv”: 8 tasks of 3 forms; 3 files could not be read; 1 file without a form skipped\.\n/,
    );
    expect(parseCsv(readFileSync(world.path('out.csv'), 'utf8'))).toHaveLength(9);
  });

  it('is the same, and in the same order, from one thread and from two', async () => {
    const many = Array.from({ length: 100 }, (_, index): [string, string] => [
      `forms/${index}.yaml`,
      index % 7 === 3 ? files['broken.yaml'] : goodForm.replace('Xây dựng', `${index} lần xây dựng`),
    ]);
    const world = makeWorld(Object.fromEntries(many));
    const [one, two] = [
      await run(world, ['forms', '--jobs', '1']),
      await run(world, ['forms', '--jobs', '2']),
    ];
    expect(one.out.match(/lần xây dựng/g)).toHaveLength(86);
    expect(one.err.match(/Cannot read/g)).toHaveLength(14);
    expect(two).toEqual(one);
  });

  it('follows the configuration', async () => {
    const world = makeWorld({
      ...files,
      'bieu2.config.yaml': 'language: vi\nfiles:\n  include: [forms]\n  exclude: ["**/b*"]\n',
    });
    const { out } = await run(world, []);
    expect(parseCsv(out.slice(1)).slice(1)).toEqual(expected);
    expect((await run(world, ['--no-config', 'forms'])).out.split('\n').length).toBeGreaterThan(6);
  });
});

describe('a file that is there', () => {
  it('is replaced when all is written, and stays when nothing can be', async () => {
    const world = makeWorld({ ...files, 'out.csv': 'old' });
    const before = readdirSync(world.cwd);
    for (const name of ['broken.yaml', 'other']) {
      expect((await run(world, [name, '-o', 'out.csv', '--force'])).code).toBe(2);
      expect(readFileSync(world.path('out.csv'), 'utf8')).toBe('old');
    }
    const stopped = await run(world, ['forms', '-o', 'out.csv', '--force'], { until: Promise.resolve() });
    expect(stopped).toMatchObject({
      code: 130,
      err: expect.stringMatching(
        /incomplete, so no file was replaced\.\nError: Stopped as asked: 0 of 3 files are done\./,
      ),
    });
    expect(readFileSync(world.path('out.csv'), 'utf8')).toBe('old');
    expect(readdirSync(world.cwd)).toEqual(before);
    expect(await run(world, ['good.yaml', '-o', 'out.csv'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Not replacing “out.csv”: it is already there.'),
    });
    expect((await run(world, ['good.yaml', '-o', 'out.csv', '--force'])).code).toBe(0);
    expect(readFileSync(world.path('out.csv'), 'utf8')).toMatch(/^\ufefffile/);
    expect(readdirSync(world.cwd)).toEqual(before);
  });

  it('is no form that is being exported, nor one behind a link', async () => {
    const world = makeWorld(files);
    symlinkSync(world.path('good.yaml'), world.path('link.csv'));
    const { code, err } = await run(world, ['good.yaml', '-o', 'link.csv']);
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringMatching(/Not writing “link.csv” \(the same file as “good.yaml”\)/),
    });
    expect(readFileSync(world.path('good.yaml'), 'utf8')).toBe(goodForm);
  });

  it('may be an export from before, in the folder of the forms', async () => {
    const world = makeWorld(files);
    for (const round of ['first', 'second']) {
      const { code } = await run(world, ['forms', '-o', 'forms/out.json', '--force']);
      expect({ round, code }).toEqual({ round, code: 0 });
      expect(JSON.parse(readFileSync(world.path('forms/out.json'), 'utf8'))).toHaveLength(6);
    }
  });

  it.skipIf(!existsSync('/dev/full'))('may be a disk that is full', async () => {
    const world = makeWorld(files);
    symlinkSync('/dev/full', world.path('full.csv'));
    const { code, err } = await run(world, ['forms', '-o', 'full.csv']);
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringMatching(/“full.csv”: the disk is full/),
    });
  });
});

it('says which text a workbook cannot hold', async () => {
  const world = makeWorld(files);
  const { err } = await run(world, ['long.yaml', '-o', 'out.xlsx']);
  expect(err).toMatch(/“Task” of a task in “long.yaml”: it has 32,768 characters, Excel takes 32,767/);
  expect(existsSync(world.path('out.xlsx'))).toBe(false);
  expect((await run(world, ['long.yaml', '-o', 'out.csv'])).code).toBe(0);
});
