import type { Change } from '../../diagnostics/change.ts';
import type { Path } from '../../diagnostics/finding.ts';
import { valueAt } from '../../diagnostics/json-pointer.ts';
import type { Source } from '../source.ts';
import { withAliases } from '../yaml/with-aliases.ts';

/**
 * The value that a source ought to have once changes are made, to hold against what a changed text really
 * says. Undefined where a change meets a value that it is not meant for, or speaks of the text alone.
 */
export function applyChanges(source: Source, changes: readonly Change[]): unknown {
  let root = source.value;
  for (const change of [...withAliases(source, changes)].sort(fromWithin)) {
    if (change.kind === 'quote-at' || change.kind === 'insert') return undefined;
    const { path } = change;
    const key = String(path.at(-1));
    const parent = path.slice(0, -1);
    const found = valueAt(root, path);
    switch (change.kind) {
      case 'replace':
        if (typeof found !== 'string') return undefined;
        root = put(root, path, found.slice(0, change.range[0]) + change.text + found.slice(change.range[1]));
        break;
      case 'set':
        root = put(root, path, change.value);
        break;
      case 'add':
        root = put(root, parent, added(valueAt(root, parent), key, change.before, change.value));
        break;
      case 'remove':
        root = put(root, parent, without(valueAt(root, parent), key));
        break;
      case 'rename':
        root = put(root, parent, { ...without(valueAt(root, parent), key), [change.key]: found });
        break;
      case 'quote':
        root = put(root, path, slice(source, path, false));
        break;
      case 'quote-pair': {
        const rest = without(valueAt(root, parent), key);
        const text = slice(source, path, true);
        root = put(root, parent, Object.keys(rest).length === 0 ? text : { ...rest, [change.under]: text });
      }
    }
  }
  return root;
}

const order: readonly Change['kind'][] = ['replace', 'set', 'quote', 'remove', 'add', 'quote-pair', 'rename'];

/** Paths and ranges tell of the source as it is: what changes none of them comes first. */
function fromWithin(a: Change, b: Change): number {
  if (a.kind === 'replace' && b.kind === 'replace') return b.range[0] - a.range[0];
  const depthOf = (change: Change) => ('path' in change ? change.path.length : 0);
  return order.indexOf(a.kind) - order.indexOf(b.kind) || depthOf(b) - depthOf(a);
}

/** Whether a source has a value; numbers may be written as texts and the other way round. */
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

const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function put(root: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(root)) return root.map((item, index) => (index === step ? put(item, rest, value) : item));
  return isMap(root) ? { ...root, [step]: put(Reflect.get(root, step), rest, value) } : root;
}

const added = (map: unknown, key: string, textKey: string, value: string) =>
  isMap(map) ? { ...map, [key]: value } : { [key]: value, [textKey]: map };

function without(map: unknown, key: string): object {
  return Object.fromEntries(Object.entries(map ?? {}).filter(([name]) => name !== key));
}

/** What is written at a path, with its key or without. */
function slice(source: Source, path: Path, withKey: boolean): string {
  const node = source.find?.(path);
  if (!node || source.text === undefined) return '';
  return source.text.slice((withKey ? node.key?.[0] : undefined) ?? node.value[0], node.value[1]).trimEnd();
}
