import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { badForm, goodForm, makeWorld, warnedForm } from '../run-main.ts';

const fileNames = (json: string): string[] =>
  JSON.parse(json).files.map(({ file }: { file: string }) => file);

const nobody = 65_534;

/** Root may read everything: does something as the user “nobody” where the tests run as root. */
async function asNobody<T>(act: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return act();
  process.seteuid?.(nobody);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}

describe('which files are checked', () => {
  const listed = async (files: Record<string, string | Uint8Array>, args: string[]) => {
    const world = makeWorld(files);
    const { out, err } = await world.run(['validate', '--format', 'json', ...args]);
    return { names: fileNames(out), err };
  };

  test('a folder: every form below it in the order of names, less what is hidden or no form', async () => {
    const { names } = await listed(
      {
        'forms/b.yml': goodForm,
        'forms/a.yaml': goodForm,
        'forms/A.YAML': goodForm,
        'forms/c/d.yaml': goodForm,
        'forms/.hidden/e.yaml': goodForm,
        'forms/.f.yaml': goodForm,
        'forms/node_modules/g.yaml': goodForm,
        'forms/~$h.yaml': goodForm,
        'forms/i.txt': goodForm,
        'forms/desktop.ini': Buffer.from('\ufeff[.ShellClassInfo]\r\n', 'utf16le'),
        'forms/Thumbs.db': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        'forms/~$ho-so.docx': Buffer.from([6, 0x41, 0, 0]),
        'forms/~$so.xlsx': '',
        'forms/cong-viec.csv': Buffer.from('\ufeffunit\tform:\r\n', 'utf16le'),
        'forms/cong-viec.xlsx': Buffer.from([0x50, 0x4b, 3, 4]),
        'forms/a.lnk': Buffer.from([0x4c, 0, 0, 0]),
        'forms/compose.yaml': 'services: { form: x }\n',
        'forms/package.json': '{ "name": "x", "dependencies": { "form": "1" } }',
      },
      ['forms'],
    );
    expect(names).toEqual(['forms/A.YAML', 'forms/a.yaml', 'forms/b.yml', 'forms/c/d.yaml']);
  });

  test('without a name: the current folder, and names are told without ./', async () => {
    expect((await listed({ 'x.yaml': goodForm }, [])).names).toEqual(['x.yaml']);
    expect((await listed({ 'x.yaml': goodForm }, ['./x.yaml'])).names).toEqual(['x.yaml']);
  });

  test('a form that does not parse is still a form', async () => {
    const { names } = await listed(
      { 'a.yaml': 'form: bieu-so-2\nunit: x: y\n', 'b.json': '{ "unit": "x", "form": "bieu-so-2", }' },
      ['.'],
    );
    expect(names).toEqual(['a.yaml', 'b.json']);
  });

  test('a form with a no-break space in its key, in UTF-16 or UTF-32 is still a form', async () => {
    const json = '{ "form": "bieu-so-2" }';
    const world = makeWorld({
      'a.yaml': goodForm.replace('form:', 'form\u00a0:'),
      'b.yaml': Buffer.from(`\ufeff${goodForm}`, 'utf16le'),
      'c.yaml': Buffer.from(goodForm, 'utf16le'),
      'd.json': Buffer.from(json, 'utf16le').swap16(),
      'e.yaml': Buffer.from(Uint32Array.from(`\ufeff${goodForm}`, (letter) => letter.charCodeAt(0)).buffer),
    });
    const { code, out } = await world.run(['validate', '.', '--format', 'json']);
    expect(code).toBe(1);
    expect(fileNames(out)).toEqual(['a.yaml', 'b.yaml', 'c.yaml', 'd.json', 'e.yaml']);
  });

  test('a file reached twice is checked once, under its first name', async () => {
    const { names } = await listed({ 'f/a.yaml': goodForm, 'f/b.yaml': goodForm }, [
      'f/b.yaml',
      'f',
      './f/a.yaml',
      'f/../f/b.yaml',
    ]);
    expect(names).toEqual(['f/b.yaml', 'f/a.yaml']);
  });

  test('a file named is checked even where its folder passes it over', async () => {
    const { names } = await listed({ 'f/a.yaml': goodForm, 'f/other.yaml': 'x: 1\n' }, ['f', 'f/other.yaml']);
    expect(names).toEqual(['f/a.yaml', 'f/other.yaml']);
  });

  test('patterns do what a shell does with them', async () => {
    const files = {
      'a.yaml': goodForm,
      'b/c.yaml': goodForm,
      'b/node_modules/d.yaml': goodForm,
      'x.yaml': 'x: 1',
    };
    expect((await listed(files, ['*.yaml'])).names).toEqual(['a.yaml', 'x.yaml']);
    expect((await listed(files, ['**/*.yaml'])).names).toEqual(['a.yaml', 'b/c.yaml', 'x.yaml']);
    expect((await listed(files, ['{a,z}.yaml', 'b*'])).names).toEqual(['a.yaml', 'b/c.yaml']);
  });

  test('a file may have the name of a pattern, blanks, accents, or a leading dash', async () => {
    const names = ['Biểu số 2 (1).yaml', '[a].yaml', 'a b.yaml', '-x.yaml'];
    const files = Object.fromEntries(names.map((name) => [name, goodForm]));
    expect((await listed(files, ['--', ...names])).names).toEqual(names);
  });

  test('links that go round in a circle are walked once', async () => {
    const world = makeWorld({ 'f/a.yaml': goodForm });
    symlinkSync(world.path('f'), world.path('f/again'));
    symlinkSync('self', world.path('f/self'));
    const { code, out } = await world.run(['validate', 'f', '--format', 'json']);
    expect(fileNames(out)).toEqual(['f/a.yaml']);
    expect(code).toBe(0);
  });

  test('a link to a form that is gone is told, the other forms are checked', async () => {
    const world = makeWorld({ 'f/a.yaml': badForm });
    symlinkSync('gone.yaml', world.path('f/b.yaml'));
    const { code, out, err } = await world.run(['validate', 'f']);
    expect(code).toBe(2);
    expect(out).toMatch(/^f\/a\.yaml:12:\d+: error task-complexity /);
    expect(err).toContain('“f/b.yaml”');
  });

  test.skipIf(process.platform === 'win32')(
    'a file without permission is told, the other forms are checked (skipped on Windows: it knows no modes)',
    async () => {
      const world = makeWorld({ 'a.yaml': goodForm, 'b.yaml': goodForm });
      // Before the user changes, for whom the program's own files may be out of reach.
      expect((await world.run(['validate', '.'])).code).toBe(0);
      chmodSync(world.cwd, 0o755);
      chmodSync(world.path('b.yaml'), 0);
      const { code, err } = await asNobody(() => world.run(['validate', '.']));
      expect(code).toBe(2);
      expect(err).toContain('permission denied');
    },
  );

  test("a folder's documents are checked, less those that bieu2 made and nobody edited", async () => {
    const world = makeWorld({ 'a.yaml': goodForm, 'b.yaml': goodForm });
    await world.run(['render', 'a.yaml', 'b.yaml']);
    const edited = unzipSync(readFileSync(world.path('b.docx')));
    delete edited['docProps/custom.xml'];
    writeFileSync(world.path('b.docx'), zipSync(edited));
    const args = ['validate', '--format', 'json', '--rule', 'unrated-task=off'];
    const { out } = await world.run([...args, '.']);
    expect(fileNames(out)).toEqual(['a.yaml', 'b.docx', 'b.yaml']);
    expect(JSON.parse(out).summary).toMatchObject({ notForms: 1 });
    expect(fileNames((await world.run([...args, 'a.docx'])).out)).toEqual(['a.docx']);
  });

  test('a document that bieu2 made is checked where its form file is not there', async () => {
    const world = makeWorld({ 'a/form.yaml': goodForm, 'b/form.yaml': goodForm });
    await world.run(['render', 'a/form.yaml', 'b/form.yaml']);
    rmSync(world.path('b/form.yaml'));
    const { out } = await world.run(['validate', '--format', 'json', '.']);
    expect(fileNames(out)).toEqual(['a/form.yaml', 'b/form.docx']);
  });

  test('a template among the forms is none of them', async () => {
    const world = makeWorld({ 'a.yaml': warnedForm });
    await world.run(['template', 'new', '-o', 'my.docx']);
    expect(fileNames((await world.run(['validate', '.', '--format', 'json'])).out)).toEqual(['a.yaml']);
    expect((await world.run(['validate', 'my.docx'])).code).toBe(1);
  });

  test('files of a folder that are no forms are counted in the report', async () => {
    const world = makeWorld({ 'a.yaml': goodForm, 'b.yaml': 'x: 1\n', 'c.json': '[]' });
    const { out } = await world.run(['validate', '.', '--format', 'json']);
    expect(JSON.parse(out).summary).toMatchObject({ notForms: 2 });
  });
});

