import { maxDepth, maxEntries } from '../../source-limits.ts';

/** Thrown where the text is not plain; not an Error, since nothing went wrong. */
export const doubt = Symbol('not plain YAML');

export const inDoubt = (): never => {
  throw doubt;
};

/** A key of a map: an ASCII word, in quotes or not. */
interface PlainKey {
  readonly name: string;
  readonly end: number;
  readonly after: number;
}

/**
 * A cursor over the lines with content; empty lines and comments are skipped. Offsets count UTF-16
 * units. Line breaks are LF or CRLF.
 */
export class PlainLines {
  readonly text: string;
  /** Indentation of the current line, in spaces; -1 after the last line. */
  indent = -1;
  start = 0;
  afterComment = false;
  /** Where the line below the current one begins. */
  #next = 0;
  /** Numbers that are somewhere not written as in JavaScript: 1.1, if there is a 1.10. */
  readonly oddNumbers = new Set<number>();
  #entries = 0;
  #depth = 0;

  constructor(text: string) {
    this.text = text;
    this.moveTo(0);
  }

  /** Moves to the first line with content at or after the beginning of a line. */
  moveTo(lineStart: number): void {
    this.afterComment = false;
    this.indent = -1;
    const { text } = this;
    for (let at = lineStart; at < text.length; at = this.#next) {
      // Not by `spacesEnd`: V8 would optimize so short a function at the first form, which takes longer than to read it.
      let start = at;
      while (text.charCodeAt(start) === space) start++;
      this.start = start;
      this.#next = lineAfter(text, start);
      if (text.charCodeAt(start) === hash) {
        this.afterComment = true;
      } else if (!this.isLineEnd(start)) {
        this.indent = start - at;
        return;
      }
    }
  }

  /** Moves past a value, after which only a comment may be on its line. */
  moveBehind(end: number): void {
    if (!this.isTail(end)) throw doubt;
    this.moveTo(this.nextLine(end));
  }

  lineEnd(at: number): number {
    const end = this.nextLine(at) - 1;
    if (this.text.charCodeAt(end) !== lineFeed) return end + 1;
    return end > at && this.text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
  }

  /** The start of the line below an offset on the current line or after it. */
  nextLine(at: number): number {
    return at < this.#next ? this.#next : lineAfter(this.text, at);
  }

  spacesEnd(at: number): number {
    let end = at;
    while (this.text.charCodeAt(end) === space) end++;
    return end;
  }

  /** A carriage return comes before a line feed only: others are unusual. */
  isLineEnd(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    return unit === lineFeed || unit === carriageReturn || at >= this.text.length;
  }

  isBreak(at: number): boolean {
    return this.text.charCodeAt(at) === space || this.isLineEnd(at);
  }

  /**
   * Whether only a comment follows on the line. A `#` right before a letter may belong to the text: in
   * doubt.
   */
  isTail(at: number): boolean {
    const end = this.spacesEnd(at);
    return this.isLineEnd(end) || (end > at && this.isComment(end));
  }

  isComment(at: number): boolean {
    return this.text.charCodeAt(at) === hash && this.isBreak(at + 1);
  }

  isItem(at: number): boolean {
    return this.text.charCodeAt(at) === dash && this.isBreak(at + 1);
  }

  keyAt(start: number): PlainKey | undefined {
    const first = this.text.charCodeAt(start);
    const quote = first === doubleQuote || first === singleQuote ? 1 : 0;
    if (!isKeyStart(quote ? this.text.charCodeAt(start + 1) : first)) return undefined;
    let end = start + quote + 1;
    while (isKeyUnit(this.text.charCodeAt(end))) end++;
    if (quote && this.text.charCodeAt(end) !== first) return undefined;
    const after = this.spacesEnd(end + quote) + 1;
    if (this.text.charCodeAt(after - 1) !== colon || !this.isBreak(after)) return undefined;
    if (after - start > maxKeyLength) throw doubt;
    return { name: this.#nameAt(start + quote, end), end: end + quote, after };
  }

  /** Keys recur: V8 need not hash and compare a name again that is the very same string, 7% of parsing. */
  #nameAt(start: number, end: number): string {
    const { text } = this;
    const slot = (31 * text.charCodeAt(start) + 7 * text.charCodeAt(end - 1) + end - start) & 0x7f;
    const known = names[slot];
    if (known?.length === end - start && text.startsWith(known, start)) return known;
    const name = text.slice(start, end);
    // A longer slice would keep the whole text in memory.
    if (name.length < 13) names[slot] = name;
    return name;
  }

  /** Counts an open list or map, until `close`. The full parser reports one that is too deep. */
  open(): void {
    if (++this.#depth > maxDepth) throw doubt;
  }

  close(): void {
    this.#depth--;
  }

  /** The full parser reports a file with too many. */
  countEntry(): void {
    if (++this.#entries > maxEntries) throw doubt;
  }
}

function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

const names: string[] = new Array(0x80).fill('');

/** The length of a key with its colon, in UTF-16 units; YAML allows slightly more (YAML 1.2.2, 7.4.2). */
const maxKeyLength = 1000;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const doubleQuote = 0x22;
const hash = 0x23;
const singleQuote = 0x27;
const dash = 0x2d;
const colon = 0x3a;

/** ASCII letters and `$`. */
const isKeyStart = (unit: number) =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x24;

/** The same, digits, `_` and `-`. */
const isKeyUnit = (unit: number) =>
  isKeyStart(unit) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f || unit === 0x2d;
