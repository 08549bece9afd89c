import { type ChildProcess, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { builtProgram, leftovers } from '../built-program.ts';
import { badForm, goodForm, makeWorld, type World } from '../run-main.ts';

const run = builtProgram();
const wordForm = readFileSync(new URL('../../fixtures/word/hand-reference.docx', import.meta.url));

const many = (count: number, text: string | Uint8Array, ending = 'yaml') =>
  makeWorld(
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `forms/${String(index).padStart(4, '0')}.${ending}`,
        text,
      ]),
    ),
  );

/** Runs something in the process when a thread reads a certain file. */
const atFile = (part: string, act: string) => `
  const fs = require('node:fs');
  const { readFileSync } = fs;
  fs.readFileSync = (path, ...rest) => {
    if (String(path).includes('${part}')) { ${act} }
    return readFileSync(path, ...rest);
  };`;
const stopAt = (part: string, signal = 'SIGINT') => atFile(part, `process.kill(process.pid, '${signal}');`);

/** How many files are said to be done, of how many. */
function doneOf(err: string): number {
  const [, done] = /^Error: Stopped as asked: (\d+) of 300 files are done\.$/m.exec(err) ?? [];
  return Number(done);
}

describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('as %s closes the reports of validate', async (signal) => {
    const { cwd, path } = many(300, badForm);
    const files = ['json', 'sarif', 'junit', 'gitlab'];
    const formats = [...files.map((name) => `${name}=${name}.out`), 'line'].flatMap((f) => ['--format', f]);
    const preload = stopAt('0100.yaml', signal);
    const ended = await run(['validate', 'forms', '--jobs', '2', ...formats], { cwd, preload });
    const { out, err } = ended;
    // SIGTERM and SIGHUP end it as they end every other command; Ctrl-C has a code of its own.
    expect([ended.code, ended.signal]).toEqual(signal === 'SIGINT' ? [130, null] : [null, signal]);
    const done = doneOf(err);
    expect(done).toBeLessThan(250);
    expect(out.match(/ error task-complexity /g)).toHaveLength(done);
    const [json = '', sarif = '', junit = '', gitlab = ''] = files.map((name) =>
      readFileSync(path(`${name}.out`), 'utf8'),
    );
    const report = JSON.parse(json);
    expect(report.summary).toMatchObject({ files: done, errors: done });
    expect(report.interrupted).toBe(true);
    expect(report.notDone).toHaveLength(300 - done);
    expect(JSON.parse(sarif).runs[0].results).toHaveLength(done);
    expect(JSON.parse(gitlab)).toHaveLength(done);
    expect(junit.trimEnd().endsWith('</testsuites>')).toBe(true);
    expect(leftovers(cwd)).toEqual([]);
  });

  test.each([
    ['render', goodForm, 'yaml', ['--draft']],
    ['import', wordForm, 'docx', []],
  ])('tells of all that %s has written', async (command, text, ending, options) => {
    const { cwd, path } = many(300, text, ending);
    const args = [command, 'forms', '--out-dir', 'out', '--jobs', '2', ...options];
    const { code, out, err } = await run(args, { cwd, preload: stopAt(`0100.${ending}`) });
    expect(code).toBe(130);
    const written = [...out.matchAll(/^Wrote “out\/(.*?)”/gm)].map(([, name]) => name);
    expect(written).toHaveLength(doneOf(err));
    expect(readdirSync(path('out')).sort()).toEqual(written);
    expect(written.length).toBeLessThan(250);
  });

  test.each([
    ['export', ['-o', 'old', '--force']],
    ['summary', ['-o', 'old', '--force', '--format', 'html']],
  ])('leaves the file of %s as it was', async (command, options) => {
    const { cwd, path } = many(300, goodForm);
    writeFileSync(path('old'), 'old');
    const args = [
      command,
      'forms',
      '--jobs',
      '2',
      ...options,
      ...(command === 'export' ? ['--format', 'csv'] : []),
    ];
    const { code, err } = await run(args, { cwd, preload: stopAt('0100.yaml') });
    expect(code).toBe(130);
    expect(err).toMatch(/^Error: Stopped as asked: \d+ of 300 files are done\.$/m);
    expect(readFileSync(path('old'), 'utf8')).toBe('old');
    expect(readdirSync(cwd).sort()).toEqual(['forms', 'old']);
  });

  test.each([
    ['validate', []],
    ['summary', []],
    ['export', []],
    ['render', ['--out-dir', 'out']],
  ])('as SIGTERM ends %s alike, of one form and of many', async (command, options) => {
    const { cwd } = many(300, goodForm);
    for (const args of [['forms', '--jobs', '2'], ['forms/0100.yaml']]) {
      const preload = stopAt('0100.yaml', 'SIGTERM');
      const { code, signal } = await run([command, ...args, ...options], { cwd, preload });
      expect([code, signal]).toEqual([null, 'SIGTERM']);
    }
  });

  test('pressed again ends what would not end by itself', async () => {
    const { cwd } = many(100, goodForm);
    const sleep = (ms: string) => `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${ms});`;
    const signal = "process.kill(process.pid, 'SIGINT');";
    const preload = atFile('0050.yaml', `${signal} ${sleep('300')} ${signal} ${sleep('Infinity')}`);
    const run2 = await run(['validate', 'forms', '--jobs', '2'], { cwd, preload });
    expect(run2).toMatchObject({ code: null, signal: 'SIGINT', err: '' });
  });

  test('pressed again leaves no temporary file of a thread', async () => {
    const { cwd, path } = many(100, goodForm);
    const sleep = (ms: string) => `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${ms});`;
    const signal = "process.kill(process.pid, 'SIGINT');";
    const preload = `
      const fs = require('node:fs');
      const { renameSync } = fs;
      fs.renameSync = (from, to) => {
        if (require('node:worker_threads').isMainThread) return renameSync(from, to);
        fs.appendFileSync(${JSON.stringify(path('log'))}, fs.readdirSync('out').join());
        ${sleep('200')} ${signal} ${sleep('300')} ${signal} ${sleep('Infinity')}
      };`;
    const { signal: ended } = await run(['render', 'forms', '--out-dir', 'out', '--jobs', '2'], {
      cwd,
      preload,
    });
    expect([ended, readFileSync(path('log'), 'utf8'), leftovers(cwd)]).toEqual([
      'SIGINT',
      expect.stringContaining('.tmp'),
      [],
    ]);
  });

  test('pressed again leaves no temporary file', async () => {
    const { cwd, path } = makeWorld({ 'bad.yaml': badForm });
    // The run waits for a pipe that nobody writes into, so that the first one does not end it.
    spawnSync('mkfifo', ['pipe.yaml'], { cwd });
    const args = ['validate', 'bad.yaml', 'pipe.yaml', '--format', 'json=all.json', '--jobs', '1'];
    const preload = `
      const fs = require('node:fs');
      const { createReadStream } = fs;
      const press = () => process.kill(process.pid, 'SIGINT');
      fs.createReadStream = (...args) => {
        fs.writeFileSync('log', fs.readdirSync('.').join());
        process.once('SIGINT', press);
        press();
        return createReadStream(...args);
      };`;
    const { signal } = await run(args, { cwd, preload });
    const log = readFileSync(path('log'), 'utf8');
    expect([signal, log, leftovers(cwd), existsSync(path('all.json'))]).toEqual([
      'SIGINT',
      expect.stringContaining('.tmp'),
      [],
      false,
    ]);
  });

  test('leaves no temporary file of a report on a single form', async () => {
    const { cwd, path } = makeWorld({ 'bad.yaml': badForm });
    const args = ['validate', 'bad.yaml', '--format', 'json=all.json'];
    // The form is read once the report has begun; the signal is heard at the next turn of the event loop.
    const wait = `${stopAt('bad.yaml', 'SIGTERM')}
      const begun = fs.writeSync;
      fs.writeSync = (...args) => { fs.writeSync = begun; setTimeout(() => {}, 1000); return begun(...args); };`;
    const { signal, err } = await run(args, { cwd, preload: wait });
    expect([signal, err]).toEqual(['SIGTERM', 'Checked 1 form: 1 error, 0 warnings.\n']);
    expect(existsSync(path('all.json'))).toBe(true);
    expect(leftovers(cwd)).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('a conversion by LibreOffice', () => {
  /** Forms, and a LibreOffice that never ends: it writes a heartbeat beside its temporary files. */
  function hanging(count: number) {
    const world = many(count, goodForm);
    mkdirSync(world.path('temporary'));
    mkdirSync(world.path('bin'));
    const beat = '#!/bin/sh\nwhile :; do date +%N > ../../beat${PWD##*/}; sleep 0.02; done\n';
    const beats = () => readdirSync(world.cwd).filter((name) => name.startsWith('beat'));
    writeFileSync(world.path('bin/soffice'), beat, { mode: 0o755 });
    return {
      line: 'export TMPDIR=$PWD/temporary PATH=$PWD/bin:$PATH; exec "$@"',
      args: [
        'render',
        'forms',
        '--to',
        'pdf',
        '--pdf-engine',
        'libreoffice',
        '--out-dir',
        'out',
        '--jobs',
        '2',
      ],
      cwd: world.cwd,
      left: () => readdirSync(world.path('temporary')),
      forget() {
        for (const name of beats()) rmSync(world.path(name));
      },
      /** Signals come once it works, in every thread, half a second apart. */
      signals: (...names: readonly NodeJS.Signals[]) => {
        const left = [...names];
        return (child: ChildProcess) => {
          const timer = setInterval(() => {
            if (beats().length < Math.min(2, count)) return;
            const next = left.shift();
            if (next) child.kill(next);
          }, 500);
          child.on('close', () => clearInterval(timer));
        };
      },
      async isAlive() {
        const read = () => beats().map((name) => readFileSync(world.path(name), 'utf8'));
        await setTimeout(200);
        const before = read().join();
        await setTimeout(300);
        return read().join() !== before;
      },
    };
  }

  test.each([
    ['SIGTERM', 1, ['SIGTERM']],
    ['Ctrl-C', 1, ['SIGINT']],
    ['a second Ctrl-C, in threads', 100, ['SIGINT', 'SIGINT']],
  ] as const)('is ended by %s, and leaves nothing', async (_, count, names) => {
    const { line, args, cwd, left, signals, isAlive } = hanging(count);
    const { signal } = await run(args, { cwd, line, meet: signals(...names) });
    expect({ signal, left: left(), isAlive: await isAlive() }).toEqual({
      signal: names[0],
      left: [],
      isAlive: false,
    });
  });

  test.runIf(process.platform === 'linux')(
    'is ended by kill -9, and the next run removes what is left',
    async () => {
      const { line, args, cwd, left, forget, signals, isAlive } = hanging(1);
      await run(args, { cwd, line, meet: signals('SIGKILL') });
      expect([left().length, await isAlive()]).toEqual([1, false]);
      forget();
      await run(args, { cwd, line, meet: signals('SIGTERM') });
      expect(left()).toEqual([]);
    },
  );
});

describe.skipIf(process.platform === 'win32')('a reader that has seen enough', () => {
  /** Every file that is read makes a log longer. */
  const counted = (world: World) => ({
    preload: atFile('forms', `fs.appendFileSync(${JSON.stringify(world.path('log'))}, '.');`),
    count: () => readFileSync(world.path('log')).length,
  });

  test.each([
    ['validate', ['validate', 'forms', '--format', 'line']],
    ['validate --format json', ['validate', 'forms', '--format', 'json']],
    ['export', ['export', 'forms']],
    ['export --format jsonl', ['export', 'forms', '--format', 'jsonl']],
  ])('ends %s soon and without a word', async (_, args) => {
    const world = many(700, badForm.replace('Điều hành', `Điều hành ${'x'.repeat(500)}`));
    const { preload, count } = counted(world);
    const line = '"$@" | head -1; exit ${PIPESTATUS[0]}';
    const { code, out, err } = await run([...args, '--jobs', '2'], { cwd: world.cwd, line, preload });
    expect([code, err]).toEqual([2, '']);
    expect(out.split('\n')).toHaveLength(2);
    expect(count()).toBeLessThan(650);
  });

  test('keeps no document and no other report from being written', async () => {
    const { cwd, path } = many(100, badForm);
    const line = '"$@" | head -1; exit ${PIPESTATUS[0]}';
    const rendered = await run(['render', 'forms', '--draft', '--out-dir', 'out', '--jobs', '2'], {
      cwd,
      line,
    });
    expect(rendered).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(path('out'))).toHaveLength(100);
    const formats = ['--format', 'line', '--format', 'json=all.json'];
    expect(await run(['validate', 'forms', ...formats], { cwd, line })).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(readFileSync(path('all.json'), 'utf8')).summary.files).toBe(100);
  });

  test('of errors does not break the run', async () => {
    const { cwd } = makeWorld({ 'bad.yaml': badForm });
    const missing = Array.from({ length: 2000 }, (_, index) => `missing-${index}.yaml`);
    const line = '"$@" 2>&1 >told | head -1; exit ${PIPESTATUS[0]}';
    const { code, out } = await run(['validate', 'bad.yaml', ...missing], { cwd, line });
    expect([code, out]).toEqual([
      2,
      'Error: Cannot read “missing-0.yaml”: no such file or folder. Check the path.\n',
    ]);
    expect(readFileSync(`${cwd}/told`, 'utf8')).toContain('bad.yaml:12:');
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.warn('Not tested: a pipe that does not wait for its reader, which Python makes.');

test.runIf(hasPython && process.platform !== 'win32')(
  'a pipe that does not wait for its slow reader gets everything',
  async () => {
    const { cwd } = many(1000, badForm);
    const makePipe = 'import os, sys; os.set_blocking(1, False); os.execvp(sys.argv[1], sys.argv[1:])';
    const line = `python3 -c '${makePipe}' "$@" | (sleep 0.7; cat); exit \${PIPESTATUS[0]}`;
    const { code, out, err } = await run(['validate', 'forms', '--format', 'json'], { cwd, line });
    expect([code, err]).toEqual([1, '']);
    expect(JSON.parse(out).summary.errors).toBe(1000);
  },
);

test.skipIf(!existsSync('/dev/stdout'))('a report may go to /dev/stdout, be it a pipe', async () => {
  const { cwd } = makeWorld({ 'bad.yaml': badForm });
  const args = ['validate', 'bad.yaml', '--format', 'json=/dev/stdout'];
  const piped = await run(args, { cwd, line: '"$@" | cat; exit ${PIPESTATUS[0]}' });
  expect(piped).toMatchObject({ code: 1, err: 'Checked 1 form: 1 error, 0 warnings.\n' });
  expect(JSON.parse(piped.out).summary.errors).toBe(1);
  const substituted = await run(['validate', 'bad.yaml'], { cwd, line: '"$@" --format json=>(cat)' });
  expect(substituted).toMatchObject({ code: 1, err: piped.err });
  expect(JSON.parse(substituted.out).summary.errors).toBe(1);
});
