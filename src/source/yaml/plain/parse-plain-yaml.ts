import type { Path } from '../../../diagnostics/finding.ts';
import { maxDepth, maxEntries } from '../../source-limits.ts';
import type { SourceNode, SourceTree } from '../../source-tree.ts';

/** A value with its place; offsets in UTF-16 units. */
type PlainNode = { readonly start: number; readonly end: number; readonly value: unknown } & (
  | { readonly kind: 'scalar' }
  | { readonly kind: 'list'; readonly items: readonly PlainNode[] }
  | { readonly kind: 'map'; readonly pairs: ReadonlyMap<string, Pair> }
);

interface Pair {
  /** The key itself is as long as its name. */
  readonly keyStart: number;
  readonly node: PlainNode;
}

/** One line of content: empty lines and comments are skipped. */
interface Line {
  readonly indent: number;
  /** Where the content begins, and where the line ends, its line break left out. */
  readonly start: number;
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
}

/**
 * Reads the plain block YAML in which forms are written: maps of ASCII keys, lists, one-line scalars and
 * literal blocks. It is many times faster than the full parser and gives the same value and the same places;
 * tests hold the two against each other. On any doubt, and on any error, it gives undefined: then the full
 * parser has to read the text.
 */
export function parsePlainYaml(text: string): SourceTree | undefined {
  if (unusual.test(text)) return undefined;
  try {
    const parser = new PlainParser(text);
    const root = parser.document();
    return { value: root.value, oddNumbers: parser.oddNumbers, find: (path) => find(root, path) };
  } catch (error) {
    if (error === doubt) return undefined;
    throw error;
  }
}

/** Tabs, lone carriage returns, control characters, directives and document marks. */
const unusual = /[\0-\x09\x0B\x0C\x0E-\x1F\x7F\x85\u2028\u2029\uFEFF]|\r(?!\n)|^(?:---|\.\.\.|%)/m;

/** Thrown where the text is not plain; not an Error, since nothing went wrong. */
const doubt = Symbol('not plain YAML');

const literalHeader = /\|-?(?= *\r?$)/my;
/** Scalars that begin so are not plain text, or need a closer look. */
const special = new Set('[]{}&*!|>%@`?,:#"\'');

/** Of a key on the line of its value, in UTF-16 units; YAML allows some more (YAML 1.2.2, 7.4.2). */
const maxKeyLength = 1000;

class PlainParser {
  readonly #text: string;
  #line: Line | undefined;
  #depth = 0;
  #entries = 0;
  /** Numbers that somewhere are not written as JavaScript writes them: 1.1, where there is a 1.10. */
  readonly oddNumbers = new Set<number>();

  constructor(text: string) {
    this.#text = text;
    this.#line = this.#lineAt(0);
  }

