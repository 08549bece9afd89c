import type { SourceTree } from '../../source-tree.ts';
import { blockScalar } from './block-scalar.ts';
import { bracketed } from './bracketed.ts';
import { doubt, PlainLines } from './plain-lines.ts';
import { listNode, mapNode, type PlainNode, type PlainPair, plainFinder } from './plain-node.ts';
import { plainScalar } from './plain-scalar.ts';
import { quotedScalar } from './quoted-scalar.ts';

/**
 * Reads the YAML in which forms are written: lists, maps of ASCII keys, and scalars in all their styles, without
 * anchors, tags, tabs and keys in several lines. It is many times faster than the full parser and gives the same
 * value and the same places; tests hold the two against each other. On any doubt, and on any error, it gives
 * undefined: then the full parser has to read the text.
 */
export function parsePlainYaml(text: string): SourceTree | undefined {
  if (unusual.test(text)) return undefined;
  try {
    const lines = new PlainLines(text);
    const root = documentIn(lines);
    return { value: root.value, oddNumbers: lines.oddNumbers, find: plainFinder(root) };
  } catch (error) {
    if (error === doubt) return undefined;
    throw error;
  }
}

/** Tabs, lone carriage returns, control characters and rare line breaks. */
const unusual = /[\0-\x09\x0B\x0C\x0E-\x1F\x7F\x85\u2028\u2029\uFEFF]|\r(?!\n)/;

/** The list or map of a text that may begin with a line `---` and end with a line `...`. */
function documentIn(lines: PlainLines): PlainNode {
  if (isMark(lines, '---')) lines.moveBehind(lines.start + 3);
  if (lines.indent !== 0) throw doubt;
  const root = block(lines, 0);
  if (isMark(lines, '...')) lines.moveBehind(lines.start + 3);
  if (lines.indent >= 0) throw doubt;
  return root;
}

const isMark = ({ text, start, indent }: PlainLines, mark: string) =>
  indent === 0 && text.startsWith(mark, start);

/** The list or map whose lines begin at `indent`, the current line first. */
function block(lines: PlainLines, indent: number): PlainNode {
  lines.open();
  const node = lines.isItem(lines.start) ? list(lines, indent) : map(lines, indent);
  lines.close();
  if (lines.indent > indent) throw doubt;
  return node;
}

function map(lines: PlainLines, indent: number): PlainNode {
  const { start } = lines;
  const pairs: PlainPair[] = [];
  let end = start;
  while (lines.indent === indent && !lines.isItem(lines.start)) {
    const keyStart = lines.start;
    const key = lines.keyAt(keyStart);
    if (!key) break;
    const node = valueAfter(lines, key.after, indent, true);
    pairs.push({ name: key.name, keyStart, keyEnd: key.end, node });
    lines.countEntry();
    end = node.end;
  }
  if (pairs.length === 0) throw doubt;
  return mapNode(start, end, pairs);
}

function list(lines: PlainLines, indent: number): PlainNode {
  const { start } = lines;
  const items: PlainNode[] = [];
  let end = start;
  while (lines.indent === indent && lines.isItem(lines.start)) {
    const node = item(lines, indent);
    items.push(node);
    lines.countEntry();
    end = node.end;
  }
  return listNode(start, end, items);
}

function item(lines: PlainLines, indent: number): PlainNode {
  const dash = lines.start;
  const content = lines.spacesEnd(dash + 1);
  if (lines.isItem(content)) throw doubt;
  if (!lines.keyAt(content)) return valueAfter(lines, dash + 1, indent, false);
  // A map that begins on the line of its dash: its keys are below each other.
  lines.start = content;
  lines.indent = indent + content - dash;
  return block(lines, lines.indent);
}

/** What follows a key's colon or an item's dash: on the same line, or on deeper ones. */
function valueAfter(lines: PlainLines, after: number, indent: number, isOfKey: boolean): PlainNode {
  const start = lines.spacesEnd(after);
  if (!lines.isTail(after)) return valueAt(lines, start, indent);
  lines.moveTo(lines.nextLine(start));
  const isItem = lines.isItem(lines.start);
  const isBelow = lines.indent > indent;
  if (isBelow ? isItem || lines.keyAt(lines.start) : isOfKey && isItem && lines.indent === indent) {
    return block(lines, lines.indent);
  }
  if (!isBelow) return { start, end: start, value: null };
  // The full parser finds errors that depend on how the comment is indented.
  if (lines.afterComment) throw doubt;
  return valueAt(lines, lines.start, indent);
}

/** A value that begins on the current line. */
function valueAt(lines: PlainLines, start: number, indent: number): PlainNode {
  switch (lines.text[start]) {
    case '"':
    case "'": {
      const node = quotedScalar(lines, start, indent);
      lines.moveBehind(node.end);
      if (lines.indent > indent) throw doubt;
      return node;
    }
    case '[':
    case '{':
      return bracketed(lines, start, indent);
    case '|':
    case '>':
      return blockScalar(lines, start, indent);
    default:
      return plainScalar(lines, start, indent);
  }
}
