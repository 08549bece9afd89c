import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mergeRules } from '../../../src/merge/merge-rules.ts';
import { badForm, goodForm, makeWorld } from '../run-main.ts';

const otherForm = goodForm
  .replace('PHÒNG TỔ CHỨC', 'VĂN PHÒNG')
  .replace('Xây dựng kế hoạch công tác', 'Rà soát quy chế làm việc # của Văn phòng');
const harderForm = otherForm.replace('complexity: 2', 'complexity: 3');
const files = {
  'a.yaml': goodForm,
  'b.yaml': otherForm,
  'c.yaml': harderForm,
  'areas.yaml': goodForm.replace('    positions:', '    areas:'),
  'bad.yaml': badForm,
  'broken.yaml': 'form: bieu-so-2\nunit: [\n',
  'there.yaml': 'x\n',
  'forms/a.yaml': goodForm,
  'forms/b.yaml': otherForm,
  'forms/compose.yaml': 'services: {}\n',
};
const unit = ['--unit', 'CƠ QUAN'];

it.each([
  [0, ['a.yaml', 'b.yaml', '-o', 'out.yaml']],
  [0, ['a.yaml', 'b.yaml', '-o', 'out.json']],
  [0, ['a.yaml', 'b.yaml', '-o', 'there.yaml', '--force']],
  [0, ['a.yaml', 'b.yaml', '-o', 'new/folder/out.yaml']],
  [0, ['a.yaml', 'b.yaml']],
  [0, ['a.yaml', 'b.yaml', '--dry-run', '-o', 'there.yaml']],
  [0, ['a.yaml', 'b.yaml', '--dry-run', '--format', 'json']],
  [0, ['forms', '-o', 'forms/unit.yaml']],
  [1, ['a.yaml', 'c.yaml', '-o', 'out.yaml']],
  [1, ['a.yaml', 'c.yaml', '--dry-run']],
  [1, ['a.yaml', 'bad.yaml', '-o', 'out.yaml']],
  [1, ['a.yaml', 'broken.yaml', '-o', 'out.yaml']],
  [1, ['a.yaml', 'areas.yaml', '-o', 'out.yaml']],
  [2, ['a.yaml', '-o', 'out.yaml']],
  [2, ['a.yaml', './a.yaml', '-o', 'out.yaml']],
  [2, ['a.yaml', 'nothing.yaml', '-o', 'out.yaml']],
  [2, ['a.yaml', 'b.yaml', '-o', 'there.yaml']],
  [2, ['a.yaml', 'b.yaml', '-o', 'b.yaml', '--force']],
  [2, ['a.yaml', 'b.yaml', '-o', 'out.docx']],
  [2, ['a.yaml', 'b.yaml', '--unit', ' ']],
  [2, ['a.yaml', 'b.yaml', '--format', 'xml']],
])('exit code %i: merge %j', async (code, args) => {
  const world = makeWorld(files);
  const names = args.includes('--unit') ? args : [...args, ...unit];
  const run = await world.run(['merge', ...names]);
  expect(run).toMatchObject({ code });
  if (code === 2) expect(run).toMatchObject({ out: '', err: expect.stringMatching(/./) });
});

it('writes a form that is without findings, and tells what it joined', async () => {
  const world = makeWorld(files);
  const { out, err } = await world.run(['merge', 'a.yaml', 'b.yaml', '-o', 'out.yaml', ...unit]);
  expect(err).toBe('');
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^b\.yaml:9:13: warning merge-duplicate .* at a\.yaml:9:13; /),
    expect.stringMatching(/^b\.yaml:16:15: warning merge-duplicate .* at a\.yaml:16:15; /),
    'Wrote “out.yaml”',
    '',
  ]);
  expect(readFileSync(world.path('out.yaml'), 'utf8')).toContain('làm việc # của Văn phòng\n');
  expect(await world.run(['validate', 'out.yaml'])).toMatchObject({ code: 0, out: '', err: '' });
});

