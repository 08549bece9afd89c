import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const read = (...path: string[]) => readFileSync(join(folder, ...path));
function call(program: string, args: readonly string[], cwd = folder): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', shell });
  // A stack trace quotes its line, and lines of a bundle are long.
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${(stderr + stdout).slice(-2000)}`);
  return stdout;
}
const bieu2 = (...args: string[]) => call(join(folder, 'node_modules', '.bin', 'bieu2'), args);

/** The TypeScript example of a README. */
const exampleIn = (readme: string) =>
  /```ts\n(.*?)```/s.exec(readFileSync(join(root, readme), 'utf8'))?.[1] ?? '';

beforeAll(() => {
  if (!existsSync(join(root, 'dist/bin.cjs'))) throw new Error('There is no build to pack: npm run build');
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  [packed] = JSON.parse(call('npm', pack, root));
  // The optional packages, 50 MB for PDF, are what an installation must do without.
  const options = ['--offline', '--omit=optional', '--no-audit', '--no-fund'];
  call('npm', ['install', ...options, `./${packed.filename}`]);
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

  it('is typed: the example in README compiles, the declarations themselves included', () => {
    writeFileSync(join(folder, 'example.ts'), exampleIn('README.md'));
    const compilerOptions = {
      target: 'es2022',
      module: 'nodenext',
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      types: ['node'],
      typeRoots: [join(root, 'node_modules', '@types')],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['example.ts'] }));
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ ...JSON.parse(read('package.json').toString()), type: 'module' }),
    );
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    expect(call(process.execPath, [tsc, '-p', folder])).toBe('');
  });

  it('renders, by the example in README, the same bytes as the command', () => {
    writeFileSync(join(folder, 'bieu-so-2.yaml'), readFileSync(join(root, 'examples/bieu-so-2.yaml')));
    const lines = call(process.execPath, ['example.js']).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^bieu-so-2\.yaml:\d+:\d+ warning unrated-task /);
    bieu2('render', 'bieu-so-2.yaml', '-o', 'by-command.docx');
    expect(read('bieu-so-2.docx').equals(read('by-command.docx'))).toBe(true);
  });

  it('has the same example in both READMEs', () => {
    expect(exampleIn('README.md')).not.toBe('');
    expect(exampleIn('README.vi.md')).toBe(exampleIn('README.md'));
  });
});
