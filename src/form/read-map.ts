import type { Path } from '../diagnostics/finding.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { keysAt } from './form-keys.ts';

/** A map of the form file. */
export type PlainMap = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value and the path that really leads to it. */
export interface Entry {
  readonly value: unknown;
  readonly path: Path;
}

/**
 * The entry under `key`, or under the unknown key that was most likely meant for it: the misspelt key is a
 * finding of its own, and what it holds must not be missed a second time.
 */
export function entryAt(map: PlainMap, path: Path, key: string): Entry | undefined {
  if (key in map) return { value: map[key], path: [...path, key] };
  for (const [written, value] of Object.entries(map)) {
    if (meantKey(written, map, path) === key) return { value, path: [...path, written] };
  }
  return undefined;
}

/** Which known key an unknown one stands for; undefined when it is known itself or like none that is free. */
export function meantKey(written: string, map: PlainMap, path: Path): string | undefined {
  const known = keysAt(path);
  if (known.includes(written)) return undefined;
  return nearestWord(
    written,
    known.filter((key) => !(key in map)),
  );
}
