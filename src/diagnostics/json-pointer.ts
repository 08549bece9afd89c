import type { Path } from './finding.ts';

/** A JSON Pointer (RFC 6901) as a path into `root`, with list items by number. */
export function pathOfPointer(pointer: string, root: unknown): Path {
  const path: (string | number)[] = [];
  let value = root;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    const step = Array.isArray(value) ? Number(key) : key;
    path.push(step);
    value = valueAt(value, [step]);
  }
  return path;
}

/** A path as a JSON Pointer (RFC 6901): `/groups/II/areas/0`; empty for the root. */
export function jsonPointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The path of an item or a key below another path. An array made by spreading takes 235 bytes, this one 90. */
export function pathBelow(path: Path, step: string | number): Path {
  const below = new Array<string | number>(path.length + 1);
  for (let depth = 0; depth < path.length; depth++) below[depth] = path[depth] ?? 0;
  below[path.length] = step;
  return below;
}

/** The value at a path; undefined if there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
