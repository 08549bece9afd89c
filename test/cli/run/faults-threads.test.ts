import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtProgram } from '../built-program.ts';
import { badForm, goodForm, makeWorld, warnedForm } from '../run-main.ts';

const run = builtProgram();
const wordForm = readFileSync(new URL('../../fixtures/word/hand-reference.docx', import.meta.url));

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => `forms/${String(index).padStart(4, '0')}.yaml`);
const world = (count: number, text: string, others: Readonly<Record<string, string | Uint8Array>> = {}) =>
  makeWorld({ ...Object.fromEntries(names(count).map((name) => [name, text])), ...others });

/** Does something whenever a thread has read a file whose name has a part; the main thread never does. */
const whenRead = (...acts: readonly (readonly [part: string, act: string])[]) => `
  const fs = require('node:fs');
  const threads = require('node:worker_threads');
  const { readFileSync, writeFileSync, unlinkSync, appendFileSync } = fs;
  if (!threads.isMainThread) fs.readFileSync = (path, ...rest) => {
    const bytes = readFileSync(path, ...rest);
    ${acts.map(([part, act]) => `if (String(path).includes(${JSON.stringify(part)})) { ${act} }`).join('\n')}
    return bytes;
  };`;

/** Which files a report of one line for each finding names, in its order. */
const named = (out: string) => [...out.matchAll(/^(\S+?):\d+:/gm)].map(([, name]) => name);
const without = (count: number, ...lost: number[]) =>
  names(count).filter((_, index) => !lost.includes(index));

describe('a thread that ends in the middle of its work', () => {
  test('costs the file that it was at, and every other is told once and in order', async () => {
    const { cwd } = world(150, badForm);
    const preload = whenRead(
      ['0003.yaml', 'process.exit(7)'],
      ['0070.yaml', 'threads.threadId && process.exit(0)'],
      ['0149.yaml', 'process.exit(1)'],
    );
    const { code, out, err } = await run(['validate', 'forms', '--jobs', '2'], { cwd, preload });
    expect(code).toBe(2);
    expect(named(out)).toEqual(without(150, 3, 70, 149));
    const ended = 'its thread ended unexpectedly. Run it by itself.';
    expect(err).toBe(
      [3, 70, 149].map((index) => `Error: Cannot process “${names(150)[index]}”: ${ended}\n`).join(''),
    );
  });

  test('for want of memory says so', async () => {
    const tasks = '      - text: "Việc"\n        complexity: 2\n'.repeat(30_000);
    const large = `${goodForm.slice(0, goodForm.indexOf('  III:'))}  III:\n    tasks:\n${tasks}`;
    const { cwd, path } = world(70, badForm);
    writeFileSync(path('forms/0030.yaml'), large);
    // Otherwise the limit of each thread is as large as the machine, which would have to be filled.
    const preload = `
      const threads = require('node:worker_threads');
      const { Worker } = threads;
      threads.Worker = class extends Worker {
        constructor(file, options) { super(file, { ...options, resourceLimits: { maxOldGenerationSizeMb: 24 } }); }
      };`;
    const { code, out, err } = await run(['validate', 'forms', '--jobs', '2'], { cwd, preload });
    expect(code).toBe(2);
    expect(named(out)).toEqual(without(70, 30));
    expect(err).toBe(
      'Error: Cannot process “forms/0030.yaml”: not enough memory. Run it by itself, or use --jobs 1.\n',
    );
  });

  test('writes nothing twice, loses nothing that is written, and leaves nothing half-written', async () => {
    const documents = Object.fromEntries(
      Array.from({ length: 70 }, (_, index) => [`forms/${String(index).padStart(4, '0')}.docx`, wordForm]),
    );
    const { cwd, path } = makeWorld(documents);
    const preload = whenRead(['0040.docx', 'process.exit(7)']);
    const args = ['import', 'forms', '--out-dir', 'out', '--jobs', '2'];
    const { code, out, err } = await run(args, { cwd, preload });
    expect(code).toBe(2);
    expect(err).toMatch(/^Error: Cannot process “forms\/0040\.docx”: its thread .*\n$/);
    const written = [...out.matchAll(/^Wrote “out\/(.*?)”/gm)].map(([, name]) => name);
    expect(written).toEqual(without(70, 40).map((name) => name.slice('forms/'.length)));
    expect(readdirSync(path('out')).sort()).toEqual(written);
  });

  test('and the rest is still fixed and told once', async () => {
    const { cwd } = world(70, goodForm.replace('PHÒNG TỔ CHỨC', 'PHÒNG  TỔ CHỨC'));
    const preload = whenRead(['0040.yaml', 'process.exit(7)']);
    const { code, err } = await run(['validate', '--fix', 'forms', '--jobs', '2'], { cwd, preload });
    expect(code).toBe(2);
    const fixed = [...err.matchAll(/^Fixed 1 fault in “(.*?)”$/gm)].map(([, name]) => name);
    expect(fixed).toEqual(without(70, 40));
  });

  test('does not matter where the system gives no threads at all', async () => {
    const { cwd } = world(70, badForm);
    const preload = `
      const threads = require('node:worker_threads');
      threads.Worker = class { constructor() {
        throw Object.assign(new Error('EAGAIN'), { code: 'ERR_WORKER_INIT_FAILED' });
      } };`;
    const { code, out, err } = await run(['validate', 'forms', '--jobs', '2'], { cwd, preload });
    expect([code, err]).toEqual([1, '']);
    expect(named(out)).toEqual(names(70));
  });
});

