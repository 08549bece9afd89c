import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commandLines, programIn } from './program.ts';
import { badForm, goodForm, makeWorld } from './run-main.ts';

const vi = { BIEU2_LANG: 'vi' };

test.each([
  ['validat', 'Không có lệnh “validat”. Có phải ý là “validate”? Xem: bieu2 --help'],
  ['validate --quite', 'Không có tùy chọn “--quite”. Có phải ý là “--quiet”? Xem: bieu2 validate --help'],
  ['validate --xyz', 'Không có tùy chọn “--xyz”. Xem: bieu2 validate --help'],
  ['bieu.yaml', 'Không có lệnh “bieu.yaml”. Để kiểm tra tệp, hãy gõ: bieu2 validate bieu.yaml'],
  ['explain', 'Thiếu tham số “quy-tắc”. Xem: bieu2 explain --help'],
  ['render a.yaml -o', 'Tùy chọn “-o, --output <file>” thiếu giá trị. Xem: bieu2 render --help'],
  ['rules extra', 'Thừa tham số: cần 0, có 1. Xem: bieu2 rules --help'],
  [
    'schema repot',
    'Giá trị “repot” của tham số “tên” không hợp lệ. Các giá trị dùng được: form, look, report, config, diff, summary. Có phải ý là “report”? Xem: bieu2 schema --help',
  ],
  [
    'rules --format jsn',
    'Giá trị “jsn” của tùy chọn “--format <table|json>” không hợp lệ. Các giá trị dùng được: table, json. Có phải ý là “json”? Xem: bieu2 rules --help',
  ],
])('a mistake on the command line in Vietnamese: bieu2 %s', async (line, message) => {
  const { code, err } = await makeWorld().run(line.split(' '), { env: vi });
  expect(code).toBe(2);
  expect(err).toBe(`Lỗi: ${message}\n`);
});

test.each([
  ['validat', 'Unknown command “validat”. Did you mean “validate”? See: bieu2 --help'],
  ['validate --quite', 'Unknown option “--quite”. Did you mean “--quiet”? See: bieu2 validate --help'],
  ['bieu.yaml', 'Unknown command “bieu.yaml”. To check a file, run: bieu2 validate bieu.yaml'],
  ['help validat', 'Unknown command “validat”. Did you mean “validate”? See: bieu2 --help'],
  ['validat --help', 'Unknown command “validat”. Did you mean “validate”? See: bieu2 --help'],
  ['validate -f=line', 'Unknown format “=line”. Did you mean “line”?'],
  [
    'merge a.yaml b.yaml -f json',
    '“--format” is the format of the plan and goes with “--dry-run” only. To write the form as JSON: -o unit.json',
  ],
])('a mistake on the command line in English: bieu2 %s', async (line, message) => {
  expect((await makeWorld().run(line.split(' '))).err).toBe(`Error: ${message}\n`);
});

const calls = commandLines.map((words) => ({ words, name: words.join(' ') || 'bieu2' }));

test.each([
  ['check', '“validate”'],
  ['lint', '“validate”'],
  ['test', '“validate”'],
  ['convert', '“render” or “import”'],
  ['build', '“render” or “import”'],
  ['export-docx', '“render” or “import”'],
  ['fmt', '“validate --fix”'],
  ['new', '“init”'],
  ['create', '“init”'],
  ['validate --output-format json', '“--format”'],
  ['render a.yaml --output-format pdf', '“--to”'],
  ['explain task', '“task-complexity”, “unrated-task” or “duplicate-task”'],
])('what users of similar tools type: bieu2 %s', async (line, meant) => {
  const { code, err } = await makeWorld().run(line.split(' '));
  expect(code).toBe(2);
  expect(err).toContain(` Did you mean ${meant}?`);
});

test('flags that list values list those that are taken', () => {
  const options = programIn('en').commands.flatMap((command) => command.options);
  const listing = options.filter(({ flags }) => /<.*\|.*>/.test(flags) && !/name\|file/.test(flags));
  expect(listing.length).toBeGreaterThan(4);
  for (const { flags, argChoices = [] } of listing) expect(flags).toContain(`<${argChoices.join('|')}>`);
});

