import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { badForm, goodForm, makeWorld, type World } from '../run-main.ts';

const bin = fileURLToPath(new URL('../../../dist/bin.cjs', import.meta.url));
const filesIn = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => line.replace(/:\d.*/, ''));
const composed = 'Biểu/số 2.yaml'.normalize('NFC');
const decomposed = composed.normalize('NFD');

describe('a pattern', () => {
  test.each([
    [['Biểu (1)/a.yaml'], 'Biểu (1)/*.yaml'],
    [['a (1).yaml', 'a (2).yaml'], 'a (?).yaml'],
    [['a (1).yaml'], '*(1).yaml'],
    [['a/b/c.yaml', 'c.yaml'], '**/c.yaml'],
    [['a/b/c.yaml', 'a/d.yaml'], '{a/b/c,a/d}.yaml'],
    [['a/b/c.yaml'], 'a/[ab]/c.yaml'],
    [['!a.yaml'], '!*.yaml'],
    [['.hidden/a.yaml'], '.hidden/*.yaml'],
    [['.hidden/a.yaml'], '**/.hidden/*.yaml'],
    [['a/b/c.yaml'], './a/*/../b/c.yaml'],
  ])('finds %j by %s', async (files, pattern) => {
    const world = makeWorld({
      ...Object.fromEntries(files.map((file) => [file, badForm])),
      'other.yml': badForm,
      '.git/objects/e.yaml': badForm,
      'node_modules/x/c.yaml': badForm,
    });
    const { code, out } = await world.run(['validate', pattern]);
    expect({ code, files: filesIn(out) }).toEqual({ code: 1, files });
  });

  it('that is absolute, or leads upward, gives such names', async () => {
    const { run, path } = makeWorld({ 'a/b.yaml': badForm, 'c/d.yaml': badForm });
    const up = await run(['validate', '../c/*.yaml'], { cwd: path('a') });
    expect(filesIn(up.out)).toEqual(['../c/d.yaml']);
    expect(filesIn((await run(['validate', path('c/*.yaml')])).out)).toEqual([path('c/d.yaml')]);
  });

  it('and a folder give files in the order of the alphabet where names have its letters, else by their characters', async () => {
    const named = (names: readonly string[]) =>
      makeWorld(Object.fromEntries(names.map((name) => [`f/${name}.yaml`, badForm])));
    const letters = named(['Ủy ban', 'b', 'Đảng'.normalize('NFD'), 'Dân', 'E']);
    const plain = named(['b', 'B', 'a-10', 'a-2']);
    for (const name of ['f', 'f/*.yaml']) {
      const filesOf = async ({ run }: World) =>
        [...(await run(['validate', name])).out.normalize().matchAll(/^f\/(.*?)\.yaml/gm)].map(
          ([, file]) => file,
        );
      expect(await filesOf(letters)).toEqual(['b', 'Dân', 'Đảng', 'E', 'Ủy ban']);
      expect(await filesOf(plain)).toEqual(['B', 'a-10', 'a-2', 'b']);
    }
  });

  it('follows links to folders, and ends where one leads back', async () => {
    const { run, path } = makeWorld({ 'a/b.yaml': badForm, 'elsewhere/c.yaml': badForm });
    symlinkSync(path('a'), path('a/loop'));
    symlinkSync(path('elsewhere'), path('a/link'));
    expect(filesIn((await run(['validate', 'a/**/*.yaml'])).out)).toEqual(['a/b.yaml', 'a/link/c.yaml']);
  });

  test.each(['none/*.yaml', 'a.yaml/*.yaml', `${'x'.repeat(300)}/*.yaml`, `*${'x'.repeat(300)}`, '[', 'a{b'])(
    'that matches nothing is a failure of the call: %s',
    async (pattern) => {
      const { run } = makeWorld({ 'a.yaml': goodForm });
      const { code, err } = await run(['validate', pattern]);
      expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^Error: No file matches /) });
    },
  );

  it.skipIf(process.getuid?.() === 0)('tells of a folder that may not be read', async () => {
    const { run, path } = makeWorld({ 'a/b.yaml': goodForm, 'c.yaml': goodForm });
    chmodSync(path('a'), 0);
    const { code, err } = await run(['validate', '**/*.yaml']);
    chmodSync(path('a'), 0o755);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/“a”: permission denied/) });
  });
});