describe('standard input', () => {
  test('is read as YAML, or as JSON by its name', async () => {
    const world = makeWorld();
    expect((await world.run(['validate', '-'], { stdin: badForm })).out).toMatch(/^-:12:\d+: error /);
    const { out } = await world.run(['validate', '-', '--stdin-filename', 'in.json'], {
      stdin: '{ "form": 1, }',
    });
    expect(out).toMatch(/^in\.json:1:\d+: error syntax /);
  });

  test('may stand beside files', async () => {
    const world = makeWorld({ 'a.yaml': goodForm });
    const { code, out } = await world.run(['validate', 'a.yaml', '-', '--format', 'json'], {
      stdin: goodForm,
    });
    expect(code).toBe(0);
    expect(fileNames(out)).toEqual(['a.yaml', '-']);
  });
});

describe('reports', () => {
  test('are for people at a terminal, one line a finding in a pipe', async () => {
    const world = makeWorld({ 'a.yaml': badForm });
    const pipe = await world.run(['validate', 'a.yaml'], { env: { GITHUB_ACTIONS: 'true' } });
    expect(pipe.out).toMatch(/^a\.yaml:12:\d+: error task-complexity .+\n$/);
    const terminal = await world.run(['validate', 'a.yaml'], { isTTY: true, columns: 80 });
    expect(terminal.out).toContain('\u001b[');
    expect(terminal.out.split('\n').length).toBeGreaterThan(4);
  });

  test('go to several places at once', async () => {
    const world = makeWorld({ 'a.yaml': badForm });
    const args = ['validate', 'a.yaml', '-f', 'line', '-f', 'sarif=out.sarif', '--format', 'json=out.json'];
    const { code, out } = await world.run(args, { isTTY: true });
    expect(code).toBe(1);
    expect(out).toMatch(/^a\.yaml:12:/);
    expect(JSON.parse(readFileSync(world.path('out.sarif'), 'utf8')).version).toBe('2.1.0');
    const json = readFileSync(world.path('out.json'), 'utf8');
    expect(fileNames(json)).toEqual(['a.yaml']);
    expect(json).not.toContain('\u001b');
  });

  test('for GitHub add to the summary of the step', async () => {
    const world = makeWorld({ 'a.yaml': badForm, 'summary.md': 'before\n' });
    const env = { GITHUB_STEP_SUMMARY: world.path('summary.md') };
    const { out } = await world.run(['validate', 'a.yaml', '--format', 'github'], { env });
    expect(out).toMatch(/^::error file=a\.yaml,line=12,/);
    expect(readFileSync(world.path('summary.md'), 'utf8')).toMatch(/^before\n[\s\S]*task-complexity/);
    await world.run(['validate', 'a.yaml', '--format', 'line'], { env });
    expect(readFileSync(world.path('summary.md'), 'utf8').match(/task-complexity/g)).toHaveLength(1);
  });

  test('tell what is there although a file is missing', async () => {
    const world = makeWorld({ 'a.yaml': badForm });
    const { code, out, err } = await world.run(['validate', 'b.yaml', 'a.yaml']);
    expect(code).toBe(2);
    expect(out).toContain('a.yaml:12:');
    expect(err).toContain('“b.yaml”');
  });
});