test('the name of a subcommand is not taken for that of a command', async () => {
  const { err } = await makeWorld().run(['template', 'create']);
  expect(err).toBe('Error: Unknown command “create”. See: bieu2 template --help\n');
});

test.each([
  [['render', 'a.yaml', '-o', 'x.odt'], '.docx, .html or .pdf'],
  [['import', 'a.docx', '-o', 'x.odt'], '.yaml, .yml or .json'],
  [['summary', 'a.yaml', '-o', 'x.odt'], '.txt, .xlsx, .html or .json'],
  [['export', 'a.yaml', '-o', 'x.odt'], '.csv, .xlsx, .json or .jsonl'],
  [['merge', 'a.yaml', 'b.yaml', '-o', 'x.odt'], '.yaml, .yml or .json'],
  [['init', 'x.odt'], '.yaml or .yml'],
  [['template', 'new', '-o', 'x.odt'], '.docx'],
])(
  'an output that ends in something else is refused with the endings there are: %s',
  async (args, endings) => {
    const world = makeWorld({ 'a.yaml': goodForm, 'b.yaml': goodForm, 'a.docx': '' });
    const { code, err } = await world.run(args);
    expect(code).toBe(2);
    expect(err).toContain(`Error: Cannot write “x.odt”: the file name must end in ${endings}`);
  },
);

test('--rule takes “warn” as well', async () => {
  const world = makeWorld({ 'a.yaml': goodForm.replace('complexity: 4', '') });
  const { out } = await world.run([
    'validate',
    'a.yaml',
    '--rule',
    'numbering=warn',
    '--rule',
    'task-complexity=warn',
  ]);
  expect(out).toMatch(/: warning task-complexity /);
});

test.each(calls)('“help” prints the help of “$name”', async ({ words }) => {
  const { run } = makeWorld();
  expect(await run(['help', ...words])).toEqual(await run([...words, '--help']));
});

test.each(calls)('the help of “$name” is all Vietnamese, with examples', async ({ words }) => {
  const { code, out } = await makeWorld().run([...words, '--help'], { env: vi });
  expect(code).toBe(0);
  expect(out).toContain('\nVí dụ:\n  bieu2 ');
  expect(out).not.toMatch(
    /Usage|Global|Options|Arguments|Commands|\[options\]|\[command\]|display|output the|choices|default/,
  );
});

test.each([60, 80, 200])('help, rules and pages fit a terminal of %i columns', async (columns) => {
  const { run } = makeWorld();
  const lists = [
    ['rules'],
    ['explain', 'task-complexity'],
    ...commandLines.map((words) => [...words, '--help']),
  ];
  for (const args of lists) {
    for (const env of [vi, {}]) {
      const { out } = await run(args, { columns, env });
      // What is meant to be copied is not broken: examples of commands and of forms.
      const [text = ''] = out.split(/\n(?:Examples|Ví dụ|Wrong|Sai):/);
      for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(columns);
    }
  }
});

test('--lang goes before and after the command', async () => {
  const { run } = makeWorld({ 'a.yaml': goodForm });
  const before = await run(['--lang', 'vi', 'explain', 'numbering']);
  const after = await run(['explain', 'numbering', '--lang=vi']);
  expect(before.out).toBe(after.out);
  expect(before.out).toContain('Đúng:');
});

test('rules and their pages: both languages, and JSON with all of it', async () => {
  const { run } = makeWorld();
  expect((await run(['rules'])).out).toMatch(/^task-complexity +error {4}\S/m);
  expect((await run(['rules'], { env: vi })).out).toMatch(/^unrated-task +cảnh báo +\S/m);
  const list: unknown = JSON.parse((await run(['rules', '--format', 'json'])).out);
  expect(list).toContainEqual({
    id: 'numbering',
    severity: 'error',
    summary: { vi: expect.any(String), en: expect.any(String) },
    explanation: { vi: expect.any(String), en: expect.any(String) },
    fixable: true,
    fix: { vi: expect.any(String), en: expect.any(String) },
  });
});

