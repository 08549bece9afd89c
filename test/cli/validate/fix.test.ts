import { chmodSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goodForm, makeWorld } from '../run-main.ts';

const faulty = goodForm
  .replace('Xây dựng kế hoạch', 'Xây dựng  kế hoạch')
  .replace('complexity: 2', 'complexity: "2" # chưa rõ');
const mended = goodForm.replace('complexity: 2', 'complexity: 2 # chưa rõ');
const changes = 'a.yaml:12:23: spacing: “dựng  kế” → “dựng kế”\na.yaml:17:21: task-complexity: "2" → 2\n';

describe('validate --fix', () => {
  it('writes what it mends, byte order mark and line endings included, and reports the rest', async () => {
    const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const { run, path } = makeWorld({ 'a.yaml': windows(faulty), 'b.yaml': goodForm });
    const { code, out, err } = await run(['validate', '--fix', 'a.yaml', 'b.yaml']);
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: `Fixed 2 faults in “a.yaml”\n${changes}` });
    expect(readFileSync(path('a.yaml'), 'utf8')).toBe(windows(mended));
    expect(readFileSync(path('b.yaml'), 'utf8')).toBe(goodForm);
  });

  it('lists with --dry-run, and writes nothing', async () => {
    const { run, path } = makeWorld({ 'a.yaml': faulty });
    const { code, out, err } = await run(['validate', '--fix', '--dry-run', 'a.yaml']);
    expect(code).toBe(0);
    expect(err).toBe('Would fix 2 faults in “a.yaml”\n');
    expect(out).toBe(changes);
    expect(readFileSync(path('a.yaml'), 'utf8')).toBe(faulty);
  });

  it('lists no more of a JSON file than the text that it fixes', async () => {
    const form = `{"form":"bieu-so-2","version":1,"unit":"BAN  A","groups":{}}`;
    const { run } = makeWorld({ 'a.json': form });
    const { out } = await run(['validate', '--fix', '--dry-run', 'a.json']);
    expect(out).toContain('a.json:1:44: spacing: “BAN  A” → “BAN A”\n');
  });

  it('shows a difference with --diff; what remains goes to standard error and decides the exit code', async () => {
    const { run, path } = makeWorld({ 'a.yaml': faulty.replace('        complexity: 4\n', '') });
    const { code, out, err } = await run(['validate', '--fix', '--diff', 'a.yaml']);
    expect(code).toBe(1);
    expect(out).toBe(`--- a/a.yaml
+++ b/a.yaml
@@ -9,8 +9,8 @@
           - Điều hành hoạt động của Phòng
   II:
     tasks:
-      - text: Xây dựng  kế hoạch công tác
+      - text: Xây dựng kế hoạch công tác
   III:
     tasks:
       - text: Tiếp nhận văn bản đến
-        complexity: "2" # chưa rõ
+        complexity: 2 # chưa rõ
`);
    expect(err).toMatch(/^a\.yaml:12:\d+: error task-complexity .*\n$/);
    expect(readFileSync(path('a.yaml'), 'utf8')).toMatch(/"2"/);
  });

  it('lists up to twenty fixes, and says how many more there are', async () => {
    const many = goodForm.replace('Xây dựng', 'a ,b '.repeat(24));
    const { run } = makeWorld({ 'a.yaml': many });
    const { out } = await run(['validate', '--fix', '--dry-run', 'a.yaml']);
    expect(out.split('\n')).toHaveLength(22);
    expect(out).toMatch(/\n… and 5 more\n$/);
    const { err } = await run(['validate', '--fix', 'a.yaml']);
    expect(err).toBe(`Fixed 25 faults in “a.yaml”\n${out}`);
  });

  it('does not replace a read-only file', async () => {
    const { run, path } = makeWorld({ 'a.yaml': faulty });
    chmodSync(path('a.yaml'), 0o444);
    const { code, err } = await run(['validate', '--fix', 'a.yaml']);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('is read-only') });
    expect(readFileSync(path('a.yaml'), 'utf8')).toBe(faulty);
  });

  it('keeps a lone CR as the end of lines', async () => {
    const cr = (text: string) => text.replaceAll('\n', '\r');
    const numbered = goodForm
      .replace('- text: Xây', '- number: 2.1\n        text: Xây')
      .replace('  III:', '      - text: Báo cáo\n        complexity: 1\n  III:');
    const { run, path } = makeWorld({ 'a.yaml': cr(numbered) });
    expect(await run(['validate', '--fix', 'a.yaml'])).toMatchObject({ code: 0 });
    expect(readFileSync(path('a.yaml'), 'utf8')).toBe(
      cr(numbered.replace('- text: Báo', '- number: 2.2\n        text: Báo')),
    );
  });

  it('is a filter with -, whether there is something to mend or not', async () => {
    const { run } = makeWorld();
    expect(await run(['validate', '--fix', '-'], { stdin: faulty })).toMatchObject({ code: 0, out: mended });
    expect(await run(['validate', '--fix', '-'], { stdin: goodForm })).toMatchObject({
      code: 0,
      out: goodForm,
    });
    const bad = goodForm.replace('        complexity: 4\n', '');
    const { code, out, err } = await run(['validate', '--fix', '-'], { stdin: bad });
    expect({ code, out }).toEqual({ code: 1, out: bad });
    expect(err).toMatch(/task-complexity/);
  });

  it('mends a file that does not parse, and then what could not be seen before', async () => {
    const broken = faulty.replace('văn bản đến', 'văn bản: đến');
    const { run, path } = makeWorld({ 'a.yaml': broken });
    expect(await run(['validate', '--fix', 'a.yaml'])).toMatchObject({ code: 0 });
    expect(readFileSync(path('a.yaml'), 'utf8')).toBe(
      mended.replace('Tiếp nhận văn bản đến', '"Tiếp nhận văn bản: đến"'),
    );
  });

  describe.each([
    ['UTF-16LE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16BE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('%s', (encoding, encode) => {
    const toUtf8 = (name: string) => `${name}:1:1: file-encoding: ${encoding} → UTF-8\n`;
    const warning = `warning file-encoding the file is saved as ${encoding}: expected UTF-8`;

    it('becomes UTF-8 in one pass with the other fixes, line endings as they were', async () => {
      const windows = (text: string) => text.replaceAll('\n', '\r\n');
      const { run, path } = makeWorld({ 'a.yaml': encode(windows(faulty)), 'b.yaml': encode(goodForm) });
      expect(await run(['validate', '--fix', 'a.yaml', 'b.yaml'])).toMatchObject({
        code: 0,
        out: '',
        err: `Fixed 3 faults in “a.yaml”\n${toUtf8('a.yaml')}${changes}Fixed 1 fault in “b.yaml”\n${toUtf8('b.yaml')}`,
      });
      expect(readFileSync(path('a.yaml'), 'utf8')).toBe(windows(mended));
      expect(readFileSync(path('b.yaml'), 'utf8')).toBe(goodForm);
    });

    it('is read with its places in YAML and JSON, in folders and from standard input', async () => {
      const json = JSON.stringify(JSON.parse('{"form":"bieu-so-2","unit":"PHÒNG Ộ","version":0}'), null, 2);
      const { run } = makeWorld({
        'f/a.yaml': encode(faulty),
        'f/b.json': encode(json),
        'f/c.csv': encode('a,b'),
      });
      const { out } = await run(['validate', 'f']);
      expect(out).toContain(`f/a.yaml:1:1: ${warning}\n`);
      expect(out).toContain('f/a.yaml:12:23: warning spacing ');
      expect(out).toContain(`f/b.json:1:1: ${warning}\n`);
      expect(out).toMatch(/^f\/b\.json:4:14: error form-shape /m);
      expect((await run(['validate', '-'], { stdin: encode(faulty) })).out).toContain(
        '-:12:23: warning spacing ',
      );
      expect(await run(['validate', '--fix', '-'], { stdin: encode(faulty) })).toMatchObject({ out: mended });
    });

    it('is fixed where the text has errors of syntax that stay', async () => {
      const { run, path } = makeWorld({ 'a.yaml': encode(`${goodForm}a: "b\n`) });
      expect(await run(['validate', '--fix', 'a.yaml'])).toMatchObject({ code: 1 });
      expect(readFileSync(path('a.yaml'), 'utf8')).toBe(`${goodForm}a: "b\n`);
    });

    it('stays where the rule is off, and other faults are fixed', async () => {
      const { run, path } = makeWorld({ 'a.yaml': encode(faulty), 'b.yaml': encode(goodForm) });
      const args = ['validate', '--fix', '--rule', 'file-encoding=off', 'a.yaml', 'b.yaml'];
      expect((await run(args)).err).toBe(`Fixed 2 faults in “a.yaml”\n${changes}`);
      expect(readFileSync(path('a.yaml'))).toEqual(encode(mended));
      expect(readFileSync(path('b.yaml'))).toEqual(encode(goodForm));
    });

    it('shows no difference of text, but says what becomes of the file', async () => {
      const { run, path } = makeWorld({ 'a.yaml': encode(goodForm) });
      expect(await run(['validate', '--fix', '--dry-run', 'a.yaml'])).toMatchObject({
        out: toUtf8('a.yaml'),
      });
      expect(await run(['validate', '--fix', '--diff', 'a.yaml'])).toMatchObject({
        out: '',
        err: toUtf8('a.yaml'),
      });
      expect(readFileSync(path('a.yaml'))).toEqual(encode(goodForm));
    });

    it('serves for every other text that is read', async () => {
      const { run } = makeWorld({
        'a.yaml': encode(goodForm),
        'b.yaml': encode(goodForm),
        'bieu2.config.yaml': encode('rules: { file-encoding: off }\nbaseline: old.json\n'),
        'old.json': encode('{ "version": 2, "files": {} }'),
        'office.json': encode('{ "required": ["date"] }'),
        'look.yaml': encode('look: rieng\nversion: 1\nbase: ngang\n'),
      });
      const { code, out } = await run(['validate', 'a.yaml', '--schema', 'office.json']);
      expect({ code, out }).toEqual({
        code: 1,
        out: expect.stringMatching(/^a\.yaml:1:1: error office-schema .*\n$/),
      });
      for (const args of [
        ['render', 'a.yaml', '--to', 'html', '--template', 'look.yaml'],
        ['diff', 'a.yaml', 'a.yaml'],
        ['export', 'a.yaml'],
        ['summary', 'a.yaml'],
        ['merge', 'a.yaml', 'b.yaml', '-o', 'c.yaml'],
      ]) {
        expect([args, await run(args)]).toMatchObject([args, { code: 0 }]);
      }
    });
  });

  it('leaves rules alone that are switched off', async () => {
    const { run, path } = makeWorld({ 'a.yaml': faulty });
    await run(['validate', '--fix', '--rule', 'spacing=off', 'a.yaml']);
    expect(readFileSync(path('a.yaml'), 'utf8')).toBe(mended.replace('dựng kế', 'dựng  kế'));
  });

  it('does not mend a Word file, and says so', async () => {
    const { run, path } = makeWorld({ 'a.yaml': goodForm });
    await run(['render', 'a.yaml']);
    const before = readFileSync(path('a.docx'));
    const { err } = await run(['validate', '--fix', 'a.docx']);
    expect(err).toMatch(/The Word file “a\.docx” is not fixed/);
    expect(readFileSync(path('a.docx'))).toEqual(before);
  });

  it.each([['--dry-run'], ['--diff'], ['--fix --diff --dry-run']])('refuses %s', async (flags) => {
    const { run } = makeWorld({ 'a.yaml': goodForm });
    expect(await run(['validate', ...flags.split(' '), 'a.yaml'])).toMatchObject({ code: 2, out: '' });
  });
});

it('tells in `rules` and `explain` what can be mended', async () => {
  const { run } = makeWorld();
  const rules: { id: string; fixable: boolean }[] = JSON.parse(
    (await run(['rules', '--format', 'json'])).out,
  );
  expect(rules.find(({ id }) => id === 'spacing')?.fixable).toBe(true);
  expect(rules.find(({ id }) => id === 'repeated-word')?.fixable).toBe(false);
  expect((await run(['rules'])).out).toMatch(/^spacing +warning +fixable /m);
  expect((await run(['explain', 'spacing'])).out).toMatch(
    /Fixed by “bieu2 validate --fix”: Corrects every space/,
  );
  expect((await run(['explain', 'repeated-word'])).out).not.toMatch(/--fix/);
});
