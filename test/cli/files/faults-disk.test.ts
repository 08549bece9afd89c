import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { builtProgram, leftovers } from '../built-program.ts';
import { badForm, goodForm, makeWorld, type World } from '../run-main.ts';

const run = builtProgram();
const wordForm = readFileSync(new URL('../../fixtures/word/hand-reference.docx', import.meta.url));
const isFull = 'the disk is full. Free some space and try again.';
const mend = goodForm.replace('PHÒNG TỔ CHỨC', 'PHÒNG  TỔ CHỨC ');

const mount = (...args: string[]) => spawnSync('mount', args, { encoding: 'utf8' }).status === 0;

/** Whether this user may mount file systems: root on Linux, unless a container forbids it. */
const mayMount =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
if (!mayMount) console.warn('Not tested: full and read-only disks, which only root on Linux can mount.');

/** A disk of its own, gone after the test. @param options those of `mount` */
function makeDisk({ path }: World, name: string, options: string): string {
  mkdirSync(path(name));
  expect(mount('-t', 'tmpfs', '-o', options, 'none', path(name))).toBe(true);
  onTestFinished(() => {
    spawnSync('umount', ['-l', path(name)]);
  });
  return path(name);
}

/** Leaves no room on a disk, not even for one more page. */
function fill(disk: string) {
  const filled = spawnSync('dd', ['if=/dev/zero', `of=${disk}/filler`, 'bs=4096'], { encoding: 'utf8' });
  expect(filled.stderr).toContain('No space left');
}

/** Errors and the clean form after each other, so that there is much to report. */
const forms = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `forms/${String(index).padStart(4, '0')}.yaml`,
      index % 2 === 0 ? badForm : goodForm,
    ]),
  );

