import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { builtProgram } from '../built-program.ts';
import { badForm, goodForm, makeWorld } from '../run-main.ts';

const run = builtProgram();
const wordForm = readFileSync(new URL('../../fixtures/word/hand-reference.docx', import.meta.url));

const linesOf = (out: string) => out.split('\n').filter((line) => line !== '');
const makeFifo = (path: string) => expect(spawnSync('mkfifo', [path]).status).toBe(0);

describe.skipIf(process.platform === 'win32')('a file that changes under way', () => {
  test('is told when it is gone, or has become a folder, after it was found', async () => {
    const { cwd, path } = makeWorld({
      'forms/a.yaml': badForm,
      'forms/b.yaml': badForm,
      'forms/c.yaml': badForm,
      'forms/d.yaml': badForm,
    });
    makeFifo(path('first.yaml'));
    // bieu2 opens the pipe once it has looked for files.
    const line =
      '"$@" & exec 3>first.yaml; rm forms/b.yaml forms/c.yaml; mkdir forms/c.yaml; echo "form: [" >&3; exec 3>&-; wait $!';
    const { code, out, err } = await run(['validate', 'first.yaml', 'forms'], { cwd, line });
    expect(code).toBe(2);
    expect(linesOf(out).map((text) => text.split(':')[0])).toEqual([
      'first.yaml',
      'forms/a.yaml',
      'forms/d.yaml',
    ]);
    expect(linesOf(err)).toEqual([
      'Error: Cannot read “forms/b.yaml”: no such file or folder. Check the path.',
      'Error: Cannot read “forms/c.yaml”: this is a folder, not a file. Name a file.',
    ]);
  });

  const growing = (times: number) => `
    const fs = require('node:fs');
    const { readFileSync, appendFileSync } = fs;
    let left = ${times};
    fs.readFileSync = (path, ...rest) => {
      const bytes = readFileSync(path, ...rest);
      if (String(path).includes('growing') && left-- > 0) appendFileSync(path, '      - text: Việc thêm\\n');
      return bytes;
    };`;

  test('is read to the end that it has when it stands still', async () => {
    const { cwd } = makeWorld({ 'growing.yaml': goodForm });
    const { code, out, err } = await run(['validate', 'growing.yaml'], { cwd, preload: growing(2) });
    expect([code, err]).toEqual([1, '']);
    expect(linesOf(out).filter((text) => text.includes(' task-complexity '))).toHaveLength(2);
  });

  test('is told when it does not, and nothing is made of it', async () => {
    const { cwd } = makeWorld({ 'growing.yaml': goodForm, 'other.yaml': goodForm });
    const args = ['render', 'growing.yaml', 'other.yaml'];
    const { code, out, err } = await run(args, { cwd, preload: growing(Number.POSITIVE_INFINITY) });
    expect([code, out]).toEqual([2, 'Wrote “other.docx”\n']);
    expect(err).toBe(
      'Error: Cannot read “growing.yaml”: it is still being written. Run again when that is done.\n',
    );
    expect(readdirSync(cwd).sort()).toEqual(['growing.yaml', 'other.docx', 'other.yaml']);
  });
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  test('is not waited for in folders, and told', async () => {
    const { cwd, path } = makeWorld({ 'forms/good.yaml': badForm });
    makeFifo(path('forms/pipe.yaml'));
    symlinkSync('/dev/zero', path('forms/zero.yaml'));
    symlinkSync('pipe.yaml', path('forms/link.yaml'));
    symlinkSync('/dev/zero', path('forms/other'));
    const commands = ['validate', 'summary', 'export'].flatMap((command) => [
      [command, 'forms'],
      [command, 'forms/*.yaml'],
    ]);
    for (const command of commands) {
      const { code, err } = await run(command, { cwd });
      expect(code).toBe(2);
      expect(linesOf(err)).toEqual(
        ['link', 'pipe', 'zero'].map(
          (name) =>
            `Error: Not reading “forms/${name}.yaml”: it is a pipe or a device, not a file. Name it by itself to have it read.`,
        ),
      );
    }
  });

  test('is read where it is named, an endless one up to a limit', async () => {
    const { cwd, path } = makeWorld({ 'good.yaml': badForm });
    const piped = await run(['validate', 'good.yaml'], { cwd, line: '"$@" <(cat good.yaml)' });
    expect(piped).toMatchObject({ code: 1, err: '' });
    expect(linesOf(piped.out)).toHaveLength(2);
    symlinkSync('/dev/zero', path('zero.yaml'));
    makeFifo(path('pipe.yaml'));
    const line = '(yes "# thêm" > pipe.yaml) & "$@"';
    const endless = await run(['validate', 'zero.yaml', 'pipe.yaml', 'good.yaml'], { cwd, line });
    expect(endless).toMatchObject({ code: 1, err: '' });
    const told = linesOf(endless.out);
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(/^zero\.yaml:.* file-size|^zero\.yaml:.*MB/);
    expect(told[1]).toMatch(/^pipe\.yaml:.*MB/);
  });
});

