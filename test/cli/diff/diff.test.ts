import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { makeGitWorld } from '../files/git-world.ts';
import { goodForm, makeWorld } from '../run-main.ts';

const newForm = goodForm.replace('complexity: 4', 'complexity: 5');
const files = {
  'old.yaml': goodForm,
  'new.yaml': newForm,
  'same.json': JSON.stringify({
    form: 'bieu-so-2',
    version: 1,
    unit: 'PHÒNG TỔ CHỨC',
    groups: {
      I: { positions: [{ title: 'Trưởng phòng', tasks: ['Điều hành hoạt động của Phòng'] }] },
      II: { tasks: [{ text: 'Xây dựng kế hoạch công tác', complexity: 4 }] },
      III: { tasks: [{ text: 'Tiếp nhận văn bản đến', complexity: 2 }] },
    },
  }),
  'broken.yaml': 'form: bieu-so-2\nunit: [\n',
  'list.yaml': '- a\n',
  'odd.yaml': goodForm.replace('unit:', 'unitt: A\nunit:'),
  'not-word.docx': 'no zip',
};

it.each([
  [0, ['old.yaml', 'old.yaml']],
  [0, ['old.yaml', 'same.json']],
  [0, ['old.yaml', 'odd.yaml']],
  [1, ['old.yaml', 'new.yaml']],
  [1, ['old.yaml', 'new.yaml', '--format', 'json']],
  [2, ['old.yaml']],
  [2, ['old.yaml', 'new.yaml', 'old.yaml']],
  [2, ['old.yaml', 'nothing.yaml']],
  [2, ['old.yaml', 'broken.yaml']],
  [2, ['list.yaml', 'old.yaml']],
  [2, ['old.yaml', 'not-word.docx']],
  [2, ['-', '-']],
  [2, ['old.yaml', 'new.yaml', '--base', 'HEAD']],
  [2, ['old.yaml', 'new.yaml', '--format', 'xml']],
])('exit code %i: diff %j', async (code, args) => {
  const run = await makeWorld(files).run(['diff', ...args]);
  expect(run).toMatchObject({ code });
  if (code === 2) expect(run).toMatchObject({ out: '', err: expect.stringMatching(/./) });
});

it('tells what changed, and reads standard input', async () => {
  const { out, err } = await makeWorld(files).run(['diff', 'old.yaml', '-'], { stdin: newForm });
  expect(err).toBe('');
  expect(out).toBe(
    'From “old.yaml” to “-”:\n\nGroup II\n  ~ 2.1 level raised 4 → 5: “Xây dựng kế hoạch công tác”\n\nTasks: 1 raised.\n',
  );
});

it('reports what keeps a form from being read, and that parts of one were not compared', async () => {
  const world = makeWorld(files);
  expect((await world.run(['diff', 'old.yaml', 'broken.yaml'])).err).toMatch(
    /^broken\.yaml:\d+:\d+: error syntax /,
  );
  const odd = await world.run(['diff', 'old.yaml', 'odd.yaml']);
  expect(odd.out).toBe('✓ The two forms are the same.\n');
  expect(odd.err).toContain('parts of “odd.yaml” do not have the structure of the form');
});

it('compares Word forms, with each other and with form files', async () => {
  const world = makeWorld({
    ...files,
    'unrated.yaml': goodForm.replace('complexity: 4', 'unrated: Việc chung'),
  });
  for (const name of ['old', 'new', 'unrated']) await world.run(['render', `${name}.yaml`]);
  for (const name of ['old', 'new', 'unrated']) {
    expect(await world.run(['diff', `${name}.docx`, `${name}.yaml`])).toMatchObject({ code: 0 });
    expect(await world.run(['diff', `${name}.yaml`, `${name}.docx`])).toMatchObject({ code: 0 });
  }
  const { code, out } = await world.run(['diff', 'old.docx', 'new.docx']);
  expect(code).toBe(1);
  expect(out).toContain('  ~ 2.1 level raised 4 → 5: “Xây dựng kế hoạch công tác”\n');
});

