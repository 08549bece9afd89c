import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

interface SourceFile {
  /** Within `src`, such as `form/roman.ts`. */
  readonly path: string;
  readonly text: string;
  /** Files within `src` that it imports in any way: `import type` and `import()` included. */
  readonly imports: readonly string[];
  /** Those of them that are loaded together with it. */
  readonly loads: readonly string[];
  /** Packages, such as `ajv`, and modules of Node.js, such as `node:fs`. */
  readonly packages: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .sort()
  .map(readSourceFile);

function readSourceFile(path: string): SourceFile {
  const text = readFileSync(`${root}src/${path}`, 'utf8');
  const statements = [
    ...text.matchAll(/^(?:import|export)\s(?:[^;'"]*?from\s+)?'([^']+)'/gms),
    ...text.matchAll(/\bimport\('([^']+)'\)/g),
  ];
  const targets = statements.map(([, target = '']) => target);
  const within = (names: readonly string[]) =>
    names.filter((name) => name.startsWith('.')).map((name) => join(dirname(path), name));
  const loaded = text.matchAll(/^(?:import|export)\s(?!type\s)(?:[^;'"]*?from\s+)?'([^']+)'/gms);
  return {
    path,
    text,
    loads: within([...loaded].map(([, target = '']) => target)),
    imports: within(targets),
    packages: targets
      .filter((name) => !name.startsWith('.'))
      .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')),
  };
}

/** The tables of folders in CONTRIBUTING.md: what the files of each may import. */
const rooms = [
  ...readFileSync(`${root}CONTRIBUTING.md`, 'utf8').matchAll(
    /^\| `([\w/-]+)` \| [^|]+ \| ([^|]+) \|(?: ([^|]+) \|)?$/gm,
  ),
].map(([, name = '', may = '', packages = '']) => ({
  name,
  may: [...may.matchAll(/`([\w./-]+)`/g)].map(([, room = '']) => room),
  isFree: may.startsWith('everything'),
  packages: packages.trim().split(', '),
}));

const roomNames = new Set(rooms.map(({ name }) => name));

/** The innermost room of the tables that a file is in: `cli/run` for `cli/run/progress.ts`. */
function roomOf(path: string): string {
  let folder = dirname(path);
  while (folder !== '.' && !roomNames.has(folder)) folder = dirname(folder);
  return folder;
}

const isWithin = (path: string, room: string) => path === room || path.startsWith(`${room}/`);

/** What talks to the world around the program. */
const worldly = ['cli', 'build', 'start'];
const harmless = ['node:buffer', 'node:util', 'node:zlib', 'node:crypto', 'node:vm'];
/** These start the program, or find its own files beside it. */
const doorstep = ['bin.ts', 'package-files.ts'];

const pathsOf = (some: readonly SourceFile[]) => some.map(({ path }) => path);
const isBuiltin = (name: string) => name.startsWith('node:') || builtinModules.includes(name);

describe('the tables of folders', () => {
  it('name every folder of src', () => {
    const folders = readdirSync(`${root}src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const named = new Set([...roomNames].map((name) => name.split('/')[0]));
    expect([...named].sort()).toEqual(folders.map(({ name }) => name).sort());
  });

  it.each(rooms)('hold for $name', ({ name, may, isFree, packages }) => {
    const own = files.filter(({ path }) => roomOf(path) === name);
    const isWorldly = worldly.some((room) => isWithin(name, room));
    expect(own).not.toEqual([]);
    const strangers = own.flatMap((file) => [
      ...file.imports
        .filter(
          (path) =>
            !(
              isWithin(path, name) ||
              may.some((room) => isWithin(path, room)) ||
              (isFree && (name === 'build' || !isWithin(path, 'build')))
            ),
        )
        .map((path) => `${file.path} imports ${path}`),
      ...file.packages
        .filter((name) =>
          isBuiltin(name) ? !isWorldly && !harmless.includes(name) : !packages.includes(name),
        )
        .map((name) => `${file.path} imports ${name}`),
    ]);
    expect(strangers).toEqual([]);
  });
});

describe('the files of src', () => {
  it('are found', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.find(({ path }) => path === 'validate.ts')?.imports).toContain('form/decode-form.ts');
  });

  it('import each other in no circle', () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (trail.includes(path) || done.has(path)) return;
      for (const next of byPath.get(path)?.imports ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const { path } of files) visit(path, []);
    expect(circles).toEqual([]);
  });

  it.each(['validate', 'render'])('load no full parser for a plain form to %s', (command) => {
    const loaded = new Set([`cli/${command}/run.ts`]);
    for (const path of loaded) {
      for (const next of files.find((file) => file.path === path)?.loads ?? []) loaded.add(next);
    }
    expect(loaded).toContain('cli/check/check-file.ts');
    const parsers = files.filter(({ packages }) =>
      packages.some((name) => ['yaml', 'jsonc-parser', 'saxes'].includes(name)),
    );
    expect(pathsOf(parsers).filter((path) => loaded.has(path))).toEqual([]);
  });

  it('ask for the process, the time or chance in cli and build alone', () => {
    // A module of Node.js that is loaded late is an import like others.
    const asks =
      /\bprocess\.(?!getBuiltinModule\()|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|(?<![.\w])console\./;
    const pure = files.filter(
      ({ path }) => !worldly.some((room) => isWithin(path, room)) && !doorstep.includes(path),
    );
    expect(pathsOf(pure.filter(({ text }) => asks.test(text)))).toEqual([]);
  });

  it('have names in kebab-case, in folders that say what is in them', () => {
    const kebab = /^(?:[a-z\d-]+\/)*[a-z\d-]+\.ts$/;
    const vague = /(?:^|\/)(?:utils?|helpers?|common|shared|core|misc|lib)(?:\/|\.ts$)/;
    expect(pathsOf(files).filter((path) => !kebab.test(path) || vague.test(path))).toEqual([]);
  });

  it('have no default export', () => {
    expect(pathsOf(files.filter(({ text }) => /^export default\b/m.test(text)))).toEqual([]);
  });

  it('have each a name of their own, but for the parts that every command has', () => {
    const names = pathsOf(files.filter(({ path }) => !isWithin(path, 'generated'))).map((path) =>
      basename(path),
    );
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    expect(twice.filter((name) => !['command.ts', 'run.ts', 'index.ts'].includes(name))).toEqual([]);
  });

  it('export no name twice', () => {
    const declared =
      /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type|enum) +(\w+)/gm;
    const places = new Map<string, Set<string>>();
    // What is generated repeats the names of what it is generated from.
    for (const { path, text } of files.filter(({ path }) => !isWithin(path, 'generated'))) {
      for (const [, name = ''] of text.matchAll(declared)) {
        places.set(name, (places.get(name) ?? new Set()).add(path));
      }
    }
    expect(places.size).toBeGreaterThan(300);
    const twice = [...places].filter(([, paths]) => paths.size > 1);
    expect(twice.map(([name, paths]) => `${name} in ${[...paths].join(' and ')}`)).toEqual([]);
  });

  it('import packages that package.json names', () => {
    const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
    const kinds = ['dependencies', 'optionalDependencies', 'peerDependencies', 'devDependencies'];
    const known = kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {}));
    const asked = files.flatMap(({ packages }) => packages).filter((name) => !isBuiltin(name));
    expect(asked.filter((name) => !known.includes(name))).toEqual([]);
  });
});
