import type { Change, Path } from '../../diagnostics/finding.ts';
import { emptyMap, isMap, valueAt } from '../../diagnostics/plain-value.ts';
import type { Source } from '../source.ts';
import { withAliases } from '../yaml/with-aliases.ts';
import { applyEdits, type TextEdit } from './apply-edits.ts';

/**
 * The expected value of a source after changes, to compare with the value of the changed text. Undefined if
 * a change does not fit the value at its path, or concerns only the text.
 */
export function applyChanges(source: Source, changes: readonly Change[]): unknown {
  const file = { value: copyOf(source.value) };
  const at = (path: Path) => valueAt(file, ['value', ...path]);
  const put = (path: Path, value: unknown) => {
    const [holder, step] = path.length === 0 ? [file, 'value'] : [at(path.slice(0, -1)), path.at(-1) ?? ''];
    if (typeof holder === 'object' && holder !== null) Reflect.set(holder, step, value);
  };
  const ordered = [...withAliases(source, changes)].sort(fromWithin);
  for (const [path, parts] of replacementsByPath(ordered)) {
    const found = at(path);
    if (typeof found !== 'string') return undefined;
    put(path, applyEdits(found, parts));
  }
  for (const change of ordered) {
    if (change.kind === 'to-utf8') continue;
    if (!('path' in change)) return undefined;
    const { path } = change;
    const key = String(path.at(-1));
    const parent = path.slice(0, -1);
    switch (change.kind) {
      case 'replace':
        break;
      case 'set':
        put(path, change.value);
        break;
      case 'add':
        put(parent, added(at(parent), key, change.before, change.value));
        break;
      case 'remove':
        put(parent, without(at(parent), key));
        break;
      case 'rename':
        put(parent, { ...without(at(parent), key), [change.key]: at(path) });
        break;
      case 'quote':
        put(path, slice(source, path, false));
        break;
      case 'quote-pair': {
        const rest = without(at(parent), key);
        const text = slice(source, path, true);
        put(parent, Object.keys(rest).length === 0 ? text : { ...rest, [change.under]: text });
      }
    }
  }
  return file.value;
}

/** A copy in which aliases share nothing. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isMap(value)) return value;
  const copy = emptyMap();
  for (const [key, entry] of Object.entries(value)) copy[key] = copyOf(entry);
  return copy;
}

function replacementsByPath(changes: readonly Change[]): Map<Path, TextEdit[]> {
  const byKey = new Map<string, [Path, TextEdit[]]>();
  for (const change of changes) {
    if (change.kind !== 'replace') continue;
    const key = JSON.stringify(change.path);
    const entry = byKey.get(key) ?? [change.path, []];
    byKey.set(key, entry);
    entry[1].push({ span: change.range, text: change.text });
  }
  return new Map(byKey.values());
}

const order: readonly Change['kind'][] = ['replace', 'set', 'quote', 'remove', 'add', 'quote-pair', 'rename'];

/** Paths and ranges refer to the original source, so changes that keep them valid come first. */
function fromWithin(a: Change, b: Change): number {
  const depthOf = (change: Change) => ('path' in change ? change.path.length : 0);
  return order.indexOf(a.kind) - order.indexOf(b.kind) || depthOf(b) - depthOf(a);
}

/** Whether a source has a value; numbers may be written as texts and vice versa. */
export function hasValue(source: Source, expected: unknown): boolean {
  const same = (a: unknown, b: unknown, path: Path): boolean => {
    if (Object.is(a, b)) return true;
    if (Array.isArray(a) && Array.isArray(b)) {
      return a.length === b.length && a.every((item, index) => same(item, b[index], [...path, index]));
    }
    if (isMap(a) && isMap(b)) {
      const keys = Object.keys(a);
      return (
        keys.length === Object.keys(b).length &&
        keys.every((key) => key in b && same(Reflect.get(a, key), Reflect.get(b, key), [...path, key]))
      );
    }
    return typeof b === 'string' && typeof a === 'number' && source.scalarText(path) === b;
  };
  return same(source.value, expected, []);
}

const added = (map: unknown, key: string, textKey: string, value: string) =>
  isMap(map) ? { ...map, [key]: value } : { [key]: value, [textKey]: map };

function without(map: unknown, key: string): object {
  return Object.fromEntries(Object.entries(map ?? {}).filter(([name]) => name !== key));
}

/** The source text at a path, with or without its key. */
function slice(source: Source, path: Path, withKey: boolean): string {
  const node = source.find?.(path);
  if (!node || source.text === undefined) return '';
  return source.text.slice((withKey ? node.key?.[0] : undefined) ?? node.value[0], node.value[1]).trimEnd();
}