describe.runIf(mayMount)('a full disk', () => {
  test('keeps one report from being written and no other', async () => {
    const world = makeWorld(forms(200));
    const disk = makeDisk(world, 'disk', 'size=16k');
    writeFileSync(`${disk}/old.json`, 'old');
    const formats = ['json=disk/old.json', 'sarif=whole.sarif', 'line'].flatMap((f) => ['--format', f]);
    const { code, out, err } = await run(['validate', 'forms', ...formats], { cwd: world.cwd });
    expect([code, err]).toEqual([2, `Error: Cannot write “disk/old.json”: ${isFull}\n`]);
    expect(readFileSync(`${disk}/old.json`, 'utf8')).toBe('old');
    expect(out.match(/ error task-complexity /g)).toHaveLength(100);
    expect(JSON.parse(readFileSync(world.path('whole.sarif'), 'utf8')).runs[0].results).toHaveLength(100);
    expect(leftovers(world.cwd)).toEqual([]);
  });

  test('that is full before a report begins leaves nothing behind either', async () => {
    const world = makeWorld({ 'bad.yaml': badForm });
    const disk = makeDisk(world, 'disk', 'size=16k');
    fill(disk);
    const args = ['validate', 'bad.yaml', '--format', 'json=disk/new.json', '--format', 'line'];
    const { code, out, err } = await run(args, { cwd: world.cwd });
    expect([code, err]).toEqual([2, `Error: Cannot write “disk/new.json”: ${isFull}\n`]);
    expect(out).toContain('bad.yaml:12:');
    expect(readdirSync(disk)).toEqual(['filler']);
  });

  test('takes the documents that fit, and tells of each of the others', async () => {
    const world = makeWorld(forms(80));
    const disk = makeDisk(world, 'disk', 'size=128k');
    const { code, out, err } = await run(['render', 'forms', '--out-dir', 'disk/out', '--draft'], {
      cwd: world.cwd,
    });
    expect(code).toBe(2);
    const written = [...out.matchAll(/^Wrote “(.*?)”/gm)].map(([, name]) => name);
    const refused = [...err.matchAll(/^Error: Cannot write “(.*?)”: the disk is full/gm)].map(([, n]) => n);
    expect(written.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    const wanted = Object.keys(forms(80)).map((n) => n.replace('forms', 'disk/out').replace('yaml', 'docx'));
    expect([...written, ...refused].sort()).toEqual(wanted);
    expect(readdirSync(`${disk}/out`).map((name) => `disk/out/${name}`)).toEqual(written);
    for (const name of written)
      expect(readFileSync(world.path(name ?? '')).subarray(-22, -18)).toEqual(endOfZip);
  });

  test('leaves forms that were to be fixed and the baseline as they are', async () => {
    const world = makeWorld({ 'other.yaml': badForm });
    const disk = makeDisk(world, 'disk', 'size=32k');
    for (const name of ['a', 'b']) writeFileSync(`${disk}/${name}.yaml`, mend);
    writeFileSync(`${disk}/baseline.json`, '{ "version": 1, "files": {} }');
    fill(disk);
    const fixed = await run(['validate', '--fix', 'disk', 'other.yaml'], { cwd: world.cwd });
    expect(fixed.code).toBe(2);
    expect(fixed.err).toBe(
      ['a', 'b'].map((name) => `Error: Cannot write “disk/${name}.yaml”: ${isFull}\n`).join(''),
    );
    expect(fixed.out).toContain('other.yaml:12:');
    expect(readFileSync(`${disk}/a.yaml`, 'utf8')).toBe(mend);

    const names = ['missing.yaml', 'other.yaml'];
    const args = ['validate', '--baseline', 'disk/baseline.json', '--update-baseline', ...names];
    const updated = await run(args, { cwd: world.cwd });
    expect(updated.code).toBe(2);
    expect(updated.err).toContain('Cannot read “missing.yaml”');
    expect(updated.err).toContain(`Error: Cannot write “disk/baseline.json”: ${isFull}\n`);
    expect(readFileSync(`${disk}/baseline.json`, 'utf8')).toBe('{ "version": 1, "files": {} }');
    expect(readdirSync(disk).sort()).toEqual(['a.yaml', 'b.yaml', 'baseline.json', 'filler']);
  });

  test.each([
    ['import', ['import', 'form.docx', '--out-dir', 'disk']],
    ['export', ['export', 'forms', '-o', 'disk/tasks.csv']],
    ['export to Excel', ['export', 'forms', '-o', 'disk/tasks.xlsx']],
    ['summary', ['summary', 'forms', '-o', 'disk/summary.html']],
    ['merge', ['merge', 'forms/0001.yaml', 'forms/0003.yaml', '-o', 'disk/unit.yaml']],
    ['init', ['init', 'disk/new.yaml']],
    ['annotate', ['validate', 'form.docx', '--annotate', 'disk/told.docx', '--format', 'json']],
  ])('is told by %s', async (_, args) => {
    const world = makeWorld({ ...forms(4), 'form.docx': wordForm });
    const disk = makeDisk(world, 'disk', 'size=16k');
    fill(disk);
    const { code, out, err } = await run(args, { cwd: world.cwd });
    expect(code).toBe(2);
    expect(err).toMatch(
      /^(Note: .*\n)*Error: Cannot write “disk\/.*”: the disk is full\. Free some space and try again\.\n$/,
    );
    expect(readdirSync(disk)).toEqual(['filler']);
    if (args.includes('json')) expect(JSON.parse(out).summary.files).toBe(1);
  });
});

const endOfZip = Buffer.from([0x50, 0x4b, 5, 6]);

describe.skipIf(process.platform === 'win32')('a limit on the size of files', () => {
  test('is told as a full disk is, and nothing is half-written', async () => {
    const { cwd, path } = makeWorld({ ...forms(60), 'old.json': 'old' });
    // In blocks of 1024 bytes.
    const line = 'ulimit -f 4; "$@"';
    const args = ['validate', 'forms', '--format', 'json=old.json', '--format', 'line'];
    const { code, out, err } = await run(args, { cwd, line });
    expect([code, err]).toEqual([2, `Error: Cannot write “old.json”: ${isFull}\n`]);
    expect(out.match(/ error task-complexity /g)).toHaveLength(30);
    expect(readFileSync(path('old.json'), 'utf8')).toBe('old');
    expect(leftovers(cwd)).toEqual([]);
  });

  test('on standard output stops what is for it alone, and nothing else', async () => {
    const { cwd, path } = makeWorld(forms(100));
    const line = 'ulimit -f 4; "$@" > told';
    const told = `Error: Cannot write “stdout”: ${isFull}\n`;
    expect(await run(['validate', 'forms'], { cwd, line })).toMatchObject({ code: 2, err: told });
    expect(readFileSync(path('told')).length).toBe(4096);
    expect(await run(['export', 'forms'], { cwd, line })).toMatchObject({ code: 2, err: told });

    const full = '"$@" > /dev/full';
    if (!existsSync('/dev/full')) return;
    const rendered = await run(['render', 'forms', '--draft', '--out-dir', 'out'], { cwd, line: full });
    expect(rendered).toMatchObject({ code: 2, err: told });
    expect(readdirSync(path('out'))).toHaveLength(100);
    const checked = await run(['validate', 'forms', '--format', 'line', '--format', 'json=all.json'], {
      cwd,
      line: full,
    });
    expect(checked).toMatchObject({ code: 2, err: told });
    expect(JSON.parse(readFileSync(path('all.json'), 'utf8')).summary.files).toBe(100);
  });
});

describe.runIf(mayMount)('a disk that is read-only', () => {
  const commands: readonly (readonly [string, readonly string[]])[] = [
    ['render', ['render', 'good.yaml', '--out-dir', 'disk/out']],
    ['render onto an old file', ['render', 'good.yaml', '--force', '-o', 'disk/old.docx']],
    ['import', ['import', 'form.docx', '--out-dir', 'disk']],
    ['export', ['export', 'good.yaml', '-o', 'disk/tasks.csv']],
    ['summary', ['summary', 'good.yaml', '-o', 'disk/summary.xlsx']],
    ['fix', ['validate', '--fix', 'disk/mend.yaml', 'good.yaml']],
    ['a report', ['validate', 'good.yaml', '--format', 'junit=disk/report.xml']],
    ['a baseline', ['validate', 'good.yaml', '--baseline', 'disk/base.json', '--update-baseline']],
  ];
  test.each(commands)('is told by %s', async (_, args) => {
    const world = makeWorld({ 'good.yaml': goodForm, 'form.docx': wordForm });
    const disk = makeDisk(world, 'disk', 'size=64k');
    writeFileSync(`${disk}/old.docx`, 'old');
    writeFileSync(`${disk}/mend.yaml`, mend);
    expect(mount('-o', 'remount,ro', disk)).toBe(true);
    const { code, err } = await run(args, { cwd: world.cwd });
    expect(code).toBe(2);
    expect(err).toMatch(
      /^(Note: .*\n)*Error: Cannot write “disk.*”: the disk is read-only\. Choose another place to write to\.\n(Checked .*\n)?$/,
    );
    expect(readFileSync(`${disk}/old.docx`, 'utf8')).toBe('old');
    expect(readFileSync(`${disk}/mend.yaml`, 'utf8')).toBe(mend);
  });
});

/** Root may write everywhere; then bieu2 runs as a user who may not. */
const asOther = process.getuid?.() === 0 ? 'setpriv --reuid=65534 --regid=65534 --clear-groups "$@"' : '"$@"';
const canBeOther =
  process.platform !== 'win32' &&
  (process.getuid?.() !== 0 || spawnSync('setpriv', ['--reuid=65534', 'true']).status === 0);
if (!canBeOther)
  console.warn('Not tested: folders and files without permission, for which there is no other user.');

test.runIf(canBeOther)('folders and files without permission are told one by one', async () => {
  const { cwd, path } = makeWorld({
    'forms/closed.yaml': goodForm,
    'forms/mend.yaml': mend,
    'forms/shut/in.yaml': goodForm,
    'forms/good.yaml': badForm,
    'out/old.docx': 'old',
  });
  const modes = { '.': 0o755, 'forms/closed.yaml': 0, 'forms/shut': 0, forms: 0o555, out: 0o555 };
  for (const [name, mode] of Object.entries(modes)) chmodSync(path(name), mode);
  onTestFinished(() => {
    for (const name of ['forms', 'out', 'forms/shut']) chmodSync(path(name), 0o755);
  });
  const denied = 'permission denied. Check the permissions of the file and its folder.\n';
  const unreadable = ['forms/shut', 'forms/closed.yaml'].map((n) => `Error: Cannot read “${n}”: ${denied}`);
  const checked = await run(['validate', '--fix', 'forms'], { cwd, line: asOther });
  expect(checked.code).toBe(2);
  expect(checked.err).toBe([...unreadable, `Error: Cannot write “forms/mend.yaml”: ${denied}`].join(''));
  expect(checked.out).toContain('forms/good.yaml:12:');
  const rendered = await run(['render', 'forms', '--draft', '--out-dir', 'out'], { cwd, line: asOther });
  expect(rendered.code).toBe(2);
  expect(rendered.err).toBe(
    [
      ...unreadable,
      ...['good', 'mend'].map((name) => `Error: Cannot write “out/${name}.docx”: ${denied}`),
    ].join(''),
  );
  chmodSync(path('forms/shut'), 0o755);
  expect(leftovers(cwd)).toEqual([]);
});

/** A LibreOffice that writes nothing, as it does where there is no room. */
test.skipIf(process.platform === 'win32')(
  'a full folder for temporary files is reported as such',
  async () => {
    const world = makeWorld({
      'a.rtf': '{\\rtf1 x}',
      'a.yaml': goodForm,
      'bin/soffice': '#!/bin/sh\nexit 1\n',
    });
    chmodSync(world.path('bin/soffice'), 0o755);
    const preload = `
    const fs = require('node:fs/promises');
    const { writeFile } = fs;
    fs.writeFile = async (path, content) => {
      if (content.length < 1e6) return writeFile(path, content);
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write', path });
    };`;
    const line = 'TMPDIR=$PWD PATH=$PWD/bin:$PATH "$@"';
    const commands = [
      ['validate', 'a.rtf'],
      ['render', 'a.yaml', '-o', 'a.pdf', '--pdf-engine', 'libreoffice'],
    ];
    for (const args of commands) {
      const { code, err } = await run(args, { cwd: world.cwd, preload, line });
      expect([args, code, err]).toEqual([
        args,
        2,
        expect.stringMatching(/^Error: Cannot write “.*\.bieu2-.*”: /),
      ]);
      expect(err).toContain(isFull);
      const missing = await run(args, { cwd: world.cwd, line: line.replace('$PWD', '$PWD/none') });
      expect([missing.code, missing.err]).toEqual([
        2,
        expect.stringMatching(/^Error: Cannot write “.*none”: no such/),
      ]);
    }
    expect(readdirSync(world.cwd).sort()).toEqual(['a.rtf', 'a.yaml', 'bin']);
  },
);

test.skipIf(process.platform === 'win32')('few files that may be open are reported as such', async () => {
  const { cwd } = makeWorld({ 'a.yaml': goodForm });
  const preload = `
    const net = require('node:net');
    net.Server.prototype.listen = function () {
      process.nextTick(() =>
        this.emit('error', Object.assign(new Error('EMFILE'), { code: 'EMFILE', syscall: 'listen' })));
    };`;
  const { code, err } = await run(['preview', 'a.yaml'], { cwd, preload });
  expect([code, err]).toEqual([2, expect.stringContaining('too many files are open')]);
});
