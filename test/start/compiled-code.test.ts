import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { badForm, makeWorld } from '../cli/run-main.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

beforeAll(() => {
  if (!existsSync(`${root}dist/bin.cjs`)) throw new Error('The program is not built: npm run build');
});

/** What the program prints and how it ends, whatever is in its folder. */
const asAlways = { status: 1, signal: null, stderr: '', stdout: expect.stringMatching(/^bad\.yaml:12:/) };

/** An installation of its own, and what is needed to run it with a folder of kept code. */
function makeInstallation() {
  const { cwd, path } = makeWorld({ 'bad.yaml': badForm });
  mkdirSync(path('app/dist'), { recursive: true });
  copyFileSync(`${root}package.json`, path('app/package.json'));
  for (const name of readdirSync(`${root}dist`).filter((file) => file.endsWith('.cjs'))) {
    copyFileSync(`${root}dist/${name}`, path(`app/dist/${name}`));
  }
  const folder = path('cache/bieu2');
  return {
    cwd,
    path,
    folder,
    kept: () => readdirSync(folder).map((name) => join(folder, name)),
    run: (env: Readonly<Record<string, string>> = {}, node: readonly string[] = []) =>
      spawnSync(process.execPath, [...node, path('app/dist/bin.cjs'), 'validate', 'bad.yaml'], {
        cwd,
        env: { BIEU2_LANG: 'en', XDG_CACHE_HOME: path('cache'), ...env },
        encoding: 'utf8',
        timeout: 60_000,
      }),
  };
}

const inodes = (paths: readonly string[]) => paths.map((path) => [path, statSync(path).ino]);

test('is kept for the next run, for the user alone, and for each installation', () => {
  const [one, other] = [makeInstallation(), makeInstallation()];
  const shared = { XDG_CACHE_HOME: one.path('cache') };
  expect(one.run()).toMatchObject(asAlways);
  expect(other.run(shared)).toMatchObject(asAlways);
  const before = inodes(one.kept());
  expect(before.filter(([path]) => String(path).includes('-validate-'))).toHaveLength(2);
  if (process.platform !== 'win32') {
    expect(one.kept().map((path) => statSync(path).mode & 0o077)).toEqual(before.map(() => 0));
  }
  expect([one.run(), other.run(shared)]).toMatchObject([asAlways, asAlways]);
  expect(inodes(one.kept())).toEqual(before);
});

describe('what is damaged is not used, and is replaced', () => {
  const damages: Record<string, (content: Buffer) => Buffer> = {
    'no content': () => Buffer.alloc(0),
    'the first half': (content) => content.subarray(0, content.length / 2),
    'all but one byte': (content) => content.subarray(0, -1),
    'zeros only': (content) => Buffer.alloc(content.length),
    'zeros behind the first line': (content) => Buffer.from(content).fill(0, content.indexOf(10) + 1),
    'zeros in the middle': (content) =>
      Buffer.from(content).fill(0, content.length >> 2, content.length >> 1),
    'something else': () => Buffer.from('something else'),
  };
  for (const at of [0, 1, 20]) {
    damages[`another digit, name or bracket, at ${at}`] = (content) => {
      content[at] = (content[at] ?? 0) ^ 1;
      return content;
    };
  }
  /** Parts of the whole, from the head of V8 to the last byte. */
  for (const part of [0, 0.001, 0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.9999]) {
    damages[`one bit, at ${part}`] = (content) => {
      const start = content.indexOf(10) + 1;
      const at = start + Math.floor((content.length - start) * part);
      content[at] = (content[at] ?? 0) ^ 4;
      return content;
    };
  }
  test('in every way', () => {
    const { run, kept } = makeInstallation();
    expect(run()).toMatchObject(asAlways);
    const whole = kept();
    for (const [name, damage] of Object.entries(damages)) {
      for (const path of whole) writeFileSync(path, damage(readFileSync(path)));
      expect([name, run()]).toMatchObject([name, asAlways]);
      expect([name, kept()]).toEqual([name, whole]);
      expect(whole.every((path) => statSync(path).size > 1000)).toBe(true);
    }
  }, 120_000);
});