it('tells different levels at both places, keeps the earlier one and names both in the form', async () => {
  const world = makeWorld(files);
  const { out } = await world.run(['merge', 'a.yaml', 'c.yaml', '-o', 'out.yaml', '--quiet', ...unit]);
  expect(out).toBe(
    'a.yaml:17:21: error merge-level task 3.1 (group III) has level 2, but the same task at c.yaml:17:21 has level 3\n' +
      'c.yaml:17:21: error merge-level task 3.1 (group III) has level 3, but the same task at a.yaml:17:21 has level 2\n' +
      'Wrote “out.yaml”\n',
  );
  expect(readFileSync(world.path('out.yaml'), 'utf8')).toContain(
    '# Sources: a.yaml (III, 3.1; level 2), c.yaml (III, 3.1; level 3)\n' +
      '      - text: Tiếp nhận văn bản đến\n        complexity: 2\n',
  );
});

it('explains what it reports, as `explain` does rules', async () => {
  const { run } = makeWorld(files);
  for (const { id } of Object.values(mergeRules)) {
    expect(await run(['explain', id])).toMatchObject({
      code: 0,
      out: expect.stringMatching(`^${id} \\((error|warning)\\)\n`),
    });
  }
  expect((await run(['explain', 'merge-level', '--lang', 'vi'])).out).toContain('Hãy thống nhất một mức');
  expect((await run(['explain', 'merge-levle'])).err).toContain('Did you mean “merge-level”?');
});

it('writes nothing when a form has errors, and says which', async () => {
  const world = makeWorld(files);
  const { out, err } = await world.run(['merge', 'a.yaml', 'bad.yaml', '-o', 'out.yaml']);
  expect(out).toMatch(/^bad\.yaml:\d+:\d+: error task-complexity /);
  expect(err).toContain('Nothing was merged or written: 1 form has errors.');
  expect(() => readFileSync(world.path('out.yaml'))).toThrow();
});

it('leaves a file that is there as it was, and plans beside it', async () => {
  const world = makeWorld(files);
  await world.run(['merge', 'a.yaml', 'b.yaml', '-o', 'there.yaml', ...unit]);
  await world.run(['merge', 'a.yaml', 'areas.yaml', '-o', 'there.yaml', '--force', ...unit]);
  const { out } = await world.run(['merge', 'a.yaml', 'b.yaml', '-o', 'there.yaml', '--dry-run', ...unit]);
  expect(out).toContain('2 forms become the form of “CƠ QUAN”:\n');
  expect(readFileSync(world.path('there.yaml'), 'utf8')).toBe('x\n');
});

it('keeps what programs read apart from what people read', async () => {
  const world = makeWorld(files);
  const plan = await world.run(['merge', 'a.yaml', 'b.yaml', '--dry-run', '--format', 'json', ...unit]);
  expect(JSON.parse(plan.out)).toMatchObject({ isPossible: true, tasks: { read: 6, kept: 4 } });
  const { out, err } = await world.run(['merge', 'a.yaml', '-', ...unit], { stdin: otherForm });
  expect(out).toMatch(/^# Merged from: a\.yaml, -\nform: bieu-so-2\n/);
  expect(err).toContain('-:9:13: warning merge-duplicate ');
});

it('shows the plan first when nothing is to be written, then what should be known', async () => {
  const world = makeWorld(files);
  const { out } = await world.run(['merge', 'a.yaml', 'b.yaml', '--dry-run', ...unit]);
  expect(out).toMatch(/^2 forms become [\s\S]*will change\.\n\nb\.yaml:9:13: warning merge-duplicate /);
});

it('refuses with the errors only', async () => {
  const world = makeWorld({ ...files, 'warned.yaml': badForm.replace('form:', 'form:  ') });
  const { out } = await world.run(['merge', 'a.yaml', 'areas.yaml', '-o', 'out.yaml']);
  expect(out).toContain(' error merge-positions ');
  expect(out).not.toContain('warning');
});

it('finds the schema of the first form from the folder of the merged one', async () => {
  const line = '# yaml-language-server: $schema=./form.schema.json\n';
  const world = makeWorld({ 'forms/a.yaml': line + goodForm, 'forms/b.yaml': otherForm });
  const mergedInto = async (name: string) => {
    await world.run(['merge', 'forms/a.yaml', 'forms/b.yaml', '-o', name, ...unit]);
    return readFileSync(world.path(name), 'utf8').split('\n')[0];
  };
  expect(await mergedInto('unit.yaml')).toBe('# yaml-language-server: $schema=./forms/form.schema.json');
  expect(await mergedInto('other/unit.yaml')).toBe(
    '# yaml-language-server: $schema=../forms/form.schema.json',
  );
  expect(await mergedInto('forms/unit.yaml')).toBe(line.trimEnd());
});

it('finds the schema that a key names, too', async () => {
  const withKey = `$schema: https://example.org/form.json\n${goodForm}`;
  const world = makeWorld({
    'forms/a.yaml': `$schema: form.json\n${goodForm}`,
    'forms/b.yaml': otherForm,
    'web.yaml': withKey,
  });
  const schemaOf = async (first: string, name: string) => {
    await world.run(['merge', first, 'forms/b.yaml', '-o', name, ...unit]);
    return /"?\$schema"?: "?([^\s",]+)/.exec(readFileSync(world.path(name), 'utf8'))?.[1];
  };
  expect(await schemaOf('forms/a.yaml', 'unit.yaml')).toBe('./forms/form.json');
  expect(await schemaOf('forms/a.yaml', 'unit.json')).toBe('./forms/form.json');
  expect(await schemaOf('web.yaml', 'other/unit.yaml')).toBe('https://example.org/form.json');
});

