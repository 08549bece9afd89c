import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

/** The table of rooms in CONTRIBUTING.md: what each folder may import. */
const rooms = [
  ...readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').matchAll(
    /^\| `(\w+)` \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm,
  ),
].map(([, name = '', folders = '', packages = '']) => ({
  name,
  folders: [...folders.matchAll(/`([\w.]+)`/g)].map(([, folder]) => folder),
  isFree: folders.startsWith('everything'),
  packages: packages.split(', '),
}));

/** Where the machine appears: files, the process, the terminal. */
const worldly = ['cli', 'build'];
const harmless = ['node:util', 'node:zlib', 'node:crypto'];

function importsOf(folder: string) {
  if (!existsSync(join(src, folder))) return [];
  const files = readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /(?<!\.generated)\.ts$/.test(file))
    .flatMap((name) => {
      const file = join(src, folder, name);
      const text = readFileSync(file, 'utf8');
      return [...text.matchAll(/(?:\bfrom |\bimport\()'([^']+)'/g)].map(([, target = '']) => ({
        file,
        target,
      }));
    });
}

describe('the table of rooms', () => {
  it('names every folder of src', () => {
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map(({ name }) => name)).toEqual(expect.arrayContaining(folders.map(({ name }) => name)));
  });

  it.each(rooms)('holds for $name', ({ name, folders, isFree, packages }) => {
    const strangers = importsOf(name).flatMap(({ file, target }) => {
      const from = relative(root, file);
      if (target.startsWith('.')) {
        const [room = ''] = relative(src, resolve(dirname(file), target)).split(sep);
        const isBelow =
          room === name || folders.includes(room) || (isFree && (name === 'build' || room !== 'build'));
        return isBelow ? [] : [`${from} imports ${target}`];
      }
      if (target.startsWith('node:') || builtinModules.includes(target)) {
        return worldly.includes(name) || harmless.includes(target) ? [] : [`${from} imports ${target}`];
      }
      return packages.includes(target.split('/')[0] ?? '') ? [] : [`${from} imports ${target}`];
    });
    expect(strangers).toEqual([]);
  });
});
