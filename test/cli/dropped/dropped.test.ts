import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { badForm, goodForm, makeWorld, warnedForm } from '../run-main.ts';

const wordForm = fileURLToPath(new URL('../../fixtures/word/hand-extra-column.docx', import.meta.url));

test('nothing dropped: says what the script is for, in both languages', async () => {
  const { code, out } = await makeWorld().run(['dropped']);
  expect(code).toBe(0);
  expect(out).toMatch(/^Kiểm tra biểu được kéo thả .*\n\nChecks forms that are dropped onto .*\n$/);
});

test('is not listed, and not completed', async () => {
  const { run } = makeWorld();
  expect((await run(['--help'])).out).not.toMatch(/dropped/);
  expect((await run(['completion', 'bash'])).out).not.toMatch(/dropped/);
});

describe('forms that are dropped', () => {
  it('have beside them their documents, or a copy with comments; the summary is in both languages', async () => {
    const world = makeWorld({
      'biểu/good.yaml': goodForm,
      'biểu/bad (1) & co.yaml': badForm,
    });
    copyFileSync(wordForm, world.path('biểu/word.docx'));
    const names = ['good.yaml', 'bad (1) & co.yaml', 'word.docx', 'gone.yaml'];
    const { code, out, err } = await world.run([
      'dropped',
      ...names.map((name) => world.path(`biểu/${name}`)),
    ]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('“gone.yaml”') });
    expect(out).toMatch(/^Đang kiểm tra … \(Checking …\)\n\n/);
    expect(out).toContain('✓ good.yaml: không có vấn đề (no problems)\n  → good.docx\n');
    expect(out).toContain(
      '✗ bad (1) & co.yaml: 1 lỗi, 0 cảnh báo (1 error, 0 warnings)\n  12:9 task 2.1 (group II) has no level of complexity\n',
    );
    expect(out).toMatch(/ word\.docx: \d+ lỗi, \d+ cảnh báo \(.*\)\n {2}→ word \(nhận xét\)\.docx\n/);
    expect(out).toMatch(
      /\nĐã kiểm tra 3 biểu: .*\. Có 1 tệp chưa kiểm tra được\.\nChecked 3 forms: .*\. 1 file could not be checked\.\n$/,
    );
    for (const name of ['good.docx', 'word (nhận xét).docx']) {
      expect([name, existsSync(world.path(`biểu/${name}`))]).toEqual([name, true]);
    }
  });

  it('in a folder follow its configuration; copies of an earlier run are neither checked nor replaced', async () => {
    const world = makeWorld({
      'f/warned.yaml': warnedForm,
      'f/bieu2.config.yaml': 'rules: { unrated-task: off }\n',
      'f/desktop.ini': '[x]\n',
    });
    copyFileSync(wordForm, world.path('f/word.docx'));
    const { out: first } = await world.run(['dropped', 'f']);
    expect(first).toContain('✓ warned.yaml: không có vấn đề (no problems)\n  → warned.docx\n');
    // The same copy is not written again, and one that somebody has changed stays.
    expect((await world.run(['dropped', 'f'])).out).toContain('  → word (nhận xét).docx\n');
    expect(existsSync(world.path('f/word (nhận xét 2).docx'))).toBe(false);
    writeFileSync(world.path('f/word (nhận xét).docx'), readFileSync(world.path('f/word.docx')));
    const before = readFileSync(world.path('f/word (nhận xét).docx'));
    const { out } = await world.run(['dropped', 'f']);
    expect(out).toContain('  → word (nhận xét 2).docx\n');
    expect(out).toMatch(/\nChecked 2 forms: /);
    expect(readFileSync(world.path('f/word (nhận xét).docx'))).toEqual(before);
  });

  it('are named with the reason where they cannot be read; no form is no all-clear', async () => {
    const world = makeWorld({ 'a.csv': 'a,b,c\n1,2,3\n', 'b.docx': 'PK', 'empty/desktop.ini': '' });
    expect(await world.run(['dropped', 'a.csv', 'b.docx'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /✗ a\.csv: .*\n {2}1:1 the file is a table .*\n✗ b\.docx: .*\n {2}whole file .*\n\n/,
      ),
    });
    expect(await world.run(['dropped', 'empty'])).toMatchObject({
      code: 2,
      out: 'Đang kiểm tra … (Checking …)\n\n\nChưa kiểm tra được biểu nào.\nNo form could be checked.\n',
    });
  });

  it('keep a document that was edited, and have one each where their names differ by the ending only', async () => {
    const world = makeWorld({
      'a.yaml': goodForm,
      'b.yaml': goodForm,
      'b.json': JSON.stringify(parse(goodForm)),
      'a.docx': 'edited by hand',
    });
    const { code, out, err } = await world.run(['dropped', 'a.yaml', 'b.json', 'b.yaml']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('“a.docx”') });
    expect([...out.matchAll(/→ (.*)/g)].map(([, name]) => name)).toEqual(['b.docx', 'b.yaml.docx']);
    expect(readFileSync(world.path('a.docx'), 'utf8')).toBe('edited by hand');
  });
});

const script = String.raw`C:\Windows\system32\cmd.exe /c ""C:\bieu2 (1)\Kiểm tra biểu.cmd"`;
test.each([
  [
    'names with signs of cmd that Explorer does not quote',
    `${script} {}a&b.yaml {}c^d!e%f%.yaml"`,
    ['a&b.yaml', 'c^d!e%f%.yaml'],
  ],
  [
    'names with spaces',
    `${script} "{}a b.yaml" {}c.yaml "{}d & e.yaml""`,
    ['a b.yaml', 'c.yaml', 'd & e.yaml'],
  ],
  [
    'an open window of cmd, which has made words of the names',
    String.raw`"C:\Windows\system32\cmd.exe" `,
    ['word.yaml'],
  ],
  ['a window of cmd that ran a script', String.raw`cmd.exe /k ""C:\env.cmd" a"`, ['word.yaml']],
  ['cmd called by a program', 'cmd /c "Kiểm tra biểu.cmd" "a b.yaml"', ['word.yaml']],
  ['no Windows', '', ['word.yaml']],
])('the command line of cmd: %s', async (_, line, expected) => {
  const files = ['a&b.yaml', 'c^d!e%f%.yaml', 'a b.yaml', 'c.yaml', 'd & e.yaml', 'word.yaml'];
  const world = makeWorld(Object.fromEntries(files.map((name) => [name, badForm])));
  const env = { BIEU2_COMMAND_LINE: line.replaceAll('{}', world.path('/')) };
  const { out } = await world.run(['dropped', 'word.yaml'], { env });
  expect([...out.matchAll(/^✗ (.*?):/gm)].map(([, name]) => name)).toEqual(expected);
});