it('compares a file with what it was', async () => {
  const world = makeGitWorld({ 'biểu mẫu/a "1".yaml': goodForm, 'other.yaml': goodForm });
  const [name, cwd] = ['a "1".yaml', world.path('biểu mẫu')];
  writeFileSync(world.path(`biểu mẫu/${name}`), newForm);
  const { code, out } = await world.run(['diff', '--base', 'HEAD', name, '--format', 'json'], { cwd });
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    before: `HEAD:${name}`,
    after: name,
    summary: { tasks: { raised: 1 } },
  });
  world.commit();
  expect((await world.run(['diff', '--base', 'HEAD', `biểu mẫu/${name}`])).code).toBe(0);
  expect((await world.run(['diff', '--base', 'HEAD~1', `biểu mẫu/${name}`])).code).toBe(1);
});

it('compares a file that was renamed with what it was', async () => {
  const world = makeGitWorld({ 'forms/cũ.yaml': goodForm, 'other.yaml': goodForm });
  world.git('mv', 'forms/cũ.yaml', 'forms/mới.yaml');
  writeFileSync(world.path('forms/mới.yaml'), newForm);
  world.commit();
  const cwd = world.path('forms');
  const { code, out } = await world.run(['diff', '--base', 'HEAD~1', 'mới.yaml', '--format', 'json'], {
    cwd,
  });
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ before: 'HEAD~1:forms/cũ.yaml', after: 'mới.yaml' });
});

it.each([
  [['--base', 'nothing', 'a.yaml'], 'no revision “nothing”'],
  [['--base', '--output=x', 'a.yaml'], 'no revision “--output=x”'],
  [['--base', 'HEAD', 'new.yaml'], 'The revision “HEAD” has no file “new.yaml”'],
  [['--base', 'HEAD', '-'], 'exactly one file'],
])('cannot compare with %j', async (args, words) => {
  const world = makeGitWorld({ 'a.yaml': goodForm });
  writeFileSync(world.path('new.yaml'), goodForm);
  expect(await world.run(['diff', ...args])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining(words),
  });
});

