import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { badForm, goodForm, makeWorld } from '../run-main.ts';

const baseline = ['--baseline', 'baseline.json'];
const record = ['validate', ...baseline, '--update-baseline', '.'];
const check = ['validate', ...baseline, '.'];

describe('--baseline', () => {
  it('passes over what was there, wherever it has moved to, and fails for what is new', async () => {
    const { run, path } = makeWorld({ 'a.yaml': badForm, 'b.yaml': goodForm });
    expect(await run(record)).toEqual(
      expect.objectContaining({ code: 0, out: '', err: 'Wrote 1 old finding into “baseline.json”\n' }),
    );
    expect(await run(check)).toMatchObject({ code: 0, out: '', err: '' });
    expect((await run(check, { isTTY: true })).err).toBe('Skipped 1 known finding in “baseline.json”.\n');
    writeFileSync(path('a.yaml'), badForm.replace('groups:', '# moved\n\nparentUnit: TỈNH ỦY B\ngroups:'));
    expect(await run(check)).toMatchObject({ code: 0, out: '' });
    writeFileSync(path('a.yaml'), `${badForm}      - text: Phát hành văn bản đi\n`);
    const { code, out } = await run(check);
    expect(code).toBe(1);
    expect(out).toMatch(/^a\.yaml:17:9: error task-complexity .*\n$/);
  });

  it('tells how to make one that is not there yet', async () => {
    const { run } = makeWorld({ 'a.yaml': badForm });
    expect(await run(check)).toMatchObject({ code: 2, err: expect.stringContaining('--update-baseline') });
  });

  it('counts: of equal findings as many pass as there were', async () => {
    const twice = badForm.replace('kế hoạch', 'kế kế hoạch các các tổ');
    const { run, path } = makeWorld({ 'a.yaml': twice });
    await run(record);
    writeFileSync(path('a.yaml'), twice.replace('các các tổ', 'các các tổ, các các tổ'));
    expect((await run(check)).out.trim().split('\n').length).toBeGreaterThan(1);
    writeFileSync(
      path('a.yaml'),
      `${twice}  IV:\n    title: D\n    tasks:\n      - text: Xây dựng kế kế hoạch các các tổ công tác\n`,
    );
    expect((await run(check)).out.match(/repeated-word/g)).toHaveLength(2);
  });

  it('tells a task by its text, not by its number', async () => {
    const numbered = badForm
      .replace('- text: Xây', '- number: 2.1\n        text: Xây')
      .replace('- text: Tiếp', '- number: 3.1\n        text: Tiếp');
    const { run, path } = makeWorld({ 'a.yaml': numbered });
    await run(record);
    writeFileSync(
      path('a.yaml'),
      numbered.replace(
        '- number: 2.1',
        '- number: 2.1\n        text: Mới\n        complexity: 2\n      - number: 2.2',
      ),
    );
    expect(await run(check)).toMatchObject({ code: 0, out: '' });
  });

  it('does not hide a new error behind the same line of an old one', async () => {
    const two = badForm.replace(
      '      - text: Xây dựng kế hoạch công tác\n',
      '      - text: Xây dựng kế hoạch công tác\n        complexity: 7\n      - text: Theo dõi kế hoạch\n        complexity: 3\n',
    );
    const { run, path } = makeWorld({ 'a.yaml': two });
    expect(await run(record)).toMatchObject({ code: 0 });
    writeFileSync(
      path('a.yaml'),
      two.replace('complexity: 3', 'complexity: 7').replace('complexity: 7', 'complexity: 3'),
    );
    const { code, out } = await run(check);
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringMatching(/^a\.yaml:15:\d+: error task-complexity /),
    });
  });

  it('knows a task without a text by its number, other entries by their titles and keys', async () => {
    const form = badForm
      .replace('- text: Xây dựng kế hoạch công tác', '- number: 2.1\n        text: ""')
      .replace('title: Trưởng phòng', 'title: Trưởng  phòng');
    const { run, path } = makeWorld({ 'a.yaml': form });
    await run(record);
    const { files } = JSON.parse(readFileSync(path('baseline.json'), 'utf8'));
    expect(
      files['a.yaml'].map(({ rule, subject }: { rule: string; subject: string }) => [rule, subject]),
    ).toEqual(
      expect.arrayContaining([
        ['spacing', 'trưởng phòng'],
        ['task-complexity', '2.1'],
      ]),
    );
    expect(await run(check)).toMatchObject({ code: 0, out: '' });
  });

  it('reads a baseline of version 1, and keeps its entries of forms that are not checked', async () => {
    const old = (text: string) => [{ rule: 'task-complexity', message: 'missing', text, count: 1 }];
    const text = '- text: Xây dựng kế hoạch công tác';
    const { run, path } = makeWorld({
      'a.yaml': badForm,
      'b.yaml': badForm,
      'baseline.json': JSON.stringify({ version: 1, files: { 'a.yaml': old(text), 'b.yaml': old(text) } }),
    });
    expect(await run(check)).toMatchObject({ code: 0, out: '', err: '' });
    await run(['validate', ...baseline, '--update-baseline', 'a.yaml']);
    expect(JSON.parse(readFileSync(path('baseline.json'), 'utf8'))).toEqual({
      version: 2,
      files: {
        'a.yaml': [
          { rule: 'task-complexity', message: 'missing', subject: 'xây dựng kế họach công tác', count: 1 },
        ],
        'b.yaml': old(text),
      },
    });
    expect(await run(check)).toMatchObject({ code: 0, out: '', err: '' });
  });

  it('holds for standard input as for the file that it is called by', async () => {
    const { run, path } = makeWorld({ 'in/a.yaml': badForm });
    await run(['validate', ...baseline, '--update-baseline', 'in']);
    const args = (name: string) => ['validate', '-', '--stdin-filename', name];
    const known = await run([...args('in/a.yaml'), ...baseline], { stdin: badForm });
    expect(known).toMatchObject({ code: 0, out: '' });
    const fromWithin = await run([...args('a.yaml'), '--baseline', '../baseline.json'], {
      stdin: badForm,
      cwd: path('in'),
    });
    expect(fromWithin).toMatchObject({ code: 0, out: '' });
    expect(await run([...args('b.yaml'), ...baseline], { stdin: badForm })).toMatchObject({ code: 1 });
  });

  it('tells when old findings are gone, and forgets them on demand', async () => {
    const { run, path } = makeWorld({ 'a.yaml': badForm });
    await run(record);
    writeFileSync(path('a.yaml'), goodForm);
    expect((await run(check)).err).toBe(
      '1 old finding in “baseline.json” no longer exists. Run again with --update-baseline.\n',
    );
    await run(record);
    expect(JSON.parse(readFileSync(path('baseline.json'), 'utf8'))).toEqual({ version: 2, files: {} });
  });

  it('knows a form under its name in NFC and in NFD', async () => {
    const name = 'biểu số 2.yaml';
    const composed = makeWorld({ [name]: badForm });
    const decomposed = makeWorld({ [name.normalize('NFD')]: badForm, 'other.yaml': badForm });
    await decomposed.run(['validate', '--baseline', 'old.json', '--update-baseline']);
    const check = ['validate', name, '--baseline', 'old.json'];
    expect(await decomposed.run(check)).toMatchObject({ code: 0 });
    copyFileSync(decomposed.path('old.json'), composed.path('old.json'));
    expect(await composed.run(check)).toMatchObject({ code: 0 });
    await decomposed.run(['validate', 'other.yaml', '--baseline', 'old.json', '--update-baseline']);
    expect(await decomposed.run(check)).toMatchObject({ code: 0 });
  });

  it('keeps what it knows of files that were not checked, and forgets those that are gone', async () => {
    const { run, path } = makeWorld({ 'a.yaml': badForm, 'b.yaml': badForm, 'c.yaml': badForm });
    await run(record);
    rmSync(path('c.yaml'));
    await run(['validate', ...baseline, '--update-baseline', 'a.yaml']);
    expect(Object.keys(JSON.parse(readFileSync(path('baseline.json'), 'utf8')).files)).toEqual([
      'a.yaml',
      'b.yaml',
    ]);
  });

  it('never takes what no form can be read without', async () => {
    const { run } = makeWorld({
      'a.yaml': 'form: bieu-so-2\nunit: [\n',
      'b.yaml': goodForm.replace('unit:', 'units:'),
    });
    expect(await run(record)).toMatchObject({ code: 1 });
    expect((await run(check)).out).toMatch(/syntax .*\n.*form-shape /);
  });

  it('comes from the configuration, too', async () => {
    const { run, path } = makeWorld({
      '.git/HEAD': '',
      'bieu2.config.yaml': 'baseline: old/known.json\n',
      'a/form.yaml': badForm,
      'old/x': '',
    });
    expect(await run(['validate', '--update-baseline', '.'])).toMatchObject({ code: 0 });
    expect(await run(['validate', 'form.yaml'], { cwd: path('a') })).toMatchObject({ code: 0, out: '' });
  });

  it.each([
    [['validate', '--baseline', 'none.json', 'a.yaml']],
    [['validate', '--baseline', 'a.yaml', 'a.yaml']],
    [['validate', '--baseline', 'other.json', 'a.yaml']],
    [['validate', '--update-baseline', 'a.yaml']],
  ])('cannot run with %j', async (args) => {
    const { run } = makeWorld({ 'a.yaml': badForm, 'other.json': '{ "version": 1, "files": { "a": [3] } }' });
    expect(await run(args)).toMatchObject({ code: 2, err: expect.stringMatching(/^Error: /) });
  });
});
