import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  Pair,
  Scalar,
  YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Path } from '../diagnostics/finding.ts';
import { bareScalar, yamlDocument } from '../source/edit/write-yaml.ts';
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

/** Comments that apply to one place or file only: they are dropped with it. */
const bound = /^ *(?:bieu2-disable-(?:next-)?line|yaml-language-server)\b/;

/**
 * The comments of a node or entry, without their `#`, in the order of the text.
 *
 * @param without nodes and entries to leave out
 */
export function commentsOf(node: unknown, without: ReadonlySet<unknown> = new Set()): string[] {
  if (without.has(node)) return [];
  if (isPair(node)) return [...commentsOf(node.key, without), ...commentsOf(node.value, without)];
  if (!isNode(node)) return [];
  const inner = isCollection(node) ? node.items.flatMap((item) => commentsOf(item, without)) : [];
  return [...linesOf(node.commentBefore), ...inner, ...linesOf(node.comment)];
}

const linesOf = (comment: string | null | undefined): string[] =>
  (comment ?? '').split('\n').filter((line) => line.trim() !== '');

/** The comments of a form file above its groups, and those below. */
export function edgeComments({ contents, commentBefore, comment }: Document<Node>) {
  if (!isMap(contents)) return { head: [], foot: [] };
  const at = indexOf(contents, 'groups');
  const groups = entryOf(contents, 'groups');
  const within = (entries: readonly unknown[]) => entries.flatMap((entry) => commentsOf(entry));
  return {
    head: [
      ...linesOf(commentBefore),
      ...linesOf(contents.commentBefore),
      ...within([...contents.items.slice(0, at), groups?.key]),
    ],
    foot: [
      ...(isMap(groups?.value) ? linesOf(groups.value.comment) : []),
      ...within(contents.items.slice(at + 1)),
      ...linesOf(contents.comment),
      ...linesOf(comment),
    ],
  };
}

/** Adds comments to a node: those that apply there, each once, without those in `there`. @param at above it, or below */
export function addComments(
  node: Node | Document<Node>,
  comments: readonly string[],
  there: readonly string[] = [],
  at: 'commentBefore' | 'comment' = 'commentBefore',
): void {
  const known = new Set(there.map((line) => line.trim()));
  const fresh = comments.filter(
    (line) => !bound.test(line) && !known.has(line.trim()) && known.add(line.trim()),
  );
  node[at] = joinComments(node[at], ...fresh);
}

const keys = ['$schema', 'parentUnit', 'unit', 'signatures', 'notes'] as const;

/** Sets the fields of a form except its groups; their comments stay. @param old the form's value */
export function setFields(form: YAMLMap, old: unknown, value: Readonly<Record<string, unknown>>): void {
  for (const key of keys) {
    const wanted = value[key];
    if (JSON.stringify(wanted) === JSON.stringify(Reflect.get(Object(old), key))) continue;
    const entry = entryOf(form, key);
    if (wanted === undefined) remove(form, key);
    else if (!entry) insert(form, key, nodeOf(wanted));
    else if (isScalar(entry.value) && typeof wanted === 'string') entry.value.value = wanted;
    else {
      addComments(entry.key, commentsOf(entry.value));
      entry.value = nodeOf(wanted);
    }
  }
}

/** A node for a value. */
export const nodeOf = (value: unknown): Node | null => yamlDocument(value).contents;

function insert(form: YAMLMap, key: string, value: Node | null): void {
  const unit = key === 'parentUnit' ? indexOf(form, 'unit') : -1;
  form.items.splice(unit < 0 ? form.items.length : unit, 0, new Pair(new Scalar(key), value));
}

/** Removes a field; its comments move to the next one. */
function remove(form: YAMLMap, key: string): void {
  const at = indexOf(form, key);
  if (at < 0) return;
  const comments = commentsOf(form.items.splice(at, 1)[0]);
  const next = form.items[at]?.key;
  if (isScalar(next)) next.commentBefore = joinComments(...comments, next.commentBefore);
  else form.comment = joinComments(form.comment, ...comments);
}
