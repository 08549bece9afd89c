/** `tsc` writes a declaration for every module: deletes those that the public ones do not use. */
import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../dist/types', import.meta.url));
const needed = new Set<string>();

function follow(file: string) {
  if (needed.has(file)) return;
  needed.add(file);
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(
    /(?:\bfrom |\bimport\()["'](\.[^"']+)\.ts["']/g,
  )) {
    follow(join(dirname(file), `${target}.d.ts`));
  }
}

follow(join(folder, 'index.d.ts'));
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (entry.isFile() && !needed.has(path)) rmSync(path);
}
for (const entry of readdirSync(folder, { withFileTypes: true })) {
  if (entry.isDirectory() && readdirSync(join(folder, entry.name)).length === 0)
    rmdirSync(join(folder, entry.name));
}