describe('a name that is decomposed on the disk and composed in what was typed, or the other way round', () => {
  test.each([
    [decomposed, composed],
    [composed, decomposed],
  ])('is found, excluded and set apart: %#', async (onDisk, typed) => {
    const { run } = makeWorld({
      [onDisk]: badForm,
      'include.yaml': `files: { include: ["${typed}"] }`,
      'include-pattern.yaml': `files: { include: ["${typed.replace('2', '*')}"] }`,
      'exclude.yaml': `files: { exclude: ["${typed.split('/')[0]}"] }`,
      'override.yaml': `overrides: [{ files: ["${typed}"], reason: cũ, rules: { task-complexity: off } }]`,
    });
    for (const args of [
      [typed],
      [typed.replace('2', '*')],
      ['--config', 'include.yaml'],
      ['--config', 'include-pattern.yaml'],
    ]) {
      expect(filesIn((await run(['validate', ...args])).out), args.join(' ')).toEqual([onDisk]);
    }
    expect(await run(['validate', onDisk, '--config', 'override.yaml'])).toMatchObject({ code: 0 });
    const excluded = await run(['validate', '--config', 'exclude.yaml']);
    expect({ code: excluded.code, out: excluded.out }).toEqual({ code: 2, out: '' });
  });
});

const ignoresCase = existsSync(fileURLToPath(import.meta.url).toUpperCase());

it.runIf(ignoresCase)('a file is one, by whatever letter case it is named', async () => {
  const { run } = makeWorld({ 'Biểu/a.yaml': badForm });
  const { out } = await run(['validate', 'Biểu/A.yaml', 'BIỂU', 'Biểu/a.yaml']);
  expect(filesIn(out)).toEqual(['Biểu/A.yaml']);
});

describe('a broken link', () => {
  const broken = /“forms\/b\.yaml”: broken link/;
  test.each(['forms', 'forms/*.yaml', 'forms/b.yaml', 'forms/x/../b.yaml'])(
    'is called one, by whatever name it was found: %s',
    async (name) => {
      const { run, path } = makeWorld({ 'forms/a.yaml': goodForm });
      symlinkSync(path('nowhere'), path('forms/b.yaml'));
      expect(await run(['validate', name])).toMatchObject({ code: 2, err: expect.stringMatching(broken) });
    },
  );

  it('does not matter in a folder where its name is not that of a form', async () => {
    const { run, path } = makeWorld({ 'forms/a.yaml': goodForm });
    symlinkSync(path('nowhere'), path('forms/b.txt'));
    expect(await run(['validate', 'forms'])).toMatchObject({ code: 0 });
  });
});

describe('names that lead nowhere end with exit code 2', () => {
  const long = 'x'.repeat(300);
  test.each([
    ['a.yaml/b.yaml', /a part of the path is not a folder/],
    [`${long}.yaml`, /the name is too long/],
    [`${long}/b.yaml`, /the name is too long/],
    ['', /One of the names is empty/],
    ['a\0b', /“a.*b”: a NUL character in the name/],
  ])('%j', async (name, expected) => {
    for (const command of ['validate', 'render', 'import', 'summary', 'export', 'merge', 'preview']) {
      const { run, path } = makeWorld({ 'a.yaml': goodForm });
      mkdirSync(path('folder'));
      writeFileSync(path('folder/b.yaml'), goodForm);
      const args = command === 'merge' ? [command, 'a.yaml', name] : [command, name];
      const { code, err } = await run(args);
      expect({ command, code, err }).toEqual({ command, code: 2, err: expect.stringMatching(expected) });
    }
  });
});

