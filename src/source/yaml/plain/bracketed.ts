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
  const node = new BracketParser(lines, indent).collection(start);
  lines.moveBehind(node.end);
  return node;
}

class BracketParser {
  readonly #lines: PlainLines;
  readonly #indent: number;
  #level = 0;

  constructor(lines: PlainLines, indent: number) {
    this.#lines = lines;
    this.#indent = indent;
  }

  collection(start: number): ValueNode {
    const { text } = this.#lines;
    this.#lines.open();
    this.#level++;
    const isMap = text[start] === '{';
    const close = isMap ? '}' : ']';
    const items: ValueNode[] = [];
    const pairs: ValuePair[] = [];
    let at = this.#next(start + 1);
    while (text[at] !== close) {
      const node = isMap ? this.#pair(at, pairs) : this.#value(at);
      if (!isMap) items.push(node);
      this.#lines.countEntry();
      at = this.#next(node.end);
      if (text[at] === ',') at = this.#next(at + 1);
      else if (text[at] !== close) throw doubt;
    }
    this.#level--;
    this.#lines.close();
    return isMap ? mapNode(start, at + 1, pairs, inDoubt) : listNode(start, at + 1, items);
  }

  #pair(keyStart: number, pairs: ValuePair[]): ValueNode {
    const key = this.#lines.keyAt(keyStart);
    if (!key) throw doubt;
    const node = this.#value(this.#next(key.after));
    pairs.push({ name: key.name, keyStart, keyEnd: key.end, node });
    return node;
  }

  #value(at: number): ValueNode {
    switch (this.#lines.text[at]) {
      case '[':
      case '{':
        return this.collection(at);
      case '"':
      case "'":
        return quotedScalar(this.#lines, at, this.#indent);
      default:
        return plainScalarInBrackets(this.#lines, at, this.#indent);
    }
  }

  #next(from: number): number {
    const lines = this.#lines;
    let at = lines.spacesEnd(from);
    if (!lines.isLineEnd(at) && lines.text[at] !== '#') return at;
    if (!lines.isTail(from)) throw doubt;
    lines.moveTo(lines.nextLine(at));
    // The full parser reports errors if a comment below a text is indented less.
    if (lines.afterComment && !/[,[{:]/.test(lines.text.charAt(from - 1))) throw doubt;
    at = lines.start;
    const isLast = this.#level === 1 && /[\]}]/.test(lines.text.charAt(at));
    if (lines.indent < this.#indent + (isLast ? 0 : 1)) throw doubt;
    return at;
  }
}
