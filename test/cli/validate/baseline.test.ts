import { readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    expect((await run(check, { isTTY: true })).err).toBe('1 old finding in “baseline.json” passed over.\n');
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

  it('tells when old findings are gone, and forgets them on demand', async () => {
    const { run, path } = makeWorld({ 'a.yaml': badForm });
    await run(record);
    writeFileSync(path('a.yaml'), goodForm);
    expect((await run(check)).err).toBe(
      '1 old finding in “baseline.json” is there no more. Run again with --update-baseline.\n',
    );
    await run(record);
    expect(JSON.parse(readFileSync(path('baseline.json'), 'utf8'))).toEqual({ version: 1, files: {} });
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