it('writes nothing that is larger than a form file can be', async () => {
  const large = (word: string) => {
    const task = (index: number) =>
      `      - { text: ${word} ${index} ${'x'.repeat(45_000)}, complexity: 2 }\n`;
    return `${goodForm}${Array.from({ length: 200 }, (_, index) => task(index)).join('')}`;
  };
  const world = makeWorld({ 'a.yaml': large('Đọc'), 'b.yaml': large('Viết') });
  const run = await world.run(['merge', 'a.yaml', 'b.yaml', '-o', 'out.yaml', ...unit]);
  expect(run).toMatchObject({ code: 2, out: '' });
  expect(run.err).toContain('the merged form would have 403 tasks, more than a form file can hold');
  expect(existsSync(world.path('out.yaml'))).toBe(false);
});

it('asks for a file at a terminal', async () => {
  const run = await makeWorld(files).run(['merge', 'a.yaml', 'b.yaml'], { isTTY: true });
  expect(run).toMatchObject({ code: 2, out: '', err: expect.stringContaining('-o unit.yaml') });
});

it('takes the same folder again without what it wrote into it', async () => {
  const world = makeWorld(files);
  const args = ['merge', 'forms', '-o', 'forms/unit.yaml', '--force', ...unit];
  await world.run(args);
  const once = readFileSync(world.path('forms/unit.yaml'), 'utf8');
  await world.run(args);
  expect(readFileSync(world.path('forms/unit.yaml'), 'utf8')).toBe(once);
});

it('merges Word forms and JSON into either', async () => {
  const world = makeWorld({ ...files, 'd.yaml': otherForm.replaceAll('phòng', 'Ban') });
  await world.run(['render', 'd.yaml']);
  const merged = await world.run(['merge', 'a.yaml', 'd.docx', '-o', 'out.json', ...unit]);
  expect(merged.out).toMatch(/^d\.docx: table 1, row \d+, column 3: warning merge-duplicate /m);
  await world.run(['merge', 'd.docx', 'a.yaml', '-o', 'again.yaml', ...unit]);
  expect(readFileSync(world.path('again.yaml'), 'utf8')).toMatch(/^# Merged from: d\.docx, a\.yaml\n[^#]/);
  expect(await world.run(['validate', 'out.json', 'again.yaml'])).toMatchObject({
    code: 0,
    out: '',
    err: '',
  });
  expect(await world.run(['merge', 'out.json', 'again.yaml', '--dry-run', '--quiet'])).toMatchObject({
    out: expect.stringContaining('; 5 are kept.'),
  });
});
