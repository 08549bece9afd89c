import { decodeBytes } from '../../decode-bytes.ts';
import type { Source, SourceTree } from '../../source.ts';
import { textSource } from '../../text-source.ts';
import { listNode, mapNode, sourceTree, type ValueNode, type ValuePair } from '../../value-tree.ts';
import { blockScalar } from './block-scalar.ts';
import { bracketed } from './bracketed.ts';
import { doubt, inDoubt, PlainLines } from './plain-lines.ts';
import { plainScalar } from './plain-scalar.ts';
import { quotedScalar } from './quoted-scalar.ts';

/**
 * Reads the YAML in which forms are written: lists, maps of ASCII keys, and scalars in all their styles, without
 * anchors, tags, tabs and keys in several lines. It is many times faster than the full parser and gives the same
 * value and the same places, as tests check. On any doubt, and on any error, it gives
 * undefined: then the full parser has to read the text.
 */
export function parsePlainYaml(text: string): SourceTree | undefined {
  if (unusual.test(text)) return undefined;
  try {
    const lines = new PlainLines(text);
    const root = documentIn(lines);
    return sourceTree(root, lines.oddNumbers);
  } catch (error) {
    if (error === doubt) return undefined;
    throw error;
  }
}

/** Tabs, lone carriage returns, control characters and rare line breaks. */
const unusual = /[\0-\x09\x0B\x0C\x0E-\x1F\x7F\x85\u2028\u2029\uFEFF]|\r(?!\n)/;

/** Parses the list or map of a text that may begin with a line `---` and end with a line `...`. */
function documentIn(lines: PlainLines): ValueNode {
  if (isMark(lines, '---')) lines.moveBehind(lines.start + 3);
  if (lines.indent !== 0) throw doubt;
  const isBracket = /[[{]/.test(lines.text.charAt(lines.start));
  const root = isBracket ? bracketed(lines, lines.start, 0) : block(lines, 0);
  if (isMark(lines, '...')) lines.moveBehind(lines.start + 3);
  if (lines.indent >= 0) throw doubt;
  return root;
}

const isMark = ({ text, start, indent }: PlainLines, mark: string) =>
  indent === 0 && text.startsWith(mark, start);

/**
 * The list or map whose lines begin at `indent`, the current line first. One function and not four that call each other:
 * V8 would compile each into each, a tenth of the time for 1,000 forms.
 */
function block(lines: PlainLines, indent: number): ValueNode {
  lines.open();
  const { start } = lines;
  const isList = lines.isItem(start);
  const items: ValueNode[] = [];
  const pairs: ValuePair[] = [];
  let end = start;
  while (lines.indent === indent && lines.isItem(lines.start) === isList) {
    const entry = lines.start;
    if (isList) {
      const node = valueAfter(lines, entry + 1, indent, false);
      items.push(node);
      end = node.end;
    } else {
      const key = lines.keyAt(entry);
      if (!key) break;
      const node = valueAfter(lines, key.after, indent, true);
      pairs.push({ name: key.name, keyStart: entry, keyEnd: key.end, node });
      end = node.end;
    }
    lines.countEntry();
  }
  lines.close();
  if (end === start || lines.indent > indent) throw doubt;
  return isList ? listNode(start, end, items) : mapNode(start, end, pairs, inDoubt);
}

/** Parses what follows a key's colon or an item's dash, on the same line or on deeper ones. */
function valueAfter(lines: PlainLines, after: number, indent: number, isOfKey: boolean): ValueNode {
  let start = lines.spacesEnd(after);
  if (lines.isTail(after)) {
    lines.moveTo(lines.nextLine(start));
    const isItem = lines.isItem(lines.start);
    const isBelow = lines.indent > indent;
    if (isBelow ? isItem || lines.keyAt(lines.start) : isOfKey && isItem && lines.indent === indent) {
      return block(lines, lines.indent);
    }
    if (!isBelow) return { start, end: start, value: null };
    // The full parser finds errors that depend on how the comment is indented.
    if (lines.afterComment) throw doubt;
    start = lines.start;
  } else if (!isOfKey) {
    if (lines.isItem(start)) throw doubt;
    if (lines.keyAt(start)) {
      // A map that begins on the line of its dash: its keys are aligned.
      lines.indent = indent + start - lines.start;
      lines.start = start;
      return block(lines, lines.indent);
    }
  }
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

/**
 * Parses a form in plain YAML without loading the full parsers. Undefined for
 * everything else, which `parseText` then reads.
 */
export function parsePlain(content: Uint8Array, file: string): Source | undefined {
  if (/\.json$/i.test(file)) return undefined;
  const { text, problem } = decodeBytes(content);
  const tree = text === undefined || problem ? undefined : parsePlainYaml(text);
  return text !== undefined && tree ? textSource(file, text, tree, []) : undefined;
}
