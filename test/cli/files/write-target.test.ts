import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { type Content, writeTarget } from '../../../src/cli/files/write-target.ts';
import { UserError } from '../../../src/cli/user-error.ts';
import { makeWorld } from '../run-main.ts';

const write = (path: string, name: string, content: Content, before?: Uint8Array) =>
  writeTarget({ path, name, before }, content, { holdInterrupts() {} });

/** What the refusal says in English. */
const refusal = async (work: Promise<void>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof UserError ? error.wording.en : `no refusal: ${error}`;
};

describe('writeTarget', () => {
  it('shows the file only when it is whole', async () => {
    const world = makeWorld({ 'a.txt': 'old' });
    const seen: string[] = [];
    await write(world.path('a.txt'), 'a.txt', async (add) => {
      add('một ');
      await Promise.resolve();
      seen.push(readFileSync(world.path('a.txt'), 'utf8'));
      add(Buffer.from('hai'));
    });
    expect(seen).toEqual(['old']);
    expect(readFileSync(world.path('a.txt'), 'utf8')).toBe('một hai');
    expect(readdirSync(world.cwd)).toEqual(['a.txt']);
  });

  it('leaves nothing behind when what fills it fails, and hands the failure on', async () => {
    const world = makeWorld({ 'a.txt': 'old' });
    const failure = new Error('no more');
    for (const name of ['a.txt', 'new.txt']) {
      const work = write(world.path(name), name, (add) => {
        add('half');
        throw failure;
      });
      await expect(work).rejects.toBe(failure);
    }
    expect(readdirSync(world.cwd)).toEqual(['a.txt']);
    expect(readFileSync(world.path('a.txt'), 'utf8')).toBe('old');
  });

  it('keeps links and permissions', async () => {
    const world = makeWorld({ 'a.txt': 'old' });
    chmodSync(world.path('a.txt'), 0o640);
    symlinkSync(world.path('a.txt'), world.path('link.txt'));
    await write(world.path('link.txt'), 'link.txt', 'new');
    expect(lstatSync(world.path('link.txt')).isSymbolicLink()).toBe(true);
    expect(readFileSync(world.path('a.txt'), 'utf8')).toBe('new');
    expect(statSync(world.path('a.txt')).mode & 0o777).toBe(0o640);
  });

  it('says why it cannot write', async () => {
    const world = makeWorld({ 'a.docx': 'old', 'b.docx': 'old', '.~lock.b.docx#': '' });
    mkdirSync(world.path('folder'));
    expect(await refusal(write(world.path('a.docx/a.txt'), 'a.docx/a.txt', ''))).toMatch(
      /Cannot write “a.docx”: a file of this name is already there/,
    );
    expect(await refusal(write(world.path('folder'), 'folder', ''))).toMatch(/this is a folder/);
    chmodSync(world.path('a.docx'), 0o444);
    expect(await refusal(write(world.path('a.docx'), 'a.docx', ''))).toMatch(/it is read-only/);
    expect(await refusal(write(world.path('b.docx'), 'b.docx', ''))).toMatch(/it is open in Word/);
  });

  it.skipIf(!existsSync('/dev/full'))('tells of a full disk', async () => {
    expect(await refusal(write('/dev/full', 'full', 'x'))).toMatch(/“full”: the disk is full/);
  });
});

it('removes what processes that are gone have left, and nothing else', async () => {
  const { cwd, path } = makeWorld({ 'a.txt': 'old' });
  let own = '';
  await write(path('a.txt'), 'a.txt', () => {
    own = readdirSync(cwd).find((name) => name.endsWith('.tmp')) ?? '';
  });
  const gone = own.replace(`-${process.pid}-`, `-${spawnSync(process.execPath, ['--version']).pid}-`);
  const others = [
    own,
    own.replace('.bieu2-', '.bieu2-other'),
    `${gone}.txt`,
    'notes.tmp',
    '.bieu2-notes.tmp',
  ];
  const folder = makeWorld(Object.fromEntries([gone, ...others].map((name) => [name, ''])));
  await write(folder.path('b.txt'), 'b.txt', 'new');
  expect(readdirSync(folder.cwd).sort()).toEqual([...others, 'b.txt'].sort());
});

describe.skipIf(process.platform === 'win32')('a file that is replaced', () => {
  const modeOf = (path: string) => (statSync(path).mode & 0o7777).toString(8);

  it('keeps its mode, whatever the umask', async () => {
    const { path } = makeWorld({ 'a.txt': 'old' });
    const umask = process.umask(0o077);
    try {
      for (const mode of [0o664, 0o600, 0o644, 0o777]) {
        chmodSync(path('a.txt'), mode);
        await write(path('a.txt'), 'a.txt', 'new');
        expect(modeOf(path('a.txt'))).toBe(mode.toString(8));
      }
    } finally {
      process.umask(umask);
    }
  });

  it.skipIf(process.getuid?.() !== 0)('keeps its owner and group', async () => {
    const { path } = makeWorld({ 'a.txt': 'old' });
    chownSync(path('a.txt'), 1234, 4321);
    await write(path('a.txt'), 'a.txt', 'new');
    const { uid, gid } = statSync(path('a.txt'));
    expect([uid, gid]).toEqual([1234, 4321]);
  });

  it('has no other names', async () => {
    const { cwd, path } = makeWorld({ 'a.txt': 'old' });
    linkSync(path('a.txt'), path('b.txt'));
    await expect(write(path('a.txt'), 'a.txt', 'new')).rejects.toThrow(/2 names \(hard links\)/);
    expect([readFileSync(path('b.txt'), 'utf8'), readdirSync(cwd)]).toEqual(['old', ['a.txt', 'b.txt']]);
  });

  it('has what it was read with, or is left alone', async () => {
    const { cwd, path } = makeWorld({ 'a.txt': 'edited' });
    const before = Buffer.from('read');
    await expect(write(path('a.txt'), 'a.txt', 'new', before)).rejects.toThrow(/changed meanwhile/);
    expect([readFileSync(path('a.txt'), 'utf8'), readdirSync(cwd)]).toEqual(['edited', ['a.txt']]);
    await write(path('a.txt'), 'a.txt', 'new', Buffer.from('edited'));
    expect(readFileSync(path('a.txt'), 'utf8')).toBe('new');
  });
});
