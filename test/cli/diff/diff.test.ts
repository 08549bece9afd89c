import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
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
