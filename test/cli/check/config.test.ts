import { chmodSync, chownSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it, test } from 'vitest';
import { badForm, goodForm, makeWorld, warnedForm } from '../run-main.ts';

describe('bieu2.config.yaml', () => {
  it('sets severities and options, which the command line overrides', async () => {
    const { run } = makeWorld({
      'bieu2.config.yaml': 'rules:\n  unrated-task: error\n  task-complexity:\n    leadership: true\n',
      'warned.yaml': warnedForm,
      'good.yaml': goodForm,
    });
    expect((await run(['validate', 'warned.yaml'])).out).toMatch(
      /^warned\.yaml:9:\d+: error task-complexity .*\nwarned\.yaml:\d+:\d+: error unrated-task /,
    );
    const args = [
      'validate',
      'warned.yaml',
      '--rule',
      'unrated-task=off',
      '--rule',
      'task-complexity=warning',
    ];
    expect(await run(args)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\S+ warning task-complexity .*\n$/),
    });
    expect(await run(['validate', 'good.yaml', '--no-config'])).toMatchObject({ code: 0, out: '' });
  });

  it('is named in reports for people and in JSON, and nothing is where there is none', async () => {
    const world = makeWorld({
      'bieu2.config.yaml': 'rules: { unrated-task: warning }',
      'other.yaml': 'rules: { unrated-task: warning }',
      'a.yaml': warnedForm,
      'sub/b.yaml': warnedForm,
    });
    const call = async (args: string[], cwd = world.cwd) => {
      const formats = ['--format', 'pretty', '--format', 'json=report.json'];
      const { out } = await world.run(['validate', ...args, ...formats], { cwd });
      const { config } = JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'));
      return [/^Configuration: (.*)$/m.exec(out)?.[1], config];
    };
    expect(await call(['a.yaml'])).toEqual(['bieu2.config.yaml', 'bieu2.config.yaml']);
    expect(await call(['a.yaml', '--config', 'other.yaml'])).toEqual(['other.yaml', 'other.yaml']);
    expect(await call(['a.yaml', '--no-config'])).toEqual([undefined, undefined]);
    mkdirSync(world.path('.git'));
    expect(await call(['b.yaml'], world.path('sub'))).toEqual([
      '../bieu2.config.yaml',
      '../bieu2.config.yaml',
    ]);
  });

  it('is silent about levels in group I when it asks for them', async () => {
    const graded = goodForm.replace(
      '- Điều hành hoạt động của Phòng',
      '- { text: Điều hành, complexity: 5 }',
    );
    const { run } = makeWorld({
      'a.yaml': graded,
      'c.yaml': 'rules: { task-complexity: { leadership: true } }',
    });
    expect((await run(['validate', 'a.yaml'])).out).toMatch(/leadership-complexity/);
    expect(await run(['validate', 'a.yaml', '--config', 'c.yaml'])).toMatchObject({ code: 0, out: '' });
  });

  it('is found upward from the current folder, up to the root of the repository', async () => {
    const files = { 'bieu2.config.yaml': 'rules: { unrated-task: error }', 'a/b/form.yaml': warnedForm };
    const { cwd, run, path } = makeWorld(files);
    const inner = { cwd: path('a/b') };
    const check = (env = {}) => run(['validate', 'form.yaml'], { ...inner, env });
    expect(await check()).toMatchObject({ code: 0 });
    expect(await check({ HOME: cwd })).toMatchObject({ code: 1 });
    mkdirSync(path('.git'));
    expect(await check()).toMatchObject({ code: 1 });
    mkdirSync(path('a/.git'));
    expect(await check({ HOME: cwd })).toMatchObject({ code: 0 });
  });

  it.each([
    'bieu2.config.yml',
    'bieu2.config.json',
    '.bieu2.config.yaml',
    '.bieu2.config.yml',
    '.bieu2.config.json',
    'Bieu2.Config.YAML',
    'bieu2.config.yaml.txt',
    'bieu2-config.yaml',
    '.bieu2rc',
    'bieu2.config',
    'bieu2.config.toml',
  ])('is not ignored in silence under a wrong name: %s', async (name) => {
    const { run, path } = makeWorld({ [name]: '{}', '.git/HEAD': '', 'a/good.yaml': goodForm });
    for (const cwd of [path('.'), path('a')]) {
      expect(await run(['validate', path('a/good.yaml')], { cwd })).toMatchObject({
        code: 2,
        err: expect.stringContaining('is not read: a configuration is named “bieu2.config.yaml”'),
      });
    }
    expect(await run(['validate', 'a/good.yaml', '--no-config'])).toMatchObject({ code: 0 });
    expect(await run(['validate', 'a/good.yaml', '--config', name])).toMatchObject({ code: 0 });
  });

  it('leaves other names alone', async () => {
    const names = ['bieu2.yaml', 'bieu2.config.yaml.bak', 'bieu2.config.schema.json', 'bieu2.config.md'];
    const { run } = makeWorld({
      'good.yaml': goodForm,
      ...Object.fromEntries(names.map((name) => [name, '{}'])),
    });
    expect(await run(['validate', 'good.yaml'])).toMatchObject({ code: 0 });
  });

  it('is not ignored in silence where it is a link to nowhere', async () => {
    const { run, path } = makeWorld({ 'good.yaml': goodForm });
    symlinkSync(path('nowhere.yaml'), path('bieu2.config.yaml'));
    expect(await run(['validate', 'good.yaml'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('“bieu2.config.yaml”: broken link'),
    });
  });

  it.skipIf(process.getuid?.() !== 0)('is not used where another user may have put it', async () => {
    const { run, path } = makeWorld({ 'open/bieu2.config.yaml': '{}', 'open/good.yaml': goodForm });
    const inner = { cwd: path('open') };
    chownSync(path('open/bieu2.config.yaml'), 1234, 1234);
    expect(await run(['validate', 'good.yaml'], inner)).toMatchObject({ code: 0 });
    chmodSync(path('open'), 0o777);
    expect(await run(['validate', 'good.yaml'], inner)).toMatchObject({
      code: 2,
      err: expect.stringContaining('belongs to another user'),
    });
    expect(await run(['validate', 'good.yaml', '--config', 'bieu2.config.yaml'], inner)).toMatchObject({
      code: 0,
    });
  });

  it('says what to check, and what to pass over', async () => {
    const { run, path } = makeWorld({
      'bieu2.config.yaml': 'files:\n  include: [forms]\n  exclude: ["**/old", "forms/draft-*.yaml"]\n',
      'forms/a.yaml': badForm,
      'forms/other.yaml': 'services: {}\n',
      'forms/draft-1.yaml': badForm,
      'forms/old/b.yaml': badForm,
      'elsewhere/c.yaml': badForm,
      '.git/HEAD': '',
    });
    const filesIn = (out: string) =>
      out
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]);
    expect(filesIn((await run(['validate'])).out)).toEqual(['forms/a.yaml']);
    expect(filesIn((await run(['validate'], { cwd: path('elsewhere') })).out)).toEqual(['../forms/a.yaml']);
    const { out, err } = await run(['validate', '--show-files', 'forms']);
    expect(out).toBe('forms/a.yaml\n');
    expect(err).toContain(
      'Not reading “forms/old/b.yaml”: excluded by “files.exclude” of the configuration.\n',
    );
    expect(await run(['validate', 'forms/old'])).toMatchObject({
      code: 2,
      out: '',
      err: 'Error: No file left in “forms/old”: “files.exclude” of the configuration excludes 1 file. Name a file to have it read.\n',
    });
    expect(filesIn((await run(['validate', '.'])).out)).toEqual(['elsewhere/c.yaml', 'forms/a.yaml']);
    expect(filesIn((await run(['validate', 'forms/draft-1.yaml'])).out)).toEqual(['forms/draft-1.yaml']);
  });

  it('sets severities for some files, with a reason', async () => {
    const { run } = makeWorld({
      'bieu2.config.yaml':
        'overrides:\n  - files: ["imported/**"]\n    reason: Chuyển từ biểu cũ\n    rules: { task-complexity: warning }\n',
      'imported/a.yaml': badForm,
      'b.yaml': badForm,
    });
    expect((await run(['validate', '.'])).out).toMatch(
      /^b\.yaml:\S+ error .*\nimported\/a\.yaml:\S+ warning .*\n$/,
    );
    expect(
      await run(['validate', '-', '--stdin-filename', 'imported/x.yaml'], { stdin: badForm }),
    ).toMatchObject({
      code: 0,
    });
  });

  it('names a further schema, from its own folder', async () => {
    const { run, path } = makeWorld({
      '.git/HEAD': '',
      'bieu2.config.yaml': 'schema: office/office.json\n',
      'office/office.json': '{ "required": ["parentUnit"] }',
      'a/good.yaml': goodForm,
    });
    expect((await run(['validate', 'good.yaml'], { cwd: path('a') })).out).toMatch(/error office-schema /);
  });

  it('chooses the language, unless the user has', async () => {
    const { run } = makeWorld({ 'bieu2.config.yaml': 'language: vi\n', 'bad.yaml': badForm });
    const locale = { LANG: 'en_GB.UTF-8' };
    expect((await run(['validate', 'bad.yaml'], { env: { ...locale, BIEU2_LANG: '' } })).out).toMatch(
      /chưa có mức/,
    );
    expect((await run(['validate', 'bad.yaml'], { env: { ...locale, BIEU2_LANG: 'en' } })).out).toMatch(
      /has no level/,
    );
    expect((await run(['validate', 'bad.yaml', '--lang', 'en'], { env: { BIEU2_LANG: '' } })).out).toMatch(
      /has no level/,
    );
  });

  it('may be empty', async () => {
    const { run } = makeWorld({ 'bieu2.config.yaml': '# nothing yet\n', 'good.yaml': goodForm });
    expect(await run(['validate', 'good.yaml'])).toMatchObject({ code: 0, out: '', err: '' });
  });
});

