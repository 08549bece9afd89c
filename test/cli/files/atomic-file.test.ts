import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeAtomic, writeStreamAtomic } from '../../../src/cli/files/atomic-file.ts';
import { UserError } from '../../../src/cli/user-error.ts';
import { makeWorld } from '../run-main.ts';

/** What the refusal says in English. */
const refusal = async (work: Promise<void>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof UserError ? error.wording.en : `no refusal: ${error}`;
};

describe('writeStreamAtomic', () => {
  it('shows the file only when it is whole', async () => {
    const world = makeWorld({ 'a.txt': 'old' });
    const seen: string[] = [];
    await writeStreamAtomic(world.path('a.txt'), 'a.txt', async (write) => {
      write('một ');
      await Promise.resolve();
      seen.push(readFileSync(world.path('a.txt'), 'utf8'));
      write(Buffer.from('hai'));
    });
    expect(seen).toEqual(['old']);
    expect(readFileSync(world.path('a.txt'), 'utf8')).toBe('một hai');
    expect(readdirSync(world.cwd)).toEqual(['a.txt']);
  });

  it('leaves nothing behind when what fills it fails, and hands the failure on', async () => {
    const world = makeWorld({ 'a.txt': 'old' });
    const failure = new Error('no more');
    for (const name of ['a.txt', 'new.txt']) {
      const work = writeStreamAtomic(world.path(name), name, (write) => {
        write('half');
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
    await writeAtomic(world.path('link.txt'), 'link.txt', 'new');
    expect(lstatSync(world.path('link.txt')).isSymbolicLink()).toBe(true);
    expect(readFileSync(world.path('a.txt'), 'utf8')).toBe('new');
    expect(statSync(world.path('a.txt')).mode & 0o777).toBe(0o640);
  });

  it('says why it cannot write', async () => {
    const world = makeWorld({ 'b.docx': 'old', '.~lock.b.docx#': '' });
    mkdirSync(world.path('folder'));
    expect(await refusal(writeAtomic(world.path('no/a.txt'), 'no/a.txt', ''))).toMatch(
      /Cannot write “no\/a.txt”: no such file or folder/,
    );
    expect(await refusal(writeAtomic(world.path('folder'), 'folder', ''))).toMatch(/this is a folder/);
    expect(await refusal(writeAtomic(world.path('b.docx'), 'b.docx', ''))).toMatch(/it is open in Word/);
  });

  it.skipIf(!existsSync('/dev/full'))('tells of a full disk', async () => {
    expect(await refusal(writeAtomic('/dev/full', 'full', 'x'))).toMatch(/“full”: the disk is full/);
  });
});
