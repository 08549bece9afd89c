import { readFileSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../../src/reporters/display-width.ts';
import { badForm, goodForm, makeWorld, warnedForm } from '../run-main.ts';

const env = { NO_COLOR: '1' };

/** So many forms, all fine but for the first two, and a file that is not a form. */
function office(count: number) {
  const files = Array.from({ length: count }, (_, index) => [`nop/${10 + index}.yaml`, goodForm]);
  const faulty = { 'nop/b.yaml': badForm, 'nop/c.yaml': warnedForm, 'nop/compose.yaml': 'x: 1\n' };
  return makeWorld({ ...Object.fromEntries(files.slice(2)), ...faulty });
}

describe('without a format', () => {
  test.each([
    ['at a terminal up to 20 forms', 20, true, /^nop\/b\.yaml:12:9 error\[task-complexity\]/],
    ['at a terminal from 21 on', 21, true, /^Errors {2}Warnings {2}File/],
    ['in a pipe', 21, false, /^nop\/b\.yaml:12:9: error /],
  ])('%s', async (_, count, isTTY, start) => {
    const { out } = await office(count).run(['validate', 'nop'], { isTTY, columns: 80, env });
    expect(out).toMatch(start);
  });

  test('files that are not forms do not count', async () => {
    const others = Array.from({ length: 30 }, (_, index) => [`nop/o${index}.json`, '{}']);
    const { run } = makeWorld({ ...Object.fromEntries(others), 'nop/b.yaml': badForm });
    const { out } = await run(['validate', 'nop'], { isTTY: true, env });
    expect(out).toContain('error[task-complexity]');
    expect(out).toMatch(/Checked 1 form: 1 error, 0 warnings; skipped 30 files that are not forms\.\n$/);
  });
});

describe('--format files', () => {
  test('lists forms with errors, those with warnings, and how many are fine', async () => {
    const { run, path } = office(21);
    symlinkSync('gone.yaml', path('nop/a.yaml'));
    const { code, out, err } = await run(['validate', 'nop', '--format', 'files'], { columns: 80 });
    expect(code).toBe(2);
    expect(err).toContain('“nop/a.yaml”');
    expect(out).toBe(`Errors  Warnings  File        Main findings
     1         –  nop/b.yaml  task-complexity 1
     –         1  nop/c.yaml  unrated-task 1
✓ 19 forms have no problems

Errors  Warnings  Forms  Rule
     1         –      1  task-complexity [*]  Every task has exactly one level…
     –         1      1  unrated-task         A task is deliberately not graded
[*] fixable, at least in part: bieu2 validate --fix

Details of a form: bieu2 validate nop/b.yaml --format pretty

Checked 21 forms, 1 with errors: 1 error, 1 warning; skipped 1 file that is not
a form; 1 file could not be read.
`);
  });

  test('says what could not be read before its last line', async () => {
    const { run, path } = office(3);
    symlinkSync('gone.yaml', path('nop/a.yaml'));
    let all = '';
    const keep = (text: string) => {
      all += text;
    };
    await run(['validate', 'nop', '--format', 'files'], { onOutput: keep, onError: keep, columns: 200 });
    expect(all).toMatch(/^Error: [\s\S]*; 1 file could not be read\.\n$/);
  });

  test('--quiet leaves out warnings, --statistics the files', async () => {
    const { run } = office(3);
    const quiet = await run(['validate', 'nop', '--format', 'files', '--quiet']);
    expect(quiet.out).not.toMatch(/Warnings|nop\/c|unrated/);
    expect(quiet.out).toContain('✓ 2 forms have no errors');
    expect(quiet.out).toMatch(/Checked 3 forms, 1 with errors: 1 error; skipped/);
    const clean = await run(['validate', 'nop/c.yaml', '--quiet', '--format', 'pretty']);
    expect(clean.out).toBe('✓ Checked 1 form: no errors.\n');
    for (const format of [[], ['--format', 'pretty'], ['--format', 'files']]) {
      const { out } = await run(['validate', 'nop', '--statistics', ...format]);
      expect(out).toMatch(/^Errors {2}Warnings {2}Forms {2}Rule\n/);
      expect(out).not.toContain('nop/');
    }
  });

  test.each([40, 80, 120])('keeps to %i columns, and leaves the command whole', async (columns) => {
    const name = 'nop/Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội/';
    const { run } = makeWorld({
      [`${name}Biểu số 2 – phường Cam Đường.yaml`]: badForm,
      [`${name}Biểu số 2 – phường Lào Cai.yaml`]: badForm,
    });
    for (const lang of ['vi', 'en']) {
      const { out } = await run(['validate', 'nop', '--format', 'files', '--lang', lang], { columns });
      const lines = out.split('\n');
      expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([
        expect.stringContaining(`bieu2 validate "${name}Biểu số 2 – phường Cam Đường.yaml" --format pretty`),
      ]);
      expect(lines[1]).toMatch(/Đường\.yaml/);
      expect(lines[2]).toMatch(/Lào Cai\.yaml/);
    }
  });
});

test('--statistics is in JSON, too, and refuses formats that know only findings', async () => {
  const { run } = office(3);
  const { code, out } = await run(['validate', 'nop', '--statistics', '--format', 'json']);
  expect(code).toBe(1);
  const { files, rules, summary } = JSON.parse(out);
  expect(files).toEqual([
    { file: 'nop/12.yaml', unit: 'PHÒNG TỔ CHỨC', errors: 0, warnings: 0 },
    { file: 'nop/b.yaml', unit: 'PHÒNG TỔ CHỨC', errors: 1, warnings: 0 },
    { file: 'nop/c.yaml', unit: 'PHÒNG TỔ CHỨC', errors: 0, warnings: 1 },
  ]);
  expect(rules).toEqual([
    { rule: 'task-complexity', errors: 1, warnings: 0, forms: 1, fixable: true },
    { rule: 'unrated-task', errors: 0, warnings: 1, forms: 1, fixable: false },
  ]);
  expect(summary).toEqual({
    files: 3,
    formsWithErrors: 1,
    notForms: 1,
    unreadable: 0,
    errors: 1,
    warnings: 1,
  });
  const refused = await run(['validate', 'nop', '--statistics', '--format', 'sarif']);
  expect(refused).toMatchObject({ code: 2, out: '' });
});

test("the summary of GitHub's job begins with the files, errors first, and stays within its limit", async () => {
  const tasks = '      - text: a , b , c , d , e , f\n        complexity: 2\n'.repeat(1600);
  const long = goodForm.slice(0, goodForm.indexOf('      - text: Tiếp')) + tasks;
  const { run, path } = makeWorld({ 'a.yaml': long, 'b.yaml': badForm, 'c.yaml': goodForm });
  symlinkSync('gone.yaml', path('d_.yaml'));
  const env = { GITHUB_STEP_SUMMARY: path('summary.md') };
  await run(['validate', '.', '--rule', 'duplicate-task=off', '--format', 'github'], { env });
  const text = readFileSync(path('summary.md'), 'utf8');
  expect(text.split('\n').slice(0, 12)).toEqual([
    '### bieu2',
    '',
    'Checked 3 forms, 1 with errors: 1 error, 8,000 warnings; 1 file could not be read.',
    '',
    expect.stringMatching(/^- Cannot read “d&#95;\.yaml”&#58; broken link/),
    '',
    '| File | Unit | Errors | Warnings |',
    '| --- | --- | ---: | ---: |',
    '| b.yaml | PHÒNG TỔ CHỨC | 1 | 0 |',
    '| a.yaml | PHÒNG TỔ CHỨC | 0 | 8,000 |',
    '',
    '| Severity | Place | Rule | Message |',
  ]);
  expect(text).toContain('| error | b.yaml');
  expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
  const rows = text.match(/^\| warning /gm)?.length ?? 0;
  expect(rows).toBeGreaterThan(2000);
  expect(text).toContain(`${(8000 - rows).toLocaleString('en')} more problems are not listed here`);
});

test('a run whose reports all go to files ends with its outcome on standard error', async () => {
  const { run } = office(3);
  const { out, err } = await run(['validate', 'nop', '--format', 'json=r.json']);
  expect([out, err]).toEqual([
    '',
    'Checked 3 forms, 1 with errors: 1 error, 1 warning; skipped 1 file that is not a form.\n',
  ]);
});