describe('a fault of bieu2', () => {
  const bug = "throw new TypeError('the moon is full');";
  test('in one report does not stop the others', async () => {
    const { cwd, path } = world(3, badForm);
    const preload = `
      const fs = require('node:fs');
      const { writeSync } = fs;
      fs.writeSync = (file, text, ...rest) => {
        if (String(text).includes('sarif-2.1.0')) { ${bug} }
        return writeSync(file, text, ...rest);
      };`;
    const formats = ['sarif=1.sarif', 'json=2.json', 'line', 'gitlab=3.json'].flatMap((f) => ['--format', f]);
    const { code, out, err } = await run(['validate', 'forms', ...formats], { cwd, preload });
    expect(code).toBe(3);
    expect(named(out)).toEqual(names(3));
    expect(JSON.parse(readFileSync(path('2.json'), 'utf8')).summary.errors).toBe(3);
    expect(JSON.parse(readFileSync(path('3.json'), 'utf8'))).toHaveLength(3);
    expect(readdirSync(cwd).sort()).toEqual(['2.json', '3.json', 'forms']);
    expect(err).toMatch(/the moon is full/);
  });

  test('at a file keeps no other from being checked, and is reported', async () => {
    const { cwd } = world(70, badForm);
    const preload = whenRead(['0040.yaml', bug]);
    const args = ['validate', 'forms', '--jobs', '2', '--format', 'line', '--format', 'json=all.json'];
    const { code, out, err } = await run(args, { cwd, preload });
    expect(code).toBe(3);
    expect(named(out)).toEqual(without(70, 40));
    expect(err).toMatch(
      /^Error: Cannot process “forms\/0040\.yaml” because of a bug in bieu2\.\nThis is a bug in bieu2/,
    );
    expect(err).toContain('TypeError: the moon is full\n    at ');
    expect(JSON.parse(readFileSync(`${cwd}/all.json`, 'utf8')).summary.files).toBe(69);
  });
});

