import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

interface SourceFile {
  /** Within `src`, such as `form/roman.ts`. */
  readonly path: string;
  readonly text: string;
  /** Files within `src` that it imports, for their types or for what they do. */
  readonly imports: readonly string[];
  /** Of these, those that are loaded with it. */
  readonly loads: readonly string[];
  /** Packages and modules of Node.js, such as `ajv` or `node:fs`. */
  readonly packages: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(`${root}src`, { recursive: true })
  .map((path) => String(path).replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .sort()
  .map(readSourceFile);

function readSourceFile(path: string): SourceFile {
  const text = readFileSync(`${root}src/${path}`, 'utf8');
  const statements = [...text.matchAll(/^(?:import|export)\s(?<what>[^;'"]*?)from\s+'(?<from>[^']+)';/gms)];
  const sideEffects = [...text.matchAll(/^import '(?<from>[^']+)';/gm)];
  const dynamic = [...text.matchAll(/\bimport\('(?<from>[^']+)'\)/g)];
  const all = [...statements, ...sideEffects, ...dynamic].map(({ groups }) => ({
    from: groups?.from ?? '',
    isType: /^type\b/.test(groups?.what ?? ''),
  }));
  const inside = (from: string) => join(dirname(path), from).replace(/\.js$/, '.d.ts');
  const relative = all.filter(({ from }) => from.startsWith('.'));
  const atStart = statements.filter(({ groups }) => !/^type\b/.test(groups?.what ?? ''));
  return {
    path,
    text,
    imports: relative.map(({ from }) => inside(from)),
    loads: atStart
      .map(({ groups }) => groups?.from ?? '')
      .filter((from) => from.startsWith('.'))
      .map(inside),
    packages: all
      .map(({ from }) => from)
      .filter((from) => !from.startsWith('.'))
      .map((from) => (from.startsWith('@') ? from.split('/', 2).join('/') : (from.split('/')[0] ?? from))),
  };
}

/** Files directly in `src` have no folder. */
const folderOf = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : '');

const unique = (names: Iterable<string>) => [...new Set(names)].sort();

/** The table of folders in CONTRIBUTING.md: what each may import, which packages are at home there. */
const table = new Map(
  [
    ...readFileSync(`${root}CONTRIBUTING.md`, 'utf8').matchAll(
      /^\| `(?<folder>[\w-]+)` \|[^|]*\| (?<imports>[^|]*) \| (?<packages>[^|]*) \|$/gm,
    ),
  ].map(({ groups }) => [
    groups?.folder ?? '',
    {
      imports: groups?.imports ?? '',
      packages: (groups?.packages ?? '').split(', ').filter((name) => name !== '–'),
    },
  ]),
);

/** They start the program, or find its own files beside it. */
const doorstep = ['bin.ts', 'start.ts', 'package-files.ts'];

const folders = unique(files.map(({ path }) => folderOf(path))).filter((folder) => folder !== '');

describe('the folders of src', () => {
  it('are those of the table in CONTRIBUTING.md', () => {
    expect([...table.keys()].sort()).toEqual(folders);
  });

  it.each(folders)('%s imports what the table allows, and the table allows no more', (folder) => {
    const own = files.filter(({ path }) => folderOf(path) === folder);
    const imported = unique(own.flatMap(({ imports }) => imports.map(folderOf))).filter(
      (name) => name !== folder,
    );
    const allowed = table.get(folder)?.imports ?? '';
    if (allowed.startsWith('everything')) {
      const except = [...allowed.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
      expect(imported.filter((name) => except.includes(name))).toEqual([]);
    } else {
      expect(imported).toEqual(
        [...allowed.matchAll(/`([^`]+)`/g)].map(([, name]) => (name === 'src/*.ts' ? '' : name)).sort(),
      );
    }
  });

  it.each(folders)('%s uses the packages that are at home there', (folder) => {
    const own = files.filter(({ path }) => folderOf(path) === folder);
    const used = unique(own.flatMap(({ packages }) => packages)).filter((name) => !isBuiltin(name));
    const home = table.get(folder)?.packages ?? [];
    expect(used.filter((name) => !home.includes(name))).toEqual([]);
  });

  it('have names that say what lives there', () => {
    const vague = /^(?:utils?|helpers?|common|shared|core|misc|lib)$/;
    expect(
      files.flatMap(({ path }) => path.split('/').slice(0, -1)).filter((name) => vague.test(name)),
    ).toEqual([]);
  });
});

const isBuiltin = (name: string) => name.startsWith('node:') || builtinModules.includes(name);

describe('the files of src', () => {
  it('touch the world around the program in cli and build alone', () => {
    const pure = files.filter(
      ({ path }) => !['cli', 'build'].includes(folderOf(path)) && !doorstep.includes(path),
    );
    const worldly =
      /\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bconsole\./;
    const offending = pure.filter(
      ({ text, packages }) =>
        packages.some((name) => /^node:(?:fs|process|os|child_process|tty|net)/.test(name)) ||
        worldly.test(text),
    );
    expect(offending.map(({ path }) => path)).toEqual([]);
  });

  it('load each other in no circle', () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (trail.includes(path) || done.has(path)) return;
      for (const next of byPath.get(path)?.loads ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const { path } of files) visit(path, []);
    expect(circles).toEqual([]);
  });

  it('have names in kebab-case and no default export', () => {
    expect(
      files
        .map(({ path }) => path)
        .filter((path) => !/^(?:[a-z\d-]+\/)*[a-z\d-]+(?:\.generated)?\.ts$/.test(path)),
    ).toEqual([]);
    expect(files.filter(({ text }) => /^export default\b/m.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('import nothing that the package does not know', () => {
    const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
    const known = Object.keys({
      ...manifest.dependencies,
      ...manifest.optionalDependencies,
      ...manifest.peerDependencies,
      ...manifest.devDependencies,
    });
    const used = unique(files.flatMap(({ packages }) => packages)).filter((name) => !isBuiltin(name));
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  });
});
