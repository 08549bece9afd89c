import { linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { badForm, goodForm, makeWorld, warnedForm } from '../run-main.ts';

/** What three formats call the files of a report, sorted, each once. */
function namesIn(format: string, out: string): string[] {
  const names = {
    github: () => [...out.matchAll(/ file=([^,]*),/g)].map(([, name]) => name),
    gitlab: () => JSON.parse(out).map((entry: { location: { path: string } }) => entry.location.path),
    sarif: () =>
      JSON.parse(out).runs[0].results.map(
        (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
          result.locations[0]?.physicalLocation.artifactLocation.uri,
      ),
  }[format];
  return [...new Set<string>(names?.())].sort();
}

describe.each(['github', 'gitlab', 'sarif'])('%s names files from the root of the repository', (format) => {
  const world = () => {
    const made = makeWorld({ 'repo/forms/a.yaml': badForm, 'repo/other/b.yaml': badForm, 'c.yaml': badForm });
    mkdirSync(made.path('repo/.git'));
    return made;
  };

  test('in a subfolder, by absolute names and by ../', async () => {
    const { run, path } = world();
    const cwd = path('repo/forms');
    for (const names of [['.', '../other'], ['a.yaml', path('repo/other/b.yaml')], []]) {
      const { out } = await run(['validate', ...names, '--format', format], { cwd });
      expect(namesIn(format, out)).toEqual(
        names.length === 0 ? ['forms/a.yaml'] : ['forms/a.yaml', 'other/b.yaml'],
      );
    }
  });

  test('by what CI calls the root, where that is around the current folder', async () => {
    const { run, path } = world();
    const cwd = path('repo/forms');
    for (const name of ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR']) {
      const within = await run(['validate', '--format', format], { cwd, env: { [name]: path('') } });
      expect(namesIn(format, within.out)).toEqual(['repo/forms/a.yaml']);
      const elsewhere = await run(['validate', '--format', format], { cwd, env: { [name]: '/nowhere' } });
      expect(namesIn(format, elsewhere.out)).toEqual(['forms/a.yaml']);
    }
  });

  test('through a link to the repository, and standard input by its name', async () => {
    const { run, path } = world();
    symlinkSync(path('repo'), path('link'));
    const linked = await run(['validate', path('link/forms/a.yaml'), '--format', format], {
      cwd: path('repo/other'),
    });
    expect(namesIn(format, linked.out)).toEqual(['forms/a.yaml']);
    const args = ['validate', '-', '--stdin-filename', 'new.yaml', '--format', format];
    const piped = await run(args, { cwd: path('repo/forms'), stdin: badForm });
    expect(namesIn(format, piped.out)).toEqual(['forms/new.yaml']);
  });
});

test('other formats name files as they were given', async () => {
  const { run, path } = makeWorld({ 'forms/a.yaml': badForm });
  mkdirSync(path('.git'));
  for (const format of ['line', 'json', 'junit', 'pretty']) {
    const { out } = await run(['validate', '../forms', '--format', format], { cwd: path('forms') });
    expect(out).toContain('../forms/a.yaml');
  }
});

describe('a report', () => {
  const world = () => {
    const made = makeWorld({
      'form.json': '{}',
      'a.yaml': goodForm,
      'schema.json': '{}',
      'base.json': '{"version":1,"files":{}}',
    });
    symlinkSync(made.path('a.yaml'), made.path('link.json'));
    linkSync(made.path('a.yaml'), made.path('hard.json'));
    return made;
  };

  test.each([
    ['a.yaml', 'link.json'],
    ['a.yaml', 'hard.json'],
    ['.', 'form.json'],
    ['.', './x/../a.yaml'],
    ['a.yaml', 'schema.json'],
    ['a.yaml', 'base.json'],
  ])('never replaces what is read: %s into %s', async (name, target) => {
    const { run, path } = world();
    mkdirSync(path('x'));
    const before = readFileSync(path(target), 'utf8');
    const options = ['--schema', 'schema.json', '--baseline', 'base.json'];
    const { code, out, err } = await run(['validate', name, ...options, '--format', `json=${target}`]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`Not writing “${target}”`);
    expect(readFileSync(path(target), 'utf8')).toBe(before);
  });

  test('makes its folder, and replaces the report of the run before', async () => {
    const { run, path } = makeWorld({ 'a.yaml': goodForm });
    const args = ['validate', 'a.yaml', '--format', 'json=new/folder/report.json'];
    for (const _ of [1, 2]) expect((await run(args)).code).toBe(0);
    expect(JSON.parse(readFileSync(path('new/folder/report.json'), 'utf8')).files).toHaveLength(1);
  });

  test('never shares its file with another under another name', async () => {
    const { run, path } = makeWorld({ 'a.yaml': goodForm, 'report.json': '' });
    symlinkSync(path('report.json'), path('other.json'));
    const formats = ['--format', 'json=report.json', '--format', 'sarif=other.json'];
    expect(await run(['validate', 'a.yaml', ...formats])).toMatchObject({ code: 2, out: '' });
  });
});

test.each([
  ['render', ['a.yaml', '-o', 'link.docx', '--force'], '(the same file as “a.yaml”)'],
  ['summary', ['a.yaml', '-o', 'link.json'], '(the same file as “a.yaml”)'],
  ['summary', ['a.yaml', '-o', 'hard.json'], '(the same file as “a.yaml”)'],
  ['export', ['a.yaml', '-o', 'link.json'], '(the same file as “a.yaml”)'],
  ['export', ['a.yaml', '-o', 'hard.json'], '(the same file as “a.yaml”)'],
  ['merge', ['a.yaml', 'b.yaml', '-o', 'link.yaml', '--force'], '(the same file as “a.yaml”)'],
  ['merge', ['a.yaml', 'b.yaml', '-o', 'hard.json', '--force'], '(the same file as “a.yaml”)'],
])('%s %j never replaces what it reads', async (command, args, reason) => {
  const { run, path } = makeWorld({ 'a.yaml': goodForm, 'b.yaml': goodForm });
  for (const link of ['link.docx', 'link.yaml', 'link.json']) symlinkSync(path('a.yaml'), path(link));
  if (args.includes('hard.json')) linkSync(path('a.yaml'), path('hard.json'));
  const { code, err } = await run([command, ...args]);
  expect(code).toBe(2);
  expect(err).toContain(reason);
  expect(readFileSync(path('a.yaml'), 'utf8')).toBe(goodForm);
});

test('render never replaces its template', async () => {
  const template = readFileSync(new URL('../../../templates/bieu-so-2.docx', import.meta.url));
  const { run, path } = makeWorld({ 'a.yaml': goodForm, 'own.docx': template });
  const { code, err } = await run(['render', 'a.yaml', '-t', 'own.docx', '-o', './own.docx', '--force']);
  expect(code).toBe(2);
  expect(err).toContain('Not writing “./own.docx” (the same file as “own.docx”)');
  expect(readFileSync(path('own.docx'))).toEqual(template);
});

test('import never replaces what it reads', async () => {
  const word = readFileSync(new URL('../../fixtures/word/hand-reference.docx', import.meta.url));
  const { run, path } = makeWorld({ 'a.docx': word });
  symlinkSync(path('a.docx'), path('a.yaml'));
  const { code, err } = await run(['import', 'a.docx', '-o', 'a.yaml', '--force']);
  expect(code).toBe(2);
  expect(err).toContain('Not writing “a.yaml” (the same file as “a.docx”)');
  expect(readFileSync(path('a.docx'))).toEqual(word);
});

test('a SARIF report has fewer than 25,000 results: errors first, the rest is counted', async () => {
  const form = (tasks: string) => goodForm.slice(0, goodForm.indexOf('      - text: Tiếp')) + tasks;
  // Five warnings each: a space before a comma; without a level one error each.
  const warnings = form('      - text: a , b , c , d , e , f\n        complexity: 2\n'.repeat(2600));
  const errors = form('      - text: Theo dõi và báo cáo\n'.repeat(2000));
  const { run } = makeWorld({ '1.yaml': warnings, '2.yaml': errors, '3.yaml': warnings });
  const { code, out, err } = await run([
    'validate',
    '.',
    '--rule',
    'duplicate-task=off',
    '--format',
    'sarif',
  ]);
  expect(code).toBe(1);
  const [{ results, invocations }] = JSON.parse(out).runs;
  const counts = { error: 0, warning: 0 };
  for (const { level } of results) counts[level as keyof typeof counts] += 1;
  expect(results.length).toBe(24_999);
  expect(counts.error).toBe(2000);
  const [{ level, message }] = invocations[0].toolExecutionNotifications;
  expect(level).toBe('warning');
  expect(message.text).toMatch(/^[\d,]+ findings are not in the SARIF report: GitHub accepts 25,000 at most/);
  expect(err).toBe(`Warning: ${message.text}\n`);
  // Within what is kept, the order of the files stays.
  const files = results.map(
    (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
      result.locations[0]?.physicalLocation.artifactLocation.uri,
  );
  expect(files).toEqual([...files].sort());
});

test('a report in JSON says that the run was stopped, and what was not done', async () => {
  const files = Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.yaml`, warnedForm]));
  const { run, path } = makeWorld(files);
  const whole = JSON.parse((await run(['validate', '.', '--format', 'json'])).out);
  expect(whole).not.toHaveProperty('interrupted');
  expect(whole).not.toHaveProperty('notDone');
  const until = Promise.resolve();
  const stopped = await run(['validate', '.', '--format', 'json'], { until });
  expect(stopped.code).toBe(130);
  const report = JSON.parse(stopped.out);
  expect(report.interrupted).toBe(true);
  expect([...report.files.map(({ file }: { file: string }) => file), ...report.notDone]).toEqual([
    'a.yaml',
    'b.yaml',
    'c.yaml',
  ]);
  expect(report.notDone.length).toBeGreaterThan(0);
  expect(report.failures).toEqual([`Stopped as asked: ${report.files.length} of 3 files are done.`]);
  writeFileSync(path('a.yaml'), badForm);
  const failed = JSON.parse((await run(['validate', '.', '--format', 'json', '--fail-fast'])).out);
  expect(failed).toMatchObject({ interrupted: false, notDone: ['b.yaml', 'c.yaml'], failures: [] });
});
