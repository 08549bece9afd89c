import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { goodForm, warnedForm } from '../cli/run-main.ts';
import { bin, makeSystems, nodeExe } from './wine.ts';

describe('a process on Windows', () => {
  const { folder, linux, windows, inConsole, localAppData, close } = makeSystems();
  afterAll(close);

  const until = (holds: () => boolean | Promise<boolean>, interval = 20) =>
    vi.waitUntil(holds, { timeout: 60_000, interval });

  /** A new folder with files in it. */
  function makeFolder(files: Readonly<Record<string, string>>) {
    const cwd = mkdtempSync(join(folder, 'process-'));
    const path = (name: string) => join(cwd, name);
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), content);
    }
    const run = (...words: string[]) => windows({ args: [`Z:${bin}`, ...words], cwd });
    return { cwd, path, run };
  }

  it('finds files that another one holds open', async () => {
    // 0x10000000: shared with nobody (`UV_FS_O_EXLOCK` of libuv).
    const hold = `const fs = require('node:fs');
const files = process.argv.slice(2).map((name) => fs.openSync(name, 0x10000000 | fs.constants.O_RDWR));
fs.writeFileSync('held', '');
const timer = setInterval(() => fs.existsSync('enough') && (files.map(fs.closeSync), clearInterval(timer)), 20);
`;
    const { cwd, path, run } = makeFolder({
      'hold.cjs': hold,
      'good.yaml': goodForm,
      'sub/held.yaml': warnedForm,
    });
    expect(await run('render', 'good.yaml')).toMatchObject({ code: 0 });
    expect(await run('export', 'good.yaml', '-o', 'a.csv')).toMatchObject({ code: 0 });
    const before = readFileSync(path('good.docx'));
    const names = ['good.docx', 'a.csv', 'sub/held.yaml'];
    const holder = windows({ args: ['hold.cjs', ...names], cwd });
    await until(() => existsSync(path('held')));
    const inUse = (verb: string, name: string) =>
      `Error: Cannot ${verb} “${name}”: another program is using the file. Close it there and try again.\n`;
    expect(await run('render', 'good.yaml', '--force')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^Error: Cannot write “good\.docx”: .*Close .*\n$/),
    });
    expect(await run('export', 'good.yaml', '-o', 'a.csv', '--force')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^Error: Cannot write “a\.csv”: .*Close .*\n$/),
    });
    expect(await run('import', 'good.docx', '-o', 'b.yaml')).toMatchObject({
      code: 2,
      err: inUse('read', 'good.docx'),
    });
    expect(await run('validate', 'sub', 'good.yaml')).toMatchObject({
      code: 2,
      err: inUse('read', 'sub/held.yaml'),
    });
    expect(await run('validate', '--fix', 'sub/held.yaml')).toMatchObject({ code: 2 });
    writeFileSync(path('enough'), '');
    await holder;
    expect(readFileSync(path('good.docx'))).toEqual(before);
    expect(readFileSync(path('sub/held.yaml'), 'utf8')).toBe(warnedForm);
    expect(readdirSync(cwd).sort()).toEqual([
      'a.csv',
      'enough',
      'good.docx',
      'good.yaml',
      'held',
      'hold.cjs',
      'sub',
    ]);
    expect(await run('render', 'good.yaml', '--force')).toMatchObject({ code: 0 });
  });

  it('keeps compiled code in %LOCALAPPDATA%, and compiles again what was damaged', async () => {
    const { run: runWith } = makeFolder({ 'good.yaml': goodForm });
    const run = () => runWith('validate', 'good.yaml');
    const own = join(localAppData, 'bieu2');
    const kept = () => readdirSync(own).map((name) => join(own, name));
    rmSync(own, { recursive: true, force: true });
    const first = await run();
    expect(first).toMatchObject({ code: 0, err: '' });
    const times = kept().map((file) => statSync(file).mtimeMs);
    expect(times.length).toBeGreaterThan(0);
    expect(await run()).toEqual(first);
    expect(kept().map((file) => statSync(file).mtimeMs)).toEqual(times);
    for (const file of kept()) writeFileSync(file, readFileSync(file).subarray(0, 500));
    expect(await run()).toEqual(first);
    expect(kept().filter((file) => statSync(file).size <= 500)).toEqual([]);
  });

  const program = ['--title=bieu2', `Z:${bin}`];

  it.each([
    ['renders what changes', ['render', 'forms', '--watch', '--to', 'html']],
    ['shows a preview', ['preview', 'forms/a.yaml', '--no-open']],
  ])('%s until Ctrl-C', async (_, words) => {
    // Wine ends with 0 what Ctrl-C ends by force: then nothing is written.
    const onExit = "process.on('exit', (code) => require('node:fs').writeFileSync('code', `${code}`));";
    const { cwd, path } = makeFolder({ 'forms/a.yaml': goodForm, 'exit.cjs': onExit });
    const child = inConsole([nodeExe(), '--require', './exit.cjs', ...program, ...words], cwd);
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    const closed = once(child, 'close');
    await until(() => out.includes('Ctrl-C'));
    const [address] = /http:\/\/127\.0\.0\.1:\d+\/[\w-]+\//.exec(out) ?? [];
    const page = async () =>
      address ? (await fetch(`${address}form`)).text() : readFileSync(path('forms/a.html'), 'utf8');
    expect(await page()).toContain('PHÒNG TỔ CHỨC');
    writeFileSync(path('forms/a.yaml'), goodForm.replace('TỔ CHỨC', 'KHÁC'));
    await until(async () => (await page()).includes('PHÒNG KHÁC'));
    child.stdin.write('\u0003');
    expect([await closed, readFileSync(path('code'), 'utf8')]).toEqual([[0, null], '0']);
  });

  it('that is stopped by Ctrl-C finishes the files at hand, and ends with 130', async () => {
    const slow = `const fs = require('node:fs');
const { readFileSync } = fs;
fs.readFileSync = (...args) => {
  if (/yaml$/.test(String(args[0]))) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  return readFileSync(...args);
};
require('node:module').syncBuiltinESMExports();
`;
    const names = Array.from({ length: 300 }, (_, index) => `many/${index}.yaml`);
    const { cwd, path } = makeFolder({
      'slow.cjs': slow,
      ...Object.fromEntries(names.map((name) => [name, goodForm])),
    });
    for (const jobs of ['1', '2']) {
      const words = [
        '--require',
        './slow.cjs',
        ...program,
        'render',
        'many',
        '--out-dir',
        jobs,
        '--jobs',
        jobs,
      ];
      const child = inConsole([nodeExe(), ...words], cwd);
      let out = '';
      child.stdout.on('data', (chunk) => (out += chunk));
      const closed = once(child, 'close');
      await until(() => out.includes('.docx'));
      child.stdin.write('\u0003');
      expect(await closed).toEqual([130, null]);
      expect(out).toMatch(/Stopped as asked: \d+ of 300 files are done/);
      const written = readdirSync(path(jobs));
      expect(written.filter((name) => !name.endsWith('.docx'))).toEqual([]);
      expect(written.length).toBeLessThan(300);
    }
  });

  it('asks for what it needs, and reads Vietnamese', async () => {
    const { cwd, path } = makeFolder({});
    const child = inConsole([nodeExe(), ...program, 'init'], cwd);
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    const closed = once(child, 'close');
    for (const [question, answer] of [
      ['Choose [1]:', '3'],
      ['filled in later):', 'PHÒNG “Điện – Nước”'],
      ['File name', 'Biểu (1).yaml'],
    ] as const) {
      await until(() => out.includes(question));
      child.stdin.write(`${answer}\r`);
    }
    expect(await closed).toEqual([0, null]);
    expect(readFileSync(path('Biểu (1).yaml'), 'utf8')).toContain('\nunit: "PHÒNG “Điện – Nước”"\n');
  });

  it.each(['437', '1258', '65001'])('writes Vietnamese in code page %s', async (page) => {
    const { cwd, path } = makeFolder({});
    const call = `@"Z:${nodeExe()}" ${program.map((word) => `"${word}"`).join(' ')} explain spacing --lang vi`;
    const lines = [`@chcp ${page}`, call, `${call} > out.txt`, ''].join('\r\n').replaceAll('/', '\\');
    writeFileSync(path('run.cmd'), lines);
    const expected = await linux({ args: [bin, 'explain', 'spacing', '--lang', 'vi'], cwd });
    const child = inConsole(['cmd', '/c', 'run.cmd'], cwd);
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(out).toContain(`Active code page: ${page}`);
    expect(out).toContain('Dấu cách giữa các từ và quanh dấu câu');
    expect(readFileSync(path('out.txt'), 'utf8')).toBe(expected.out);
  });

  it('makes a PDF', (context) => {
    context.skip('the engine needs bcryptprimitives.dll, which Wine 8 lacks');
  });
});