describe('severities', () => {
  test('--quiet leaves warnings out and --strict makes errors of them', async () => {
    const world = makeWorld({ 'a.yaml': warnedForm });
    expect((await world.run(['validate', 'a.yaml'])).out).toContain(' warning unrated-task ');
    expect((await world.run(['validate', 'a.yaml', '--quiet'])).out).toBe('');
    expect((await world.run(['validate', 'a.yaml', '--quiet', '--strict'])).out).toContain(
      ' error unrated-task ',
    );
  });

  test('--quiet still counts warnings for --max-warnings', async () => {
    const world = makeWorld({ 'a.yaml': warnedForm });
    const { code, err } = await world.run(['validate', 'a.yaml', '--quiet', '--max-warnings', '0']);
    expect(code).toBe(1);
    expect(err).toContain('1 warning; at most 0 are allowed');
  });

  test('--rule may be repeated; the last word on a rule holds', async () => {
    const world = makeWorld({ 'a.yaml': warnedForm });
    const rules = ['--rule', 'unrated-task=off', '--rule', 'unrated-task=error', '--rule=spacing=off'];
    expect((await world.run(['validate', 'a.yaml', ...rules])).out).toContain(' error unrated-task ');
  });

  test.each(['warn', 'warning'])('--rule %s makes an error a warning', async (level) => {
    const world = makeWorld({ 'a.yaml': badForm });
    const { code, out } = await world.run(['validate', 'a.yaml', '--rule', `task-complexity=${level}`]);
    expect(out).toContain(': warning task-complexity ');
    expect(code).toBe(0);
  });

  test('an unknown rule leads to the nearest one', async () => {
    const { err } = await makeWorld({ 'a.yaml': goodForm }).run([
      'validate',
      'a.yaml',
      '--rule',
      'numberring=off',
    ]);
    expect(err).toContain('Did you mean “numbering”?');
  });
});

