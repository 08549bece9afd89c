import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const shell = process.platform === 'win32';
const folder = mkdtempSync(join(tmpdir(), 'bieu2-package-'));

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}
let packed: Packed;
let installation: ReturnType<typeof run>;

const read = (...path: string[]) => readFileSync(join(folder, ...path));
function run(program: string, args: readonly string[], cwd = folder) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', shell });
  // A stack trace quotes its line, and lines of a bundle are long.
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${(stderr + stdout).slice(-2000)}`);
  return { stdout, stderr };
}
const call = (program: string, args: readonly string[], cwd = folder) => run(program, args, cwd).stdout;
const bieu2 = (...args: string[]) => call(join(folder, 'node_modules', '.bin', 'bieu2'), args);

/** The TypeScript examples of a document. */
const examplesIn = (file: string) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);

beforeAll(() => {
  if (!existsSync(join(root, 'dist/bin.cjs'))) throw new Error('There is no build to pack: npm run build');
  // As `npm pack` does it, in a copy: nothing else is to see the package.json that is packed.
  const copy = join(folder, 'copy');
  cpSync(root, copy, { recursive: true, filter: (path) => !/[\\/](?:node_modules|\.git)$/.test(path) });
  call(process.execPath, [join('src', 'build', 'packed-manifest.mjs')], copy);
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  [packed] = JSON.parse(call('npm', pack, copy));
  // The optional packages, 50 MB for PDF, are what an installation must do without.
  const options = ['--offline', '--omit=optional', '--no-audit', '--no-fund'];
  installation = run('npm', ['install', ...options, `./${packed.filename}`]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('holds what users need, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    const expected =
      /^(?:package\.json|LICENSE|README(?:\.vi)?\.md|CHANGELOG\.md|(?:dist|docs|schemas|examples|templates)\/.+)$/;
    expect(paths.filter((path) => !expected.test(path))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'dist/bin.cjs',
        'dist/index.js',
        'dist/THIRD_PARTY_LICENSES.txt',
        'dist/types/index.d.ts',
        'docs/cli.md',
        'docs/vi/cli.md',
        'schemas/form.schema.json',
        'schemas/report.schema.json',
        'templates/bieu-so-2.docx',
        'templates/starter-committee.yaml',
        'examples/bieu-so-2.yaml',
      ]),
    );
    expect(packed.size).toBeLessThan(1_200_000);
  });

  it('has the whole licence of every package that is in it', () => {
    const text = readFileSync(join(root, 'dist/THIRD_PARTY_LICENSES.txt'), 'utf8');
    const licences = text.split(`\n${'-'.repeat(72)}\n`).map((part) => part.trim());
    expect(licences.filter((part) => !/copyright/i.test(part) || part.length < 600)).toEqual([]);
    const names = licences.map((part) => part.split(' ', 1)[0]);
    expect(names).toEqual(expect.arrayContaining(['ajv', 'docx', 'nanoid', 'saxes', 'yaml']));
  });

  it('brings nothing along but the optional engine and fonts for PDF', () => {
    const { dependencies, optionalDependencies } = JSON.parse(
      read('node_modules', 'bieu2', 'package.json').toString(),
    );
    expect(dependencies).toBeUndefined();
    expect(Object.keys(optionalDependencies)).toEqual([
      '@expo-google-fonts/tinos',
      '@myriaddreamin/typst-ts-node-compiler',
    ]);
    const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !/^[.@]/.test(name));
    expect(installed).toEqual(['bieu2']);
  });

  it('is installed without a warning', () => {
    expect(installation.stdout + installation.stderr).not.toMatch(/warn/i);
    const { scripts, devDependencies, version } = JSON.parse(
      read('node_modules', 'bieu2', 'package.json').toString(),
    );
    expect({ scripts, devDependencies }).toEqual({});
    expect(version).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
  });

  it('leads from an empty folder to a Word document', () => {
    expect(bieu2('--version').trim()).toBe(
      JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    );
    bieu2('init', 'don-vi.yaml', '--unit', 'VĂN PHÒNG');
    expect(read('form.schema.json').equals(readFileSync(join(root, 'schemas/form.schema.json')))).toBe(true);
    expect(bieu2('validate', 'don-vi.yaml')).not.toContain(' error ');
    bieu2('render', 'don-vi.yaml');
    expect(read('don-vi.docx').subarray(0, 2).toString()).toBe('PK');
  });
});

describe('the API of the package', () => {
  // Since Node.js 22 even an import of `node:util` opens standard error, which counts as a handle.
  it('does nothing when it is imported', () => {
    const script = `
      const state = () => JSON.stringify([Object.keys(globalThis), process.eventNames(), process._getActiveHandles().length]);
      const before = state();
      await import('bieu2');
      if (state() !== before) throw new Error(before + ' became ' + state());`;
    expect(call(process.execPath, ['--input-type=module', '-e', shell ? `"${script}"` : script])).toBe('');
  });

  const examples = examplesIn('docs/api.md');
  const named = examples.map((code, index) => [`example-${index + 1}`, code] as const);

  it('is typed: the examples of docs/api.md compile, the declarations themselves included', () => {
    for (const [name, code] of named) writeFileSync(join(folder, `${name}.ts`), code);
    const compilerOptions = {
      target: 'es2022',
      module: 'nodenext',
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      types: ['node'],
      typeRoots: [join(root, 'node_modules', '@types')],
    };
    const files = named.map(([name]) => `${name}.ts`);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ ...JSON.parse(read('package.json').toString()), type: 'module' }),
    );
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    expect(call(process.execPath, [tsc, '-p', folder])).toBe('');
  });

  it('does what the examples of docs/api.md say', () => {
    writeFileSync(join(folder, 'bieu-so-2.yaml'), readFileSync(join(root, 'examples/bieu-so-2.yaml')));
    const phong = readFileSync(join(root, 'examples/compact-unit.yaml'), 'utf8');
    writeFileSync(join(folder, 'phong-1.yaml'), phong);
    writeFileSync(join(folder, 'phong-2.yaml'), phong.replace(/^unit: .*$/m, 'unit: PHÒNG HAI'));
    const out = named.map(([name]) =>
      call(process.execPath, [`${name}.js`])
        .trimEnd()
        .split('\n'),
    );

    expect(out[0]).toHaveLength(3);
    expect(out[0]?.[0]).toMatch(/^\d+:\d+ warning .*không xếp mức/);
    bieu2('render', 'bieu-so-2.yaml', '-o', 'by-command.docx');
    expect(read('bieu-so-2.docx').equals(read('by-command.docx'))).toBe(true);

    bieu2('import', 'bieu-so-2.docx', '-o', 'by-command.yaml', '--lang', 'en');
    expect(read('from-word.yaml').toString()).toBe(read('by-command.yaml').toString());
    expect(read('with-comments.docx').subarray(0, 2).toString()).toBe('PK');

    expect(out[2]?.[0]).toMatch(/^2 forms, \d+ tasks$/);
    expect(out[2]?.[1]).toMatch(/^\d+ rows, the first: \S/);
    bieu2(
      'merge',
      'phong-1.yaml',
      'phong-2.yaml',
      '-o',
      'by-command-2.yaml',
      '--unit',
      'SỞ A',
      '--lang',
      'vi',
    );
    expect(read('so-a.yaml').toString()).toBe(read('by-command-2.yaml').toString());

    expect(out[3]).toEqual(['0 fixes, 0 differences']);
    bieu2('render', 'bieu-so-2.yaml', '-o', 'by-command.html', '--template', 'ngang');
    expect(read('ngang.html').equals(read('by-command.html'))).toBe(true);
  });

  it('has the same examples in both languages, the first of them in the READMEs', () => {
    expect(examples.length).toBeGreaterThan(1);
    expect(examplesIn('docs/vi/api.md')).toEqual(examples);
    expect(examplesIn('README.md')).toEqual(examples.slice(0, 1));
    expect(examplesIn('README.vi.md')).toEqual(examples.slice(0, 1));
  });
});
