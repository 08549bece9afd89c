import { type Document, isCollection, isMap, isNode, isPair, type Node } from 'yaml';
import { entryOf, indexOf, joinComments } from './nodes.ts';

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

/** Adds comments above a node: those that apply there, each once, without those in `there`. */
export function addAbove(
  node: Pick<Node, 'commentBefore'>,
  comments: readonly string[],
  there?: readonly string[],
) {
  node.commentBefore = joinComments(node.commentBefore, ...freshOf(comments, there));
}

/** Adds comments below everything; otherwise as `addAbove`. */
export function addBelow(document: Document<Node>, comments: readonly string[], there?: readonly string[]) {
  document.comment = joinComments(document.comment, ...freshOf(comments, there));
}

function freshOf(comments: readonly string[], there: readonly string[] = []): string[] {
  const known = new Set(there.map((line) => line.trim()));
  return comments.filter((line) => !bound.test(line) && !known.has(line.trim()) && known.add(line.trim()));
}