describe('every command and option ends with exit code 2 for names that the system refuses', () => {
  const long = 'x'.repeat(300);
  const calls: readonly (readonly string[])[] = [
    ['init', 'NAME.yaml'],
    ['init', 'NAME/b.yaml'],
    ['validate', 'NAME'],
    ['validate', 'NAME*'],
    ['validate', 'NAME/*.yaml'],
    ['validate', 'good.yaml', '--config', 'NAME'],
    ['validate', 'good.yaml', '--schema', 'NAME'],
    ['validate', 'good.yaml', '--baseline', 'NAME'],
    ['validate', 'good.yaml', '--baseline', 'NAME', '--update-baseline'],
    ['validate', 'good.yaml', '--format', 'json=NAME'],
    ['render', 'good.yaml', '-o', 'NAME.docx'],
    ['render', 'good.yaml', '--out-dir', 'NAME'],
    ['render', 'good.yaml', '--template', 'NAME.docx'],
    ['import', 'NAME.docx'],
    ['diff', 'good.yaml', 'NAME'],
    ['merge', 'good.yaml', 'other.yaml', '-o', 'NAME.yaml'],
    ['summary', 'good.yaml', '-o', 'NAME.html'],
    ['export', 'good.yaml', '-o', 'NAME.csv'],
    ['preview', 'NAME.yaml'],
    ['template', 'new', '-o', 'NAME.docx'],
    ['template', 'check', 'NAME.docx'],
  ];
  test.each(calls)('%s %s %s %s %s', async (...args) => {
    const { run, path } = makeWorld({
      'good.yaml': goodForm,
      'other.yaml': goodForm.replace('PHÒNG TỔ CHỨC', 'PHÒNG KHÁC'),
      'file.yaml': goodForm,
    });
    symlinkSync(path('loop'), path('loop'));
    for (const name of ['file.yaml/x', long, `${long}/x`, 'loop/x', 'nu\0l']) {
      const call = args.map((arg) => arg.replace('NAME', name));
      const { code, err } = await run(call);
      expect({ call, code, err }).toEqual({
        call,
        code: 2,
        err: expect.not.stringContaining('fault of bieu2'),
      });
    }
  });

  it('a working directory that is gone', () => {
    const { path } = makeWorld({ 'gone/a.yaml': goodForm });
    const call = 'cd gone && rm -r ../gone && "$0" "$1" validate a.yaml';
    const { status, stderr } = spawnSync('bash', ['-c', call, process.execPath, bin], {
      cwd: path('.'),
      encoding: 'utf8',
      env: { ...process.env, BIEU2_LANG: 'en' },
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('The current directory no longer exists')]);
  });

  test('a file with a separator behind its name', async () => {
    const { run } = makeWorld({ 'good.yaml': goodForm });
    for (const command of ['validate', 'render', 'summary', 'export']) {
      expect(await run([command, 'good.yaml/'])).toMatchObject({
        code: 2,
        err: expect.stringContaining('not a folder'),
      });
    }
  });

  test.each([
    '{"$ref":"#"}',
    '{"$ref":"#/definitions/a","definitions":{"a":{"$ref":"#/definitions/b"},"b":{"$ref":"#/definitions/a"}}}',
    '{"properties":{"unit":{"$ref":"#/definitions/a"}},"definitions":{"a":{"anyOf":[{"$ref":"#/definitions/a"}]}}}',
  ])('a schema that leads back to itself: %s', async (schema) => {
    const { run } = makeWorld({ 'good.yaml': goodForm, 's.json': schema });
    expect(await run(['validate', 'good.yaml', '--schema', 's.json'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('leads back to itself'),
    });
  });

  test('a pattern that takes for ever', async () => {
    const long = goodForm.replace('PHÒNG TỔ CHỨC', 'BAN TỔ CHỨC HUYỆN ỦY VÀ CÁC PHÒNG TRỰC THUỘC');
    const { run } = makeWorld({
      'a.yaml': long,
      'b.yaml': goodForm,
      's.json': '{"properties":{"unit":{"pattern":"^([^0-9]+)+[0-9]$"}}}',
    });
    const refusal =
      'Cannot check with “s.json”: the pattern “^([^0-9]+)+[0-9]$” takes too long. Rewrite it without repetitions inside of repetitions.';
    expect(await run(['validate', 'a.yaml', 'b.yaml', '--schema', 's.json'])).toMatchObject({
      code: 2,
      err: `Error: ${refusal}\nError: ${refusal}\n`,
    });
  }, 30_000);
});
