import type { Change, Path } from '../../diagnostics/finding.ts';
import { emptyMap, isMap, valueAt } from '../../diagnostics/plain-value.ts';
import type { Source } from '../source.ts';
import { withAliases } from '../yaml/with-aliases.ts';

/**
 * The expected value of a source after changes, to compare with the value of the changed text. Undefined if
 * a change does not fit the value at its path, or concerns only the text.
 */
export function applyChanges(source: Source, changes: readonly Change[]): unknown {
  const draft = new Draft(source.value);
  const ordered = [...withAliases(source, changes)].sort(fromWithin);
  for (const [path, parts] of replacementsByPath(ordered)) {
    const found = draft.at(path);
    if (typeof found !== 'string') return undefined;
    draft.put(path, replaced(found, parts));
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
        draft.put(path, change.value);
        break;
      case 'add':
        draft.put(parent, added(draft.at(parent), key, change.before, change.value));
        break;
      case 'remove':
        draft.put(parent, without(draft.at(parent), key));
        break;
      case 'rename':
        draft.put(parent, { ...without(draft.at(parent), key), [change.key]: draft.at(path) });
        break;
      case 'quote':
        draft.put(path, slice(source, path, false));
        break;
      case 'quote-pair': {
        const rest = without(draft.at(parent), key);
        const text = slice(source, path, true);
        draft.put(parent, Object.keys(rest).length === 0 ? text : { ...rest, [change.under]: text });
      }
    }
  }
  return draft.value;
}

/** Replaces parts of a value: their ancestors are copied once, the rest is shared. */
class Draft {
  readonly #own = new Set<unknown>();
  value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }

  at(path: Path): unknown {
    return valueAt(this.value, path);
  }

  put(path: Path, value: unknown): void {
    const last = path.at(-1);
    if (last === undefined) {
      this.value = value;
      return;
    }
    let holder = this.#owned(this.value);
    this.value = holder;
    for (const step of path.slice(0, -1)) {
      if (!isContainer(holder)) return;
      const inner = this.#owned(Reflect.get(holder, step));
      Reflect.set(holder, step, inner);
      holder = inner;
    }
    if (isContainer(holder)) Reflect.set(holder, last, value);
  }

  #owned(value: unknown): unknown {
    if (!isContainer(value) || this.#own.has(value)) return value;
    const copy = Array.isArray(value) ? [...value] : Object.assign(emptyMap(), value);
    this.#own.add(copy);
    return copy;
  }
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

type Replacement = Extract<Change, { kind: 'replace' }>;

function replacementsByPath(changes: readonly Change[]): Map<Path, Replacement[]> {
  const byKey = new Map<string, [Path, Replacement[]]>();
  for (const change of changes) {
    if (change.kind !== 'replace') continue;
    const key = JSON.stringify(change.path);
    const entry = byKey.get(key) ?? [change.path, []];
    byKey.set(key, entry);
    entry[1].push(change);
  }
  return new Map(byKey.values());
}

/** @param parts last first */
function replaced(text: string, parts: readonly Replacement[]): string {
  const pieces: string[] = [];
  let end = text.length;
  for (const { range, text: piece } of parts) {
    pieces.push(text.slice(range[1], end), piece);
    end = range[0];
  }
  return [...pieces, text.slice(0, end)].reverse().join('');
}

const order: readonly Change['kind'][] = ['replace', 'set', 'quote', 'remove', 'add', 'quote-pair', 'rename'];

/** Paths and ranges refer to the original source, so changes that keep them valid come first. */
function fromWithin(a: Change, b: Change): number {
  if (a.kind === 'replace' && b.kind === 'replace') return b.range[0] - a.range[0];
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