describe('two folders', () => {
  const unit = (name: string, form = goodForm) => form.replace('PHÒNG TỔ CHỨC', name);
  const folders = {
    'cũ/a.yaml': unit('A'),
    'mới/a.yaml': unit('A'),
    'cũ/b.yaml': unit('B'),
    'mới/b-2.yaml': unit('b', newForm).replace('unit: b', 'unit: B'),
    'cũ/c.yaml': unit('C'),
    'mới/d.yaml': unit('D'),
    'cũ/e.yaml': unit('E'),
    'mới/e.yaml': unit('E MỚI'),
    'mới/ghi-chu.yaml': 'a: 1\n',
  };
  const broken = {
    ...folders,
    'mới/a.yaml': 'form: bieu-so-2\nunit: [\n',
    'mới/c.yaml': unit('C'),
    'mới/c-2.yaml': unit('C'),
  };

  it('are compared unit by unit: a line for each, then what changed', async () => {
    const { code, out, err } = await makeWorld(folders).run(['diff', 'cũ', 'mới']);
    expect([code, err]).toEqual([1, '']);
    expect(out).toBe(`From “cũ” to “mới”:

~ B: 1 changed (b.yaml → b-2.yaml)
~ E MỚI: 1 other change; paired by file name, was “E” (e.yaml)
- C: only in “cũ” (c.yaml)
+ D: only in “mới” (d.yaml)
= A: unchanged (a.yaml)

B
From “cũ/b.yaml” to “mới/b-2.yaml”:

Group II
  ~ 2.1 level raised 4 → 5: “Xây dựng kế hoạch công tác”

Tasks: 1 raised.

E MỚI
From “cũ/e.yaml” to “mới/e.yaml”:

Head
  ~ Unit changed: “E{+ MỚI+}”

Other changes: 1.

5 units: 2 changed, 1 unchanged, 1 only in “cũ”, 1 only in “mới”.
`);
  });

  it('are not the same where a file cannot be read, or a unit has several forms', async () => {
    const { code, out, err } = await makeWorld(broken).run(['diff', 'cũ', 'mới']);
    expect(code).toBe(2);
    expect(out).toMatch(
      /^! A: unreadable in “mới” \(a\.yaml\)\n! C: not compared, since the unit has several forms in one folder \(c-2\.yaml\)$/m,
    );
    expect(out).toContain('\n= C: unchanged; paired by file name (c.yaml)\n');
    expect(err).toMatch(
      /^Error: Not comparing mới\/c-2\.yaml: there are several forms of “C” in one folder\./m,
    );
    expect(err).toMatch(/^Error: Cannot read the form “mới\/a\.yaml”, line 2/m);
  });

  it.each([
    [0, 'the same forms', { 'x/a.yaml': goodForm, 'y/b.docx.yaml': goodForm }],
    [
      2,
      'a file that cannot be read in both',
      { 'x/a.yaml': goodForm, 'y/a.yaml': goodForm, 'x/b.docx': 'no zip' },
    ],
    [2, 'a PDF, which may be a form', { 'x/a.yaml': goodForm, 'y/a.yaml': goodForm, 'y/b.pdf': '%PDF-1.7' }],
    [2, 'a folder without a form', { 'x/a.yaml': goodForm, 'y/a.yaml': 'a: 1\n' }],
    [2, 'a folder without a file', { 'x/a.yaml': goodForm, 'y/a.txt': '' }],
    [2, 'a folder and a file', { 'x/a.yaml': goodForm, y: goodForm }],
    [2, 'a folder within the other', { 'x/a.yaml': goodForm, 'x/y/a.yaml': goodForm }, ['x', 'x/y']],
    [2, 'a folder with a base', { 'x/a.yaml': goodForm }, ['x', '--base', 'HEAD']],
  ])('exit code %i: %s', async (code, _, world, args = ['x', 'y']) => {
    const run = await makeWorld(world).run(['diff', ...args]);
    expect(run.code).toBe(code);
    expect(run.err === '').toBe(code === 0);
  });

  it('are data that keep to the schema', async () => {
    const { out } = await makeWorld(broken).run(['diff', 'cũ', 'mới', '--format', 'json']);
    const result = JSON.parse(out);
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
      JSON.parse(readFileSync('schemas/diff.schema.json', 'utf8')),
    );
    validate(result);
    expect(validate.errors ?? []).toEqual([]);
    expect(result.summary).toEqual({
      ...{ units: 6, unreadable: 1, ambiguous: 1, changed: 2, onlyBefore: 0, onlyAfter: 1, same: 1 },
    });
    const one = result.units.find(({ unit: name }: { unit: string }) => name === 'B');
    expect(one).toMatchObject({
      ...{ status: 'changed', pairedBy: 'unit', before: ['cũ/b.yaml'], after: ['mới/b-2.yaml'] },
      summary: { tasks: { raised: 1 } },
    });
    expect(one.differences).toHaveLength(1);
  });

  it('are given up after Ctrl-C, with nothing written', async () => {
    const { run, path } = makeWorld(folders);
    const { code, out, err } = await run(['diff', 'cũ', 'mới', '-o', 'x.txt'], { until: Promise.resolve() });
    expect([code, out, existsSync(path('x.txt'))]).toEqual([130, '', false]);
    expect(err).toMatch(/^Error: Stopped as asked: \d of 4 files are done\.\n$/);
  });

  it('go into a file', async () => {
    const { run, path } = makeWorld(folders);
    const { out, err } = await run(['diff', 'cũ', 'mới', '-o', 'x.txt'], { isTTY: true });
    expect([out, err]).toEqual(['', 'Wrote “x.txt”\n']);
    expect(readFileSync(path('x.txt'), 'utf8')).toBe((await run(['diff', 'cũ', 'mới'])).out);
  });

  it('are Markdown with a table of units, in Vietnamese too', async () => {
    const { out } = await makeWorld(folders).run(['diff', 'cũ', 'mới', '--format', 'md', '--lang', 'vi']);
    expect(out).toContain('5 đơn vị: 2 có thay đổi, 1 không đổi, 1 chỉ có trong “cũ”, 1 chỉ có trong “mới”.');
    expect(out).toContain('| B | sửa 1 công việc |');
    expect(out).toContain('\n### B (cũ/b.yaml → mới/b-2.yaml)\n\n1 công việc nâng mức.\n');
  });
});