describe.skipIf(process.platform === 'win32')('links', () => {
  test('that go round, lead upwards, lead nowhere or to the same file: each file once', async () => {
    const { path, run: runMain } = makeWorld({ 'forms/a.yaml': badForm, 'forms/in/b.yaml': badForm });
    symlinkSync('..', path('forms/in/up'));
    symlinkSync('.', path('forms/here'));
    symlinkSync('../forms', path('forms/in/again'));
    symlinkSync('a.yaml', path('forms/z.yaml'));
    symlinkSync('nowhere', path('forms/broken.yaml'));
    symlinkSync('nowhere', path('forms/broken'));
    symlinkSync('loop2.yaml', path('forms/loop1.yaml'));
    symlinkSync('loop1.yaml', path('forms/loop2.yaml'));
    const { code, out, err } = await runMain(['validate', 'forms', 'forms/z.yaml', 'forms/in/up/a.yaml']);
    expect(code).toBe(2);
    expect(linesOf(out).map((line) => line.split(':')[0])).toEqual(['forms/a.yaml', 'forms/in/b.yaml']);
    const loop = 'its symbolic links form a circle. Fix the links.';
    expect(linesOf(err)).toEqual([
      'Error: Cannot read “forms/broken.yaml”: broken link, the file or folder that it points to does not exist. Fix or delete the link.',
      `Error: Cannot read “forms/loop1.yaml”: ${loop}`,
      `Error: Cannot read “forms/loop2.yaml”: ${loop}`,
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('names of files', () => {
  const odd = [
    'a b  c',
    'it\'s "so"',
    'two\nlines',
    'tab\there',
    '-n',
    '--fix',
    'Biểu số 2'.normalize('NFD'),
    'Biểu số 2'.normalize('NFC'),
    '📋 giao việc',
    '100%',
    '%2e%2e',
    'a&b<c>]]>',
    '`$(touch x)`',
    '[a]*{b}?',
    'a\\b',
    '\u202egpj',
    '\u001b[31m',
    `${'ư'.repeat(120)}`,
  ];
  const inputs = Object.fromEntries(odd.map((name) => [`forms/${name}.yaml`, badForm]));
  const sorted = odd.map((name) => `forms/${name}.yaml`).sort();

  test('of all kinds are named in every report, which stays well-formed', async () => {
    const { path, run: runMain } = makeWorld(inputs);
    const files = ['json', 'sarif', 'junit', 'gitlab'];
    const formats = files.flatMap((name) => ['--format', `${name}=${name}.out`]);
    const { code, out, err } = await runMain(['validate', 'forms', ...formats, '--format', 'line']);
    expect([code, err]).toEqual([1, '']);
    expect(linesOf(out)).toHaveLength(odd.length);
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    const [json = '', sarif = '', junit = '', gitlab = ''] = files.map((name) =>
      readFileSync(path(`${name}.out`), 'utf8'),
    );
    const namesIn = (reports: readonly { file: string }[]) => reports.map(({ file }) => file);
    const order = namesIn(JSON.parse(json).files);
    expect(order.toSorted()).toEqual(sorted);
    const uris: string[] = JSON.parse(sarif).runs[0].results.map(
      (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        result.locations[0]?.physicalLocation.artifactLocation.uri,
    );
    expect(uris.map((uri) => decodeURIComponent(uri))).toEqual(order);
    expect(JSON.parse(gitlab).map((issue: { location: { path: string } }) => issue.location.path)).toEqual(
      order,
    );
    const lint = spawnSync('xmllint', ['--noout', path('junit.out')], { encoding: 'utf8' });
    if (lint.error === undefined) expect([lint.status, lint.stderr]).toEqual([0, '']);
    expect(junit.match(/<testsuite /g)).toHaveLength(odd.length);
  });

  test('lead to documents and forms of the same name', async () => {
    const documents = odd.map((name): [string, Uint8Array] => [`words/${name}.docx`, wordForm]);
    const { path, run: runMain } = makeWorld({ ...inputs, ...Object.fromEntries(documents) });
    const rendered = await runMain(['render', 'forms', '--draft', '--out-dir', 'out']);
    expect([rendered.code, rendered.err]).toEqual([0, '']);
    expect(linesOf(rendered.out)).toHaveLength(odd.length);
    expect(readdirSync(path('out')).sort()).toEqual(odd.map((name) => `${name}.docx`).sort());
    const imported = await runMain(['import', 'words', '--out-dir', 'in']);
    expect(imported.err).toBe('');
    expect(readdirSync(path('in')).sort()).toEqual(odd.map((name) => `${name}.yaml`).sort());
  });

  test('may begin with a dash after --, or be as long as the system allows', async () => {
    const longest = 'n'.repeat(250);
    const { path, run: runMain } = makeWorld({ '--fix.yaml': badForm, [`${longest}.yaml`]: goodForm });
    expect(await runMain(['validate', '--', '--fix.yaml'])).toMatchObject({ code: 1, err: '' });
    expect(await runMain(['render', `${longest}.yaml`])).toMatchObject({ code: 0 });
    expect(existsSync(path(`${longest}.docx`))).toBe(true);
    const { code, err } = await runMain(['render', `${longest}.yaml`, '-o', `${longest}xyz.docx`]);
    expect(code).toBe(2);
    expect(err).toContain('the name is too long. Choose a shorter one.');
  });

  test.runIf(process.platform === 'linux')(
    'that are not in UTF-8 are told, and the others checked',
    async () => {
      const { cwd, path, run: runMain } = makeWorld({ 'forms/good.yaml': badForm });
      const bytes = (name: string) =>
        Buffer.concat([Buffer.from(`${cwd}/forms/`), Buffer.from(name, 'latin1')]);
      writeFileSync(bytes('bi\xeau.yaml'), goodForm);
      writeFileSync(bytes('note\xff.txt'), '');
      mkdirSync(bytes('ph\xf2ng'));
      // A real U+FFFD is a character like any other.
      writeFileSync(path('forms/\ufffd.yaml'), badForm);
      const { code, out, err } = await runMain(['validate', 'forms']);
      expect(code).toBe(2);
      expect(linesOf(out).map((line) => line.split(':')[0])).toEqual([
        'forms/good.yaml',
        'forms/\ufffd.yaml',
      ]);
      const reason = 'the name of the file or a folder has bytes that are not UTF-8. Rename it.';
      expect(linesOf(err)).toEqual(
        ['bi\ufffdu.yaml', 'ph\ufffdng'].map((name) => `Error: Cannot read “forms/${name}”: ${reason}`),
      );
      const named = await run(['validate'], { cwd, line: '"$@" forms/bi$\'\\xea\'u.yaml' });
      expect(named).toMatchObject({ code: 2, err: `Error: Cannot read “forms/bi\ufffdu.yaml”: ${reason}\n` });
    },
  );
});
