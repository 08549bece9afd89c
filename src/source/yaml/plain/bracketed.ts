import { listNode, mapNode, type ValueNode, type ValuePair } from '../../value-tree.ts';
import { doubt, inDoubt, type PlainLines } from './plain-lines.ts';
import { plainScalarInBrackets } from './plain-scalar.ts';
import { quotedScalar } from './quoted-scalar.ts';

/**
 * Parses a list or map in brackets; advances to the line below it.
 *
 * @param indent of its parent: further lines are deeper, except that of the last bracket
 */
export function bracketed(lines: PlainLines, start: number, indent: number): ValueNode {
  const node = collection({ lines, indent, level: 1 }, start);
  lines.moveBehind(node.end);
  return node;
}

interface Brackets {
  readonly lines: PlainLines;
  readonly indent: number;
  /** How many are open. */
  readonly level: number;
}

function collection(brackets: Brackets, start: number): ValueNode {
  const { lines } = brackets;
  const { text } = lines;
  lines.open();
  const isMap = text[start] === '{';
  const close = isMap ? '}' : ']';
  const items: ValueNode[] = [];
  const pairs: ValuePair[] = [];
  let at = next(brackets, start + 1);
  while (text[at] !== close) {
    const key = isMap ? lines.keyAt(at) : undefined;
    if (isMap && !key) throw doubt;
    const node = valueAt(brackets, key ? next(brackets, key.after) : at);
    if (key) pairs.push({ name: key.name, keyStart: at, keyEnd: key.end, node });
    else items.push(node);
    lines.countEntry();
    at = next(brackets, node.end);
    if (text[at] === ',') at = next(brackets, at + 1);
    else if (text[at] !== close) throw doubt;
  }
  lines.close();
  return isMap ? mapNode(start, at + 1, pairs, inDoubt) : listNode(start, at + 1, items);
}

function valueAt(brackets: Brackets, at: number): ValueNode {
  const { lines, indent, level } = brackets;
  switch (lines.text[at]) {
    case '[':
    case '{':
      return collection({ lines, indent, level: level + 1 }, at);
    case '"':
    case "'":
      return quotedScalar(lines, at, indent);
    default:
      return plainScalarInBrackets(lines, at, indent);
  }
}

/** Where there is content after spaces, comments and line breaks. */
function next({ lines, indent, level }: Brackets, from: number): number {
  let at = lines.spacesEnd(from);
  if (!lines.isLineEnd(at) && lines.text[at] !== '#') return at;
  if (!lines.isTail(from)) throw doubt;
  lines.moveTo(lines.nextLine(at));
  // The full parser reports errors if a comment below a text is indented less.
  if (lines.afterComment && !/[,[{:]/.test(lines.text.charAt(from - 1))) throw doubt;
  at = lines.start;
  const isLast = level === 1 && /[\]}]/.test(lines.text.charAt(at));
  if (lines.indent < indent + (isLast ? 0 : 1)) throw doubt;
  return at;
}
