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
  /** Files within `src` that are loaded with it; not those that it takes types from, or loads when needed. */
  readonly loads: readonly string[];
  /** Packages, such as `ajv`. */
  readonly packages: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .sort()
  .map(readSourceFile);

function readSourceFile(path: string): SourceFile {
  const text = readFileSync(`${root}src/${path}`, 'utf8');
  const statements = [...text.matchAll(/^(?:import|export)\s(?<what>[^;'"]*?)from\s+'(?<from>[^']+)';/gms)];
  const dynamic = [...text.matchAll(/\bimport\('(?<from>[^']+)'\)/g)];
  const from = (matches: readonly RegExpExecArray[]) => matches.map(({ groups }) => groups?.from ?? '');
  const loaded = from(statements.filter(({ groups }) => !/^type\b/.test(groups?.what ?? '')));
  return {
    path,
    text,
    loads: loaded.filter((name) => name.startsWith('.')).map((name) => join(dirname(path), name)),
    packages: from([...statements, ...dynamic])
      .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && !builtinModules.includes(name))
      .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')),
  };
}

/** What talks to the world around the program. */
const worldly = ['cli', 'build'];
/** These start the program, or find its own files beside it. */
const doorstep = ['bin.ts', 'start.ts', 'package-files.ts'];

const pathsOf = (some: readonly SourceFile[]) => some.map(({ path }) => path);

describe('the files of src', () => {
  it('are found', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.find(({ path }) => path === 'validate.ts')?.loads).toContain('form/decode-form.ts');
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

  it('ask for the process, the time or chance in cli and build alone', () => {
    const asks =
      /\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|(?<![.\w])console\./;
    const pure = files.filter(
      ({ path }) => !worldly.includes(path.split('/')[0] ?? '') && !doorstep.includes(path),
    );
    expect(pathsOf(pure.filter(({ text }) => asks.test(text)))).toEqual([]);
  });

  it('have names in kebab-case, in folders that say what lives there', () => {
    const kebab = /^(?:[a-z\d-]+\/)*[a-z\d-]+(?:\.generated)?\.ts$/;
    const vague = /(?:^|\/)(?:utils?|helpers?|common|shared|core|misc|lib)(?:\/|\.ts$)/;
    expect(pathsOf(files).filter((path) => !kebab.test(path) || vague.test(path))).toEqual([]);
  });

  it('have no default export', () => {
    expect(pathsOf(files.filter(({ text }) => /^export default\b/m.test(text)))).toEqual([]);
  });

  it('import packages that package.json knows', () => {
    const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
    const kinds = ['dependencies', 'optionalDependencies', 'peerDependencies', 'devDependencies'];
    const known = kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {}));
    expect(files.flatMap(({ packages }) => packages).filter((name) => !known.includes(name))).toEqual([]);
  });
});