  document(): PlainNode {
    if (this.#line?.indent !== 0) throw doubt;
    const root = this.#block(0);
    if (this.#line) throw doubt;
    return root;
  }

  /** The list or map whose lines begin at `indent`, the current line first. */
  #block(indent: number): PlainNode {
    if (++this.#depth > maxDepth) throw doubt;
    const node = this.#isItem(this.#line) ? this.#list(indent) : this.#map(indent);
    this.#depth--;
    if (this.#line && this.#line.indent > indent) throw doubt;
    return node;
  }

  #map(indent: number): PlainNode {
    const start = this.#line?.start ?? 0;
    const pairs = new Map<string, Pair>();
    const value: Record<string, unknown> = Object.create(null);
    let end = start;
    while (this.#line?.indent === indent && !this.#isItem(this.#line)) {
      const keyStart = this.#line.start;
      const name = this.#text.slice(keyStart, this.#keyEnd(keyStart));
      if (name === '' || name.length > maxKeyLength || pairs.has(name)) throw doubt;
      const node = this.#value(keyStart + name.length + 1, indent, true);
      pairs.set(name, { keyStart, node });
      value[name] = node.value;
      this.#countEntry();
      end = node.end;
    }
    return { kind: 'map', start, end, value, pairs };
  }

  #list(indent: number): PlainNode {
    const start = this.#line?.start ?? 0;
    const items: PlainNode[] = [];
    let end = start;
    while (this.#line?.indent === indent && this.#isItem(this.#line)) {
      const node = this.#item(this.#line, indent);
      items.push(node);
      this.#countEntry();
      end = node.end;
    }
    return { kind: 'list', start, end, value: items.map((item) => item.value), items };
  }

  #item({ start, end, next }: Line, indent: number): PlainNode {
    const content = this.#blanksEnd(start + 1);
    if (content >= end) return this.#value(start + 1, indent, false);
    if (this.#text[content] === '-' && (content + 1 === end || this.#text[content + 1] === ' ')) throw doubt;
    if (this.#keyEnd(content) === content) return this.#value(start + 1, indent, false);
    // A map that begins on the line of its dash: its keys are below each other.
    const inner = indent + content - start;
    this.#line = { indent: inner, start: content, end, next };
    return this.#block(inner);
  }

  /** What follows a key's colon or an item's dash: on the same line, or on deeper ones. */
  #value(after: number, indent: number, isOfKey: boolean): PlainNode {
    const start = this.#blanksEnd(after);
    const first = this.#text[start];
    if (this.#isTail(after)) {
      this.#next();
      const line = this.#line;
      if (line && (line.indent > indent || (isOfKey && line.indent === indent && this.#isItem(line)))) {
        return this.#block(line.indent);
      }
      return { kind: 'scalar', start: after, end: after, value: null };
    }
    if (first === '|') return this.#literal(start, indent);
    const node = first === '"' || first === "'" ? this.#quoted(start, first) : this.#plain(start);
    if (!this.#isTail(node.end)) throw doubt;
    this.#next();
    if (this.#line && this.#line.indent > indent) throw doubt;
    return node;
  }

  #plain(start: number): PlainNode & { kind: 'scalar' } {
    const lineEnd = this.#line?.end ?? start;
    const line = this.#text.slice(start, lineEnd);
    const comment = line.indexOf(' #');
    let length = comment < 0 ? line.length : comment;
    while (line[length - 1] === ' ') length--; // trimEnd would take no-break spaces, too
    const written = line.slice(0, length);
    if (special.has(line.charAt(0)) || isDash(written) || hasColon(written)) throw doubt;
    const value = plainValue(written);
    if (typeof value === 'number' && String(value) !== written) this.oddNumbers.add(value);
    return { kind: 'scalar', start, end: start + written.length, value };
  }

  #quoted(start: number, quote: string): PlainNode & { kind: 'scalar' } {
    const close = this.#text.indexOf(quote, start + 1);
    if (close < 0 || close >= (this.#line?.end ?? 0)) throw doubt;
    const value = this.#text.slice(start + 1, close);
    if (value.includes('\\') || this.#text[close + 1] === quote) throw doubt;
    return { kind: 'scalar', start, end: close + 1, value };
  }

  /** A literal block `|` or `|-`. */
  #literal(start: number, indent: number): PlainNode {
    literalHeader.lastIndex = start;
    const header = literalHeader.exec(this.#text)?.[0];
    if (header === undefined) throw doubt;
    const lines: string[] = [];
    let end = start;
    let at = this.#lineBreakAfter(start);
    let inner = 0;
    for (; at < this.#text.length; at = this.#lineBreakAfter(at)) {
      const lineEnd = this.#lineEnd(at);
      const line = this.#text.slice(at, lineEnd);
      // Spaces and tabs only, as in YAML: a no-break space is a part of the text.
      const own = this.#blanksEnd(at) - at;
      if (own === line.length) {
        if (own > 0) throw doubt;
        lines.push('');
        continue;
      }
      if (own <= indent) break;
      inner ||= own;
      if (own < inner || this.#text[lineEnd] === undefined) throw doubt;
      lines.push(line.slice(inner));
      end = this.#lineBreakAfter(at);
    }
    while (lines.at(-1) === '') lines.pop();
    if (lines.length === 0) throw doubt;
    this.#line = this.#lineAt(at);
    return { kind: 'scalar', start, end, value: lines.join('\n') + (header === '|' ? '\n' : '') };
  }

  /** The full parser says what is wrong with a file of too many. */
  #countEntry(): void {
    if (++this.#entries > maxEntries) throw doubt;
  }

  #isItem(line: Line | undefined): boolean {
    if (!line || this.#text[line.start] !== '-') return false;
    return line.start + 1 === line.end || this.#text[line.start + 1] === ' ';
  }

  #next(): void {
    this.#line = this.#lineAt(this.#line?.next ?? 0);
  }

  /** The first line with content at or after the beginning of a line. */
  #lineAt(lineStart: number): Line | undefined {
    let next = lineStart;
    for (let at = lineStart; at < this.#text.length; at = next) {
      const start = this.#blanksEnd(at);
      const end = this.#lineEnd(start);
      next = this.#lineBreakAfter(end);
      if (start < end && this.#text[start] !== '#') return { indent: start - at, start, end, next };
    }
    return undefined;
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at);
    if (end < 0) return this.#text.length;
    return this.#text[end - 1] === '\r' && end > at ? end - 1 : end;
  }

  #lineBreakAfter(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end < 0 ? this.#text.length : end + 1;
  }

  #blanksEnd(at: number): number {
    let end = at;
    while (this.#text.charCodeAt(end) === space) end++;
    return end;
  }

  /** Where the key that begins at `at` ends, right before its colon; `at` itself where none does. */
  #keyEnd(at: number): number {
    if (!isKeyStart(this.#text.charCodeAt(at))) return at;
    let end = at + 1;
    while (isKeyUnit(this.#text.charCodeAt(end))) end++;
    if (this.#text.charCodeAt(end) !== colon) return at;
    return this.#text.charCodeAt(end + 1) === space || this.#isLineEnd(end + 1) ? end : at;
  }

  /**
   * Whether nothing but a comment follows on the line. A `#` right before a letter may belong to the text: in
   * doubt.
   */
  #isTail(at: number): boolean {
    const end = this.#blanksEnd(at);
    if (this.#isLineEnd(end)) return true;
    if (end === at || this.#text[end] !== '#') return false;
    return this.#text.charCodeAt(end + 1) === space || this.#isLineEnd(end + 1);
  }

  /** A carriage return comes before a line feed only: others are unusual. */
  #isLineEnd(at: number): boolean {
    const unit = this.#text.charCodeAt(at);
    return unit === 0x0a || unit === 0x0d || at >= this.#text.length;
  }
}

const space = 0x20;
const colon = 0x3a;

/** ASCII letters and `$`. */
const isKeyStart = (unit: number) =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x24;

/** The same, digits, `_` and `-`. */
const isKeyUnit = (unit: number) =>
  isKeyStart(unit) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f || unit === 0x2d;

/** The sign of an item of a list. */
const isDash = (written: string) => written.startsWith('-') && (written === '-' || written[1] === ' ');

/** A colon that parts a key from a value. */
function hasColon(written: string): boolean {
  for (let at = written.indexOf(':'); at >= 0; at = written.indexOf(':', at + 1)) {
    if (at + 1 === written.length || written.charCodeAt(at + 1) === space) return true;
  }
  return false;
}

/** How all begin that are not texts: `~`, signs and digits, null, true, false. */
const mayBeNoText = /^[~+\-.\dnNtTfF]/;

/** A plain scalar in the core schema (YAML 1.2.2, 10.3.2); numbers in other bases are left in doubt. */
function plainValue(written: string): unknown {
  if (!mayBeNoText.test(written)) return written;
  if (/^(?:~|null|Null|NULL)$/.test(written)) return null;
  if (/^(?:true|True|TRUE)$/.test(written)) return true;
  if (/^(?:false|False|FALSE)$/.test(written)) return false;
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)$/.test(written)) return Number(written);
  if (
    /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)[eE][-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|nan))$/i.test(written)
  ) {
    throw doubt;
  }
  return written;
}

function find(root: PlainNode, path: Path): SourceNode | undefined {
  let node: PlainNode | undefined = root;
  let pair: Pair | undefined;
  for (const step of path) {
    pair = node.kind === 'map' ? node.pairs.get(String(step)) : undefined;
    node = node.kind === 'list' && typeof step === 'number' ? node.items[step] : pair?.node;
    if (!node) return undefined;
  }
  return {
    ...(pair && { key: [pair.keyStart, pair.keyStart + String(path.at(-1)).length] as const }),
    value: [node.start, node.end],
    ...(node.kind === 'scalar' && { scalar: { value: node.value } }),
  };
}
