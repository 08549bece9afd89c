import { type Document, isMap, isScalar, isSeq, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Path } from '../diagnostics/finding.ts';
import { bareScalar } from '../source/edit/write-yaml.ts';
import { yamlKey } from '../source/yaml/yaml-value.ts';

/** An entry of a map of a form: its keys are scalars. */
export interface MapEntry<Value = unknown> extends Pair<Scalar, Value> {
  value: Value;
}

export function entryOf(map: unknown, key: string): MapEntry | undefined {
  const found = isMap(map) ? map.items[indexOf(map, key)] : undefined;
  return found && isScalar(found.key) ? (found as MapEntry) : undefined;
}

/** The index of the entry with a key; -1 if there is none. */
export const indexOf = (map: YAMLMap, key: string): number =>
  map.items.findIndex((pair) => yamlKey(pair) === key);

/** Asserts that a value is present. @throws Error otherwise */
export function needed<Found>(found: Found | undefined, path: Path): Found {
  if (found === undefined) throw new Error(`There is nothing at ${path.join('/')}`);
  return found;
}

/** The node at a path. @throws Error where there is none */
export function nodeAt(document: Document<Node>, path: Path): Node {
  let node: unknown = document.contents;
  for (const step of path) {
    node = isSeq(node) && typeof step === 'number' ? node.items[step] : entryOf(node, String(step))?.value;
  }
  return needed(isMap(node) || isSeq(node) || isScalar(node) ? node : undefined, path);
}

/** The entry that leads to a path. @throws Error where there is none */
export const entryAt = (document: Document<Node>, path: Path): MapEntry =>
  needed(entryOf(nodeAt(document, path.slice(0, -1)), String(path.at(-1))), path);

/** The entry of a map that holds its list of positions, areas or tasks. @throws Error where it has none */
export function listIn(map: unknown): MapEntry<YAMLSeq> {
  for (const key of ['positions', 'areas', 'tasks']) {
    const entry = entryOf(map, key);
    if (isSeq(entry?.value)) return entry as MapEntry<YAMLSeq>;
  }
  throw new Error('There is no list of positions, areas or tasks');
}

/** Joins comments, one below the other. */
export const joinComments = (...comments: readonly (string | null | undefined)[]): string | null =>
  comments.filter(Boolean).join('\n') || null;

/** An item for a list, and the input that it comes from. */
export interface ListItem {
  readonly node: Node;
  readonly input: number;
}

/** Replaces the items of an input's list. A comment below its own last item stays below that item. */
export function fill(list: YAMLSeq, input: number, items: readonly ListItem[]): void {
  const last = items.findLastIndex((item) => item.input === input);
  const next = items[last + 1]?.node;
  if (next && list.comment && last >= 0) {
    next.commentBefore = joinComments(list.comment, next.commentBefore);
    list.comment = null;
  }
  list.items = items.map(({ node }) => node);
  list.flow = false;
}

/** Sets a number or code. A number becomes the first key of its map; a code is only replaced. */
export function setNumber(map: YAMLMap, key: 'number' | 'code', text: string): void {
  const entry = entryOf(map, key);
  const old = entry?.value;
  if (isScalar(old) && (old.source ?? String(old.value)) === text) return;
  const scalar = bareScalar(text);
  if (entry) {
    if (isScalar(old)) Object.assign(scalar, { comment: old.comment, commentBefore: old.commentBefore });
    entry.value = scalar;
  } else if (key === 'number') map.items.unshift(new Pair(new Scalar(key), scalar));
}

/** Turns a task that is only a text into a map, which can have a number. */
export function asMap(text: Scalar): YAMLMap {
  const map = new YAMLMap();
  Object.assign(map, { commentBefore: text.commentBefore, spaceBefore: text.spaceBefore });
  Object.assign(text, { commentBefore: undefined, spaceBefore: false });
  map.items.push(new Pair(new Scalar('text'), text));
  return map;
}

/** A position or area without tasks. */
export function emptySection(title: string): YAMLMap {
  const map = new YAMLMap();
  map.items.push(
    new Pair(new Scalar('title'), new Scalar(title)),
    new Pair(new Scalar('tasks'), new YAMLSeq()),
  );
  return map;
}
