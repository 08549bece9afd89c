import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { archiveOf } from '../../src/build/portable/archive-of.ts';
import { version } from '../../src/version.ts';
import { badForm, goodForm } from '../cli/run-main.ts';
import { makeSystems, type RunNode, whyNotHere } from '../windows/wine.ts';
import { type EmptyRoot, emptyRoot } from './empty-root.ts';

const archives = fileURLToPath(new URL('../../portable', import.meta.url));
const [windowsName, linuxName] = [`bieu2-${version}-win-x64`, `bieu2-${version}-linux-x64`];
const wordForm = fileURLToPath(new URL('../fixtures/word/hand-extra-column.docx', import.meta.url));
const forms = { 'good.yaml': goodForm, 'bad.yaml': badForm };

test('an archive has the same bytes each time, as its hash says', async () => {
  const { name, bytes } = await archiveOf('win-x64');
  const hash = createHash('sha256').update(bytes).digest('hex');
  expect(readFileSync(join(archives, 'SHA256SUMS.txt'), 'utf8')).toContain(`${hash}  ${name}\n`);
});

const isLinux = process.platform === 'linux' && process.arch === 'x64';
describe.skipIf(!isLinux)('the archive for Linux in a root without anything else', () => {
  let root: EmptyRoot;
  let bieu2: string;
  beforeAll(() => {
    root = emptyRoot(join(archives, `${linuxName}.tar.gz`), 'Thư mục & (1) %x');
    bieu2 = `/Thư mục & (1) %x/${linuxName}/bieu2`;
    for (const [name, content] of Object.entries(forms)) writeFileSync(join(root.path, name), content);
    cpSync(wordForm, join(root.path, 'word.docx'));
    mkdirSync(join(root.path, 'many'));
    for (let count = 0; count < 40; count++) writeFileSync(join(root.path, `many/${count}.yaml`), goodForm);
    console.log(`Beside the archive the root has ${root.borrowed.join(', ')}.`);
  });
  afterAll(() => root?.remove());

  it.each<[line: string, code: number, ...files: string[]]>([
    ['--version', 0],
    ['validate good.yaml', 0],
    ['validate bad.yaml word.docx many -j 2', 1],
    ['render good.yaml --to docx,html,pdf', 0, 'good.docx', 'good.html', 'good.pdf'],
    ['render many -j 2 --out-dir out', 0, 'out/39.docx'],
    ['import word.docx -o word.yaml', 0, 'word.yaml'],
    ['init new.yaml', 0, 'new.yaml', 'form.schema.json'],
    ['template new -o mau.docx', 0, 'mau.docx'],
    ['explain numbering', 0],
    ['export many -o tasks.xlsx', 0, 'tasks.xlsx'],
    ['dropped bad.yaml word.docx', 1, 'word (nhận xét).docx'],
  ])('%s', (line, code, ...files) => {
    expect(root.run(bieu2, ...line.split(' '))).toMatchObject({ code });
    for (const file of files) expect([file, existsSync(join(root.path, file))]).toEqual([file, true]);
  });

  it('starts by a link, and by its name in the folder', () => {
    const expected = { status: 0, stdout: `${version}\n`, stderr: '' };
    symlinkSync(join(root.path, bieu2), join(root.path, 'first'));
    symlinkSync('first', join(root.path, 'second'));
    const run = (program: string, args: string[], cwd: string) =>
      spawnSync(program, args, { cwd, encoding: 'utf8', env: { PATH: process.env.PATH } });
    expect(run(join(root.path, 'second'), ['--version'], '/')).toMatchObject(expected);
    expect(run('sh', ['bieu2', '--version'], join(root.path, dirname(bieu2)))).toMatchObject(expected);
  });

  it('brings the licences of all that it has', () => {
    const folder = join(root.path, dirname(bieu2));
    const typst = 'node_modules/@myriaddreamin/typst-ts-node-compiler';
    for (const [file, text] of [
      ['LICENSE', 'MIT License'],
      ['dist/THIRD_PARTY_LICENSES.txt', 'commander'],
      ['node/LICENSE', 'Node.js is licensed for use as follows'],
      [`${typst}/LICENSE`, 'Apache License'],
      ['node_modules/@expo-google-fonts/tinos/LICENSE_FONT', 'Copyright'],
    ] as const) {
      expect([file, readFileSync(join(folder, file), 'utf8').includes(text)]).toEqual([file, true]);
    }
    expect(
      JSON.parse(readFileSync(join(folder, `${typst}-linux-x64-gnu/package.json`), 'utf8')),
    ).toMatchObject({
      license: 'Apache-2.0',
    });
  });
});

