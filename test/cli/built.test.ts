import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outputState } from '../../src/word/package/output-state.ts';
import { badForm, goodForm, makeWorld } from './run-main.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = `${root}dist/bin.cjs`;

beforeAll(() => {
  if (!existsSync(bin)) throw new Error('There is no built program: npm run build');
});

const cache = mkdtempSync(join(tmpdir(), 'bieu2-cache-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));
const env = { ...process.env, BIEU2_LANG: 'en', XDG_CACHE_HOME: cache };

test('the built program checks, tells and renders', () => {
  const { cwd, path } = makeWorld({ 'good.yaml': goodForm, 'bad.yaml': badForm });
  const call = (args: readonly string[], input = '') =>
    spawnSync(process.execPath, [bin, ...args], { cwd, env, input });
  const checked = call(['validate', 'good.yaml', 'bad.yaml']);
  expect([checked.status, checked.stderr.toString()]).toEqual([1, '']);
  expect(checked.stdout.toString()).toMatch(/^bad\.yaml:12:\d+: error task-complexity .*\n$/);
  expect(call(['render', 'good.yaml']).status).toBe(0);
  const piped = call(['render', '-'], goodForm);
  expect(outputState(piped.stdout)).toBe('unedited');
  expect(piped.stdout).toEqual(readFileSync(path('good.docx')));
  expect(call(['nothing']).status).toBe(2);
  expect(call(['--version']).stdout.toString()).toBe(
    `${JSON.parse(readFileSync(`${root}package.json`, 'utf8')).version}\n`,
  );
});

test.each(['pretty', 'line', 'json', 'sarif', 'github', 'gitlab', 'junit'])(
  'every format is in the build: %s',
  (format) => {
    const { cwd } = makeWorld({ 'bad.yaml': badForm });
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [bin, 'validate', '--format', format, 'bad.yaml'],
      {
        cwd,
        env,
        encoding: 'utf8',
      },
    );
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('task-complexity');
  },
);

test('every other command is in the build', () => {
  const { cwd } = makeWorld({ 'good.yaml': goodForm, 'office.json': '{ "required": ["notes"] }' });
  const call = (...args: string[]) =>
    spawnSync(process.execPath, [bin, ...args], { cwd, env, encoding: 'utf8' });
  for (const args of [
    ['init'],
    ['rules'],
    ['explain', 'syntax'],
    ['schema', 'report'],
    ['completion', 'fish'],
  ]) {
    expect(call(...args)).toMatchObject({ status: 0, stderr: '' });
  }
  expect(call('validate', '--schema', 'office.json', 'good.yaml').stdout).toContain(' office-schema ');
  expect(call('validate', 'g*.yaml')).toMatchObject({ status: 0, stdout: '', stderr: '' });
});

test('a reader that closes the pipe early ends the output without a word', async () => {
  const { cwd } = makeWorld({ 'bad.yaml': badForm });
  const child = spawn(process.execPath, [bin, 'schema'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  expect([code, err]).toEqual([0, '']);
});

test.skipIf(!existsSync('/dev/full'))(
  'a full disk ends with exit code 2 and no stack (needs /dev/full)',
  () => {
    const { cwd } = makeWorld({ 'bad.yaml': badForm });
    const call = (line: string) =>
      spawnSync('sh', ['-c', line], { cwd, env: { ...env, BIN: bin }, encoding: 'utf8' });
    for (const line of [
      'validate bad.yaml',
      'validate --help',
      '--help',
      '--version',
      'render bad.yaml --draft -o -',
    ]) {
      const printed = call(`"${process.execPath}" "$BIN" ${line} > /dev/full`);
      expect(printed.status).toBe(2);
      expect(printed.stderr).toMatch(/^Error: Cannot write “stdout”: the disk is full\. .*\n$/);
    }
    const written = call(`"${process.execPath}" "$BIN" validate bad.yaml --format json=/dev/full`);
    expect(written.status).toBe(2);
    expect(written.stderr).toContain('the disk is full');
  },
);

describe.skipIf(process.platform === 'win32')('Ctrl-C ends a run that waits for input', () => {
  test.each([
    ['by its signal', ['-'], [null, 'SIGINT', '']],
    [
      'after other files, which are reported',
      ['bad.yaml', '-'],
      [
        130,
        null,
        expect.stringMatching(/^(bad\.yaml:.*\n)+Error: Stopped as asked: 1 of 2 files are done\.\n$/),
      ],
    ],
  ])('%s', async (_, names, ending) => {
    const { cwd } = makeWorld({ 'bad.yaml': badForm });
    const child = spawn(process.execPath, [bin, 'validate', ...names], {
      cwd,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    const stop = () => child.kill('SIGINT');
    if (names[0] === '-') setTimeout(stop, 500);
    else child.stdout.once('data', stop);
    const [code, signal] = await once(child, 'close');
    expect([code, signal, output]).toEqual(ending);
  });
});

test.skipIf(process.platform === 'win32')(
  'Ctrl-C ends a run over many files, and what is done is told',
  async () => {
    const names = Array.from({ length: 3000 }, (_, index) => `f/${index}.yaml`);
    const { cwd, path } = makeWorld(Object.fromEntries(names.map((name) => [name, goodForm])));
    const child = spawn(process.execPath, [bin, 'render', 'f', '--out-dir', 'out', '--lang', 'en'], {
      cwd,
      env,
    });
    const [out, err] = [collect(child.stdout), collect(child.stderr)];
    child.stdout.once('data', () => child.kill('SIGINT'));
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
    const written = readdirSync(path('out'));
    expect(written.length).toBeLessThan(names.length);
    expect(written.filter((name) => !name.endsWith('.docx'))).toEqual([]);
    expect(out().match(/^Wrote /gm)).toHaveLength(written.length);
    expect(err()).toContain(`Stopped as asked: ${written.length} of 3,000 files are done`);
  },
);

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}

test('is executable and complete without node_modules, the optional PDF engine apart', () => {
  if (process.platform !== 'win32') expect(statSync(bin).mode & 0o111).toBe(0o111);
  const files = readdirSync(`${root}dist`).filter((file) => /\.c?js$/.test(file));
  for (const file of files) {
    const text = readFileSync(`${root}dist/${file}`, 'utf8');
    const names = [...text.matchAll(/\brequire\("([^"]+)"\)|\bfrom ?"([^"]+)"|\bimport\("([^"]+)"\)/g)].map(
      ([, a, b, c]) => a ?? b ?? c ?? '',
    );
    // ajv writes names of modules of its own into code that it makes, and never loads them here.
    const outside = names.filter(
      (name) => !/^(?:node:|\.\/|fs$|path$|url$|module$|events$|util$|os$|net$|crypto$)/.test(name),
    );
    expect(
      outside.filter((name) => !name.startsWith('ajv') && name !== '@myriaddreamin/typst-ts-node-compiler'),
      file,
    ).toEqual([]);
  }
});

test('checks without loading what other commands need', () => {
  const [check] = readdirSync(`${root}dist`).filter((file) => /^cli-check-.*\.cjs$/.test(file));
  for (const file of ['program.cjs', check]) {
    const text = readFileSync(`${root}dist/${file}`, 'utf8');
    // Names in the packages docx, saxes and yaml.
    for (const name of ['TableRow', 'SaxesParser', 'parseAllDocuments']) expect(text).not.toContain(name);
  }
});
