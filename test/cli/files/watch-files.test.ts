import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { placesOf, watchFiles } from '../../../src/cli/files/watch-files.ts';
import { eventually } from '../eventually.ts';
import { makeWorld, type World } from '../run-main.ts';

/** Writes as most editors do: a new file that takes the place of the old one. */
function replace(path: string, content: string) {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

/** Watches what names lead to. @returns the names and contents of what changed, `name: content` */
async function start(world: World, names: readonly string[], work = async () => {}) {
  let stop = () => {};
  const until = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const watch = await watchFiles(placesOf(names, world.cwd, /\.yaml$/), until);
  const seen: string[] = [];
  const ended = (async () => {
    for await (const changed of watch) {
      for (const path of changed) {
        const stat = statSync(path, { throwIfNoEntry: false });
        const content = stat?.isFile() ? readFileSync(path, 'utf8') : stat ? 'folder' : 'gone';
        seen.push(`${path.slice(world.cwd.length + 1)}: ${content}`);
      }
      await work();
    }
  })();
  ended.catch(() => {});
  onTestFinished(() => {
    stop();
    return ended.catch(() => {});
  });
  const sees = (text: string) => eventually(() => seen.includes(text), text);
  return { watch, seen, sees, ended, stop: () => stop() };
}

test.each([
  ['a file', 'a.yaml'],
  ['a link to a file', 'links/a.yaml'],
])('%s: saves, renames, what vanishes and comes back', async (_, name) => {
  const world = makeWorld({ 'a.yaml': 'one', 'links/b.yaml': '', 'c.yaml': '' });
  const path = world.path('a.yaml');
  symlinkSync(path, world.path('links/a.yaml'));
  const { sees } = await start(world, [name, 'c.yaml']);
  writeFileSync(path, 'two');
  await sees('a.yaml: two');
  replace(path, 'three');
  await sees('a.yaml: three');
  replace(path, 'four');
  await sees('a.yaml: four');
  rmSync(path);
  await sees('a.yaml: gone');
  writeFileSync(path, 'five');
  await sees('a.yaml: five');
});

test('waits for the last of several writes, and does not mind other files', async () => {
  const world = makeWorld({ 'a.yaml': 'one' });
  const { seen, sees } = await start(world, ['a.yaml']);
  writeFileSync(world.path('b.yaml'), 'other');
  for (const text of ['', 'tw', 'two']) writeFileSync(world.path('a.yaml'), text);
  await sees('a.yaml: two');
  await setTimeout(300);
  expect(seen).toEqual(['a.yaml: two']);
});

test('reports what changes again and again, before there is any rest', async () => {
  const watcher = Object.assign(new EventEmitter(), { add() {}, close: async () => {} });
  vi.doMock('chokidar', () => ({ watch: () => watcher }));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  onTestFinished(() => {
    vi.doUnmock('chokidar');
    vi.useRealTimers();
  });
  const start = watchFiles({ files: ['/a.yaml'], folders: [], isName: /a/ }, new Promise(() => {}));
  await vi.dynamicImportSettled();
  watcher.emit('ready');
  const watch = await start;
  let sets = 0;
  const ended = (async () => {
    for await (const _ of watch) sets += 1;
  })();
  for (let ms = 0; ms < 4500; ms += 25) {
    watcher.emit('all', 'change', '/a.yaml');
    await vi.advanceTimersByTimeAsync(25);
  }
  expect(sets).toBe(2);
  watch.close();
  await ended;
});

test.each([['forms'], ['forms/**/*.yaml'], ['.']])(
  '%s: forms in new folders, and nothing else',
  async (name) => {
    const world = makeWorld({ 'forms/a.yaml': 'one', 'forms/node_modules/x.yaml': '' });
    const { seen, sees } = await start(world, [name]);
    mkdirSync(world.path('forms/mot/hai'), { recursive: true });
    writeFileSync(world.path('forms/mot/hai/b.yaml'), 'two');
    await sees('forms/mot/hai/b.yaml: two');
    for (const other of [
      'forms/a.html',
      'forms/.hidden.yaml',
      'forms/node_modules/x.yaml',
      'forms/~$a.yaml',
    ]) {
      writeFileSync(world.path(other), 'other');
    }
    writeFileSync(world.path('forms/a.yaml'), 'three');
    await sees('forms/a.yaml: three');
    expect(seen).toHaveLength(2);
  },
);

test('a folder that is deleted and made again, and a file in a folder that is not there yet', async () => {
  const world = makeWorld({ 'forms/a.yaml': 'one' });
  const { watch, sees } = await start(world, ['forms', 'later/b.yaml']);
  rmSync(world.path('forms'), { recursive: true });
  await sees('forms/a.yaml: gone');
  mkdirSync(world.path('forms'));
  await setTimeout(300);
  writeFileSync(world.path('forms/a.yaml'), 'two');
  await sees('forms/a.yaml: two');
  mkdirSync(world.path('later'));
  writeFileSync(world.path('later/b.yaml'), 'three');
  await sees('later/b.yaml: three');
  watch.add([world.path('c.yaml')]);
  await setTimeout(300);
  writeFileSync(world.path('c.yaml'), 'four');
  await sees('c.yaml: four');
});

test('what changes while a change is dealt with comes after it, in one set', async () => {
  const world = makeWorld({ 'a.yaml': 'one', 'b.yaml': 'one' });
  let running = 0;
  const { seen, sees } = await start(world, ['a.yaml', 'b.yaml'], async () => {
    running += 1;
    expect(running).toBe(1);
    await setTimeout(400);
    running -= 1;
  });
  writeFileSync(world.path('a.yaml'), 'two');
  await sees('a.yaml: two');
  writeFileSync(world.path('a.yaml'), 'three');
  writeFileSync(world.path('b.yaml'), 'three');
  await sees('b.yaml: three');
  expect(seen.slice(1).sort()).toEqual(['a.yaml: three', 'b.yaml: three']);
});

test('ends when it is stopped, and with what is thrown while a change is dealt with', async () => {
  const world = makeWorld({ 'a.yaml': 'one' });
  const stopped = await start(world, ['a.yaml']);
  stopped.stop();
  await stopped.ended;
  const broken = await start(world, ['a.yaml'], () => Promise.reject(new Error('a bug')));
  writeFileSync(world.path('a.yaml'), 'two');
  await expect(broken.ended).rejects.toThrow('a bug');
});