const reason = whyNotHere();
if (reason) console.log(`The archive for Windows is not tried: ${reason}`);

describe.skipIf(reason)('the archive for Windows', () => {
  if (reason) return;
  const systems = makeSystems();
  afterAll(systems.close);
  // Wine's cmd expands a % in the name of a folder, which that of Windows does not.
  const cwd = join(systems.folder, 'Thư mục & (1) !x ^y');
  const cmd = (...args: Parameters<RunNode>[0]['args']) => systems.cmd({ args, cwd });

  beforeAll(() => {
    const parts = unzipSync(readFileSync(join(archives, `${windowsName}.zip`)));
    for (const [name, content] of [...Object.entries(parts), ...Object.entries(forms)]) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), content);
    }
    cpSync(wordForm, join(cwd, 'Biểu số 2.docx'));
    writeFileSync(join(cwd, 'c^d!e & (1).yaml'), badForm);
  });

  it('runs by bieu2.cmd, with its exit code', async () => {
    const bieu2 = `${windowsName}/bieu2.cmd`;
    expect(await cmd(bieu2, '--version')).toMatchObject({ code: 0, out: `${version}\n` });
    expect(await cmd(bieu2, 'validate', 'c^d!e & (1).yaml')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^c\^d!e & \(1\)\.yaml:12:9: error task-complexity .*\n$/),
    });
    expect(await cmd(bieu2, 'render', 'good.yaml', '--to', 'docx,html')).toMatchObject({ code: 0 });
    expect(existsSync(join(cwd, 'good.html'))).toBe(true);
  });

  it('checks by “Kiểm tra biểu.cmd” what is dropped onto it', async () => {
    const names = ['good.yaml', 'Biểu số 2.docx', 'c^d!e & (1).yaml'].map((name) => `Z:${join(cwd, name)}`);
    const { code, out } = await cmd(`${windowsName}/Kiểm tra biểu.cmd`, ...names);
    expect(code).toBe(1);
    expect(out).toContain('✗ c^d!e & (1).yaml: 1 lỗi, 0 cảnh báo (1 error, 0 warnings)\n');
    expect(out).toMatch(/\nChecked 3 forms: .*\n/);
    for (const name of ['good.docx', 'Biểu số 2 (nhận xét).docx'])
      expect([name, existsSync(join(cwd, name))]).toEqual([name, true]);
  });

  it('checks names that cmd breaks, as Explorer does not quote them, and runs no part of them', async () => {
    for (const name of ['a&b.yaml', 'c^d (1)%x%.yaml']) writeFileSync(join(systems.other, name), badForm);
    // Wine's cmd has no such variable of its own.
    const CMDCMDLINE = String.raw`C:\windows\system32\cmd.exe /c ""D:\bieu2\Kiểm tra biểu.cmd" D:\a&b.yaml "D:\c^d (1)%x%.yaml""`;
    const args = [
      `${windowsName}/Kiểm tra biểu.cmd`,
      String.raw`D:\a&b.yaml`,
      String.raw`D:\c^d (1)%x%.yaml`,
    ];
    const { code, out, err } = await systems.cmd({ args, cwd, env: { CMDCMDLINE } });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect([...out.matchAll(/^✗ (.*?):/gm)].map(([, name]) => name)).toEqual(['a&b.yaml', 'c^d (1)%x%.yaml']);
  });

  it('says by “Kiểm tra biểu.cmd” alone that the archive has to be unpacked', async () => {
    mkdirSync(join(cwd, 'zip'));
    cpSync(join(cwd, windowsName, 'Kiểm tra biểu.cmd'), join(cwd, 'zip/Kiểm tra biểu.cmd'));
    expect(await cmd('zip/Kiểm tra biểu.cmd', 'good.yaml')).toMatchObject({
      code: 2,
      out: expect.stringContaining('Unpack the whole ZIP file and run again.'),
    });
  });
});