test("an office's own schema gives findings at their places", async () => {
  const world = makeWorld({
    'a.yaml': goodForm,
    'office.json': JSON.stringify({ properties: { unit: { pattern: '^BAN ' } } }),
  });
  const { out } = await world.run(['validate', 'a.yaml', '--schema', 'office.json']);
  expect(out).toMatch(/^a\.yaml:3:7: error office-schema /);
});

test('Windows line ends and a byte order mark change nothing', async () => {
  const world = makeWorld({ 'a.yaml': `\ufeff${badForm.replaceAll('\n', '\r\n')}` });
  const { out } = await world.run(['validate', 'a.yaml']);
  expect(out).toMatch(/^a\.yaml:12:9: error task-complexity [^\r]*\n$/);
});

test('control characters in names do not reach the terminal', async () => {
  const { err } = await makeWorld().run(['validate', 'a\u001b[31m.yaml']);
  expect(err).not.toContain('\u001b[31m.');
});

test('50 MB of text is refused at once', async () => {
  const world = makeWorld();
  mkdirSync(world.path('f'));
  writeFileSync(world.path('f/a.yaml'), `form: bieu-so-2\n${'# x\n'.repeat(13_000_000)}`);
  const { code, out } = await world.run(['validate', 'f/a.yaml']);
  expect(code).toBe(1);
  expect(out).toMatch(/ error syntax .*50 MB/);
});
