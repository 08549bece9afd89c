import { jsonCursor } from '../source/json/json-cursor.ts';
import type { Cursor } from './cursor.ts';

/** Tells what may be written at an offset of JSON. Undefined where no entry may begin. */
export function jsonCursorAt(text: string, offset: number): Cursor | undefined {
  const found = jsonCursor(text, offset);
  if (!found) return undefined;
  const { kind, path, ...rest } = found;
  const shared = { ...rest, column: 0, opensItem: false };
  const last = path.at(-1);
  if (kind === 'value' && typeof last === 'number') {
    return { ...shared, kind: 'item', path: path.slice(0, -1), index: last };
  }
  const item = kind === 'key' ? last : path.at(-2);
  return { ...shared, kind, path, index: typeof item === 'number' ? item : 0 };
}