/** An installation whose folder has a program of somebody else's, in the place of the kept code of its own. */
function makeAttacked() {
  const installation = makeInstallation();
  const program = installation.path('app/dist/program.cjs');
  const source = readFileSync(program);
  // V8 compares no more than the length.
  const other = '(() => process.stdout.write("not bieu2"))'.padEnd(source.length);
  writeFileSync(program, other);
  expect(installation.run().stdout).toBe('not bieu2');
  writeFileSync(program, source);
  const [planted = ''] = installation.kept();
  const content = readFileSync(planted);
  expect(content.subarray(-source.length).toString()).toBe(other);
  writeFileSync(planted, Buffer.concat([content.subarray(0, -source.length), source]));
  return { ...installation, planted };
}

describe.skipIf(process.platform === 'win32')('what somebody else can have written is not run', () => {
  test('though it would be, were it the user’s own', () => {
    expect(makeAttacked().run().stdout).toBe('not bieu2');
  });

  type Attacked = ReturnType<typeof makeAttacked>;
  const attacks: Record<string, (attacked: Attacked) => Record<string, string> | undefined> = {
    'a folder that others may write to': ({ folder }) => void chmodSync(folder, 0o777),
    'a folder that the group may write to': ({ folder }) => void chmodSync(folder, 0o770),
    'a file that others may write to': ({ planted }) => void chmodSync(planted, 0o606),
    'a link to a file': ({ planted, path }) => {
      renameSync(planted, path('elsewhere'));
      symlinkSync(path('elsewhere'), planted);
      return undefined;
    },
    'a second name of a file': ({ planted, path }) => void linkSync(planted, path('elsewhere')),
    'a link to a folder': ({ folder, path }) => {
      renameSync(folder, path('elsewhere'));
      symlinkSync(path('elsewhere'), folder);
      return undefined;
    },
    'a relative XDG_CACHE_HOME': () => ({ XDG_CACHE_HOME: 'cache' }),
    'a relative HOME': ({ cwd, path }) => {
      renameSync(path('cache'), join(cwd, '.cache'));
      return { XDG_CACHE_HOME: '', HOME: '.' };
    },
  };
  if (process.getuid?.() === 0) {
    attacks['another user’s folder'] = ({ folder }) => void chownSync(folder, 1234, 1234);
    attacks['another user’s file'] = ({ planted }) => void chownSync(planted, 1234, 1234);
  }
  test.each(Object.entries(attacks))('%s', (_, attack) => {
    const attacked = makeAttacked();
    const env = attack(attacked) ?? {};
    expect([attacked.run(env), attacked.run(env)]).toMatchObject([asAlways, asAlways]);
  });

  test('a pipe instead of a file', () => {
    const { run, kept } = makeInstallation();
    run();
    for (const path of kept()) spawnSync('sh', ['-c', 'rm "$0" && mkfifo "$0" && chmod 600 "$0"', path]);
    expect(run()).toMatchObject(asAlways);
    expect(kept().every((path) => statSync(path).isFile())).toBe(true);
  });
});

test('the folder is bounded', () => {
  const { run, folder, kept } = makeInstallation();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (let count = 0; count < 1000; count++) writeFileSync(join(folder, `${count}`), '');
  expect(run()).toMatchObject(asAlways);
  expect(kept().length).toBeLessThan(100);
});

test('nothing is left of code that cannot be kept', () => {
  const { run, path, folder, kept } = makeInstallation();
  // A disk that is full after the first bytes.
  writeFileSync(
    path('full.cjs'),
    `const fs = require('node:fs');
     fs.writeFileSync = (file, content) => {
       fs.writeSync(file, content, 0, 100);
       throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
     };`,
  );
  expect(run({}, ['--require', path('full.cjs')])).toMatchObject(asAlways);
  expect(kept()).toEqual([]);
  chmodSync(folder, 0o500);
  expect(run()).toMatchObject(asAlways);
  for (const env of [{ XDG_CACHE_HOME: path('bad.yaml') }, { XDG_CACHE_HOME: '', HOME: '' }]) {
    expect(run(env)).toMatchObject(asAlways);
  }
});