test('an unknown rule leads to the nearest page', async () => {
  const { err } = await makeWorld().run(['explain', 'task-complexty'], { env: vi });
  expect(err).toBe('Lỗi: Không có quy tắc “task-complexty”. Có phải ý là “task-complexity”?\n');
});

test('schemas are printed as they are published', async () => {
  const { run } = makeWorld();
  expect(JSON.parse((await run(['schema'])).out)).toHaveProperty('properties.groups');
  expect(JSON.parse((await run(['schema', 'report'])).out)).toHaveProperty('properties.files');
});

describe.each([
  ['schema look', 'look.schema.json', ''],
  ['template show ngang', 'rieng.yaml', ''],
  ['completion powershell', 'bieu2.ps1', '\ufeff'],
  ['rules', 'rules.txt', ''],
  ['rules --format json', 'rules.json', ''],
  ['diff a.yaml b.yaml', 'thay-doi.txt', ''],
  ['diff a.yaml b.yaml --format json', 'thay-doi.json', ''],
  ['diff a.yaml b.yaml --format md', 'thay-doi.md', ''],
])('what `bieu2 %s` prints', (command, name, mark) => {
  const files = { 'a.yaml': goodForm, 'b.yaml': goodForm.replace('Xây', 'Lập') };

  test('goes to a file by -o, in the format of its name', async () => {
    const { run, path } = makeWorld(files);
    const printed = await run(command.split(' '));
    expect(await run([...command.split(' '), '-o', '-'])).toEqual(printed);
    const args = [...command.replace(/ --format \w+/, '').split(' '), '-o', `mới/${name}`];
    expect(await run(args)).toMatchObject({ code: printed.code, out: '', err: `Wrote “mới/${name}”\n` });
    expect(readFileSync(path(`mới/${name}`), 'utf8')).toBe(mark + printed.out);
  });

  test('replaces a file with --force only', async () => {
    const { run, path } = makeWorld({ ...files, [name]: 'of somebody' });
    const args = [...command.split(' '), '-o', name];
    expect(await run(args, { env: vi })).toMatchObject({
      code: 2,
      err: `Lỗi: Không ghi đè “${name}”: tệp đã có. Hãy chọn tên khác, hoặc thêm --force để thay thế.\n`,
    });
    expect(readFileSync(path(name), 'utf8')).toBe('of somebody');
    expect((await run([...args, '--force'])).err).toBe(`Wrote “${name}”\n`);
    expect(readFileSync(path(name), 'utf8')).not.toBe('of somebody');
  });
});

test.each([
  ['a/x.yaml', 'b/x.yaml'],
  ['a', 'b'],
])('a comparison of %s never replaces what it compares', async (before, after) => {
  const { run, path } = makeWorld({ 'a/x.yaml': goodForm, 'b/x.yaml': badForm });
  const args = ['diff', before, after, '--format', 'md', '--force', '-o'];
  expect(await run([...args, './b/x.yaml'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('“./b/x.yaml”'),
  });
  expect(readFileSync(path('b/x.yaml'), 'utf8')).toBe(badForm);
});

test.each([
  ['{"type": "object",}', '1:18 thừa dấu phẩy trước dấu ngoặc đóng'],
  ['{"properties": {"unit": {"type": "txt"}}}', 'sai ở /properties/unit/type'],
  ['{"$ref": "#/nowhere"}', 'không tìm thấy “#/nowhere” mà “$ref” trỏ tới'],
  ['7', 'nội dung không đúng quy định của JSON Schema'],
])('a faulty schema of an office is explained in Vietnamese: %s', async (schema, reason) => {
  const { run } = makeWorld({ 'a.yaml': goodForm, 's.json': schema });
  const { code, err } = await run(['validate', 'a.yaml', '--schema', 's.json'], { env: vi });
  expect(code).toBe(2);
  expect(err).toBe(`Lỗi: “s.json” không phải là JSON Schema dùng được: ${reason}\n`);
});
