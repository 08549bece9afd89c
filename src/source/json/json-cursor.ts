import { findNodeAtLocation, getLocation, parseTree } from 'jsonc-parser';
import type { Path, Range } from '../../diagnostics/finding.ts';

/** What may be written at an offset of a JSON text. */
export interface JsonCursor {
  readonly kind: 'key' | 'value';
  /** Of the map that the key goes into, or of the value. */
  readonly path: Path;
  /** Keys that the map has already. */
  readonly keys: readonly string[];
  /** What is typed already, with its quotes. */
  readonly span: Range;
  /** A colon follows what is typed. */
  readonly hasColon: boolean;
  /** What follows is the next entry: a comma has to part them. */
  readonly needsComma: boolean;
}

/** Undefined where no entry may begin. The text need not parse: while it is typed, it seldom does. */
export function jsonCursor(text: string, offset: number): JsonCursor | undefined {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  if (path.length === 0) return undefined;
  const isWithin = previousNode && offset <= previousNode.offset + previousNode.length;
  const typed = /[\w$.-]*$/.exec(text.slice(Math.max(0, offset - 40), offset))?.[0].length ?? 0;
  const span: Range = isWithin
    ? [previousNode.offset, previousNode.offset + previousNode.length]
    : [offset - typed, offset];
  const before = text.slice(0, span[0]).trimEnd().at(-1) ?? '';
  if (!(isAtPropertyKey ? '{,' : ':[,').includes(before)) return undefined;
  const after = /^\s*(\S?)/.exec(text.slice(span[1]))?.[1] ?? '';
  const shared = { span, hasColon: isAtPropertyKey && after === ':', needsComma: /["\d{[]/.test(after) };
  if (!isAtPropertyKey) return { ...shared, kind: 'value', path, keys: [] };
  const map = path.slice(0, -1);
  return { ...shared, kind: 'key', path: map, keys: keysOf(text, map, offset) };
}

/** The keys of a map but for the one at the cursor. */
function keysOf(text: string, map: Path, offset: number): string[] {
  const root = parseTree(text);
  const properties = (root && findNodeAtLocation(root, [...map]))?.children ?? [];
  return properties.flatMap(({ children }) => {
    const [key] = children ?? [];
    const isOther = key && (offset < key.offset || key.offset + key.length < offset);
    return isOther ? [String(key.value)] : [];
  });
}