test.each([
  ['langauge: vi', '1:1 unknown key “langauge”; did you mean “language”?'],
  [
    'colour: true',
    '1:1 unknown key “colour”; keys allowed here: language, rules, files, overrides, template, schema, baseline',
  ],
  ['language: fr', '1:11 vi or en is needed'],
  ['rules: { spacng: off }', '1:10 unknown rule “spacng”; did you mean “spacing”?'],
  ['rules:\n  spacing: loud', '2:12 off, warning or error is needed'],
  ['rules:\n  spacing:', '2:3 off, warning or error is needed'],
  ['rules:\n  spacing: 3', '2:12 off, warning or error is needed'],
  ['rules:\n  spacing: { severity: loud }', '2:24 off, warning or error is needed'],
  ['rules:\n  spacing: { leadership: true }', '2:14 unknown key “leadership”; keys allowed here: severity'],
  ['rules:\n  task-complexity: { leadership: yes }', '2:34 true or false is needed'],
  ['rules:\n  syntax: off', '2:11 the rule “syntax” is always an error'],
  ['rules: [spacing]', '1:8 a map of keys is needed'],
  ['files: { include: forms }', '1:19 a list is needed'],
  ['files: { include: [] }', '1:19 this must not be empty'],
  [
    'files:\n  exclude:\n    - forms/**\n    - "!forms/a.yaml"',
    /^4:7 patterns that begin with “!” are not supported: list what to skip in “files\.exclude”/,
  ],
  [`files: { exclude: [${'a'.repeat(4097)}] }`, '1:20 at most 4,096 characters'],
  ['files: { only: [a] }', '1:10 unknown key “only”; keys allowed here: include, exclude'],
  ['overrides:\n  - files: [a]\n    rules: { spacing: off }', '2:5 the key “reason” is missing'],
  [
    'overrides:\n  - files: [a]\n    reason: b\n    rules: { spacng: off }',
    '4:14 unknown rule “spacng”; did you mean “spacing”?',
  ],
  ['schema: 7', '1:9 text is needed'],
  ['- a', '1:1 a map of keys is needed'],
  ['a: b: c', /^1:5 a colon /],
])('a faulty configuration ends with exit code 2 and tells the place: %s', async (content, expected) => {
  const { run } = makeWorld({ 'bieu2.config.yaml': content, 'good.yaml': goodForm });
  const { code, out, err } = await run(['validate', 'good.yaml']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  const [head, ...problems] = err.trimEnd().split('\n');
  expect(head).toBe('Error: The configuration file “bieu2.config.yaml” has errors:');
  expect(problems.map((line) => line.trim())).toEqual([
    expected instanceof RegExp ? expect.stringMatching(expected) : expected,
  ]);
});

test('every fault of a configuration is told, in the order of the file', async () => {
  const { run } = makeWorld({
    'bieu2.config.yaml': 'rules:\n  spacing: loud\n  spacng: off\nlanguage: fr\n',
    'good.yaml': goodForm,
  });
  const { err } = await run(['validate', 'good.yaml'], { env: { BIEU2_LANG: 'vi' } });
  expect(err).toBe(
    'Lỗi: Tệp cấu hình “bieu2.config.yaml” có lỗi:\n  2:12 cần off, warning hoặc error\n  3:3 không có quy tắc “spacng”; có phải “spacing”?\n  4:11 cần vi hoặc en\n',
  );
});

test('a configuration that is named has to be there', async () => {
  const { run } = makeWorld({ 'good.yaml': goodForm });
  expect(await run(['validate', '--config', 'none.yaml', 'good.yaml'])).toMatchObject({ code: 2 });
});

test('its schema is printed as it is published', async () => {
  const schema: unknown = JSON.parse((await makeWorld().run(['schema', 'config'])).out);
  expect(schema).toHaveProperty('properties.rules');
});

describe('render', () => {
  it('takes the template of the configuration, which the command line overrides', async () => {
    const { run, path } = makeWorld({
      '.git/HEAD': '',
      'bieu2.config.yaml': 'template: own/none.docx\n',
      'a/good.yaml': goodForm,
    });
    const here = { cwd: path('a') };
    expect((await run(['render', 'good.yaml'], here)).err).toMatch(/none\.docx/);
    expect(await run(['render', 'good.yaml', '--template', 'bieu-so-2'], here)).toMatchObject({ code: 0 });
    expect(await run(['render', 'good.yaml', '--no-config', '--force'], here)).toMatchObject({ code: 0 });
  });

  it('needs a complete form, whatever a configuration or a comment says', async () => {
    const { run } = makeWorld({
      'bieu2.config.yaml': 'rules: { task-complexity: warning, unrated-task: error }\n',
      'bad.yaml': badForm,
      'silenced.yaml': `# bieu2-disable task-complexity -- chờ họp\n${badForm}`,
      'warned.yaml': warnedForm,
    });
    expect(await run(['validate', 'bad.yaml', 'silenced.yaml'])).toMatchObject({ code: 0 });
    for (const file of ['bad.yaml', 'silenced.yaml', 'warned.yaml']) {
      expect(await run(['render', file]), file).toMatchObject({ code: 1 });
    }
    expect(await run(['render', 'bad.yaml', 'silenced.yaml', '--draft'])).toMatchObject({ code: 0 });
  });
});