describe('the same from any number of threads', () => {
  const mixed = (count: number) => {
    const textOf = (index: number) =>
      index % 30 === 1 ? 'form: [' : [badForm, warnedForm, goodForm, 'other: 1\n'][Math.min(3, index % 6)];
    return makeWorld(Object.fromEntries(names(count).map((name, index) => [name, textOf(index) ?? ''])));
  };

  test('10,000 files in one folder are told in the order of their names', async () => {
    const { cwd } = mixed(10_000);
    const { code, out, err } = await run(['validate', 'forms', '--jobs', '2'], { cwd });
    expect([code, err]).toEqual([1, '']);
    const order = named(out);
    expect(order).toEqual([...order].sort());
    // A third has an error, a warning or does not parse.
    expect(new Set(order).size).toBe(3334);
  });

  test('every report', async () => {
    const { cwd, path } = mixed(1000);
    const files = ['json', 'sarif', 'junit', 'gitlab'];
    const outputs: string[][] = [];
    for (const jobs of ['1', '2', '7']) {
      const formats = [...files.map((name) => `${name}=${name}.out`), 'line'].flatMap((f) => ['--format', f]);
      const { code, out, err } = await run(['validate', 'forms', '--jobs', jobs, ...formats], { cwd });
      expect([code, err]).toEqual([1, '']);
      outputs.push([out, ...files.map((name) => readFileSync(path(`${name}.out`), 'utf8'))]);
    }
    const [first = [], ...others] = outputs;
    for (const other of others) {
      for (const [index, text] of other.entries()) expect(text === first[index], `${index}`).toBe(true);
    }
    expect(JSON.parse(first[1] ?? '').summary.files).toBe(501);
  });

  test('documents of some hundred, and what is told of them', async () => {
    const outputs: string[] = [];
    for (const jobs of ['1', '2', '7']) {
      const { cwd, path } = mixed(300);
      const args = ['render', 'forms', '--out-dir', 'out', '--jobs', jobs];
      const { code, out, err } = await run(args, { cwd });
      expect([code, err]).toEqual([1, '']);
      expect(readdirSync(path('out'))).toHaveLength(90);
      outputs.push(out);
    }
    expect(new Set(outputs).size).toBe(1);
  });

  test('--fail-fast ends with the first faulty file', async () => {
    const { cwd, path } = world(200, goodForm);
    for (const index of [90, 95, 180]) writeFileSync(path(names(200)[index] ?? ''), badForm);
    const told: unknown[] = [];
    for (const jobs of ['1', '2', '7']) {
      const { code, out, err } = await run(
        ['validate', 'forms', '--fail-fast', '--jobs', jobs, '--format', 'json'],
        { cwd },
      );
      expect([code, err]).toEqual([
        1,
        'Stopped at the first file with an error (--fail-fast); 109 files are left.\n',
      ]);
      expect(JSON.parse(out).summary).toMatchObject({ files: 91, errors: 1 });
      told.push(out);
    }
    expect(new Set(told).size).toBe(1);
  });

  test('--fail-fast tells of each file that --fix has changed', async () => {
    const mend = goodForm.replace('PHÒNG TỔ CHỨC', 'PHÒNG  TỔ CHỨC');
    const { cwd, path } = world(200, mend);
    writeFileSync(path('forms/0020.yaml'), badForm);
    const { err } = await run(['validate', 'forms', '--fix', '--fail-fast', '--jobs', '2'], { cwd });
    const fixed = [...err.matchAll(/“(forms.*?)”/g)].map(([, name]) => name ?? '');
    const changed = names(200).filter((name) => readFileSync(path(name), 'utf8') === goodForm);
    expect(fixed).toEqual(changed);
    expect(changed.length).toBeLessThan(199);
  });
});

test.each(['0', 'x', '-1', '1.5', '1000', ''])('--jobs %s is refused', async (jobs) => {
  const { run: runMain } = makeWorld({ 'good.yaml': goodForm });
  const { code, err } = await runMain(['validate', 'good.yaml', `--jobs=${jobs}`]);
  expect([code, err]).toEqual([2, `Error: “--jobs” takes a whole number from 1 to 999, not “${jobs}”.\n`]);
});
