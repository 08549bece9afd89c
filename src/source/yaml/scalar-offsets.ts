import type { Range } from '../../diagnostics/finding.ts';

/** Where each UTF-16 unit of a scalar's value begins and ends in the source text. */
export interface ScalarOffsets {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Aligns the decoded value of a scalar with its source text: through quotes, escapes, folded lines and the
 * indentation of block scalars (YAML 1.2.2, chapters 7.3 and 8.1; JSON strings are double-quoted scalars).
 *
 * @param span of the scalar, quotes or block header included
 * @returns undefined if value and source do not match; then the caller uses the whole span
 */
export function scalarOffsets(text: string, span: Range, value: string): ScalarOffsets | undefined {
  const first = text[span[0]];
  const quoteLength = first === '"' || first === "'" ? 1 : 0;
  const start = span[0] + quoteLength;
  if (start + value.length + quoteLength === span[1] && text.startsWith(value, start)) {
    return verbatim(start, value.length);
  }
  const aligner = new Aligner(text, span, value);
  if (first === '|' || first === '>') return aligner.alignBlock(first === '>');
  if (first === '"' || first === "'") return aligner.alignFlow(first);
  return aligner.alignFlow('');
}

/** For a text without escapes and line breaks, as most are. */
function verbatim(start: number, length: number): ScalarOffsets {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = start; at < start + length; at++) {
    starts.push(at);
    ends.push(at + 1);
  }
  return { starts, ends };
}

class Aligner {
  readonly #text: string;
  readonly #end: number;
  readonly #value: string;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #at: number;

  constructor(text: string, [start, end]: Range, value: string) {
    this.#text = text;
    this.#at = start;
    this.#end = end;
    this.#value = value;
  }

  alignFlow(quote: '"' | "'" | ''): ScalarOffsets | undefined {
    this.#at += quote.length;
    while (!this.#done) {
      const spaces = this.#match(/[ \t]*/y)?.length ?? 0;
      const escaped = quote === '"' && this.#text[this.#at] === '\\';
      if (/[\r\n]/.test(this.#text[this.#at + spaces] ?? '')) this.#takeFold();
      else if (escaped ? !this.#takeEscape() : !this.#takeCharacters(Math.max(spaces, 1), quote))
        return undefined;
    }
    return this.#result;
  }

  alignBlock(folded: boolean): ScalarOffsets | undefined {
    const header = this.#match(/[|>][^\r\n]*(?:\r\n?|\n)/y);
    if (header === undefined) return undefined;
    this.#at += header.length;
    const indent = this.#blockIndent(header);
    this.#skipIndent(indent);
    while (!this.#done) {
      const lineBreak = this.#match(/\r\n?|\n/y);
      if (lineBreak === undefined) {
        if (!this.#takeCharacter('')) return undefined;
        continue;
      }
      const next = this.#value[this.#starts.length];
      // A folded line break is a space, or nothing if empty lines follow.
      if (next === '\n' || (folded && next === ' ')) this.#emit(lineBreak.length, 1);
      else this.#at += lineBreak.length;
      this.#skipIndent(indent);
    }
    return this.#result;
  }

  get #done(): boolean {
    return this.#starts.length >= this.#value.length || this.#at >= this.#end;
  }

  get #result(): ScalarOffsets | undefined {
    if (this.#starts.length !== this.#value.length) return undefined;
    return { starts: this.#starts, ends: this.#ends };
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0];
  }

  /** Maps the next `units` of the value to the next `length` units of the source. */
  #emit(length: number, units: number): void {
    for (let unit = 0; unit < units; unit++) {
      this.#starts.push(this.#at);
      this.#ends.push(this.#at + length);
    }
    this.#at += length;
  }

  #takeFold(): void {
    const fold = this.#match(/[ \t\r\n]*/y) ?? '';
    const breaks = fold.match(/\r\n?|\n/g)?.length ?? 0;
    this.#emit(fold.length, breaks === 1 ? 1 : breaks - 1);
  }

  #takeEscape(): boolean {
    // An escaped line break and the white space around it are dropped.
    const continuation = this.#match(/\\(?:\r\n?|\n)[ \t]*/y);
    if (continuation !== undefined) {
      this.#at += continuation.length;
      return true;
    }
    const sequence = this.#match(/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^xuU])/y);
    if (sequence === undefined) return false;
    const wide = sequence[1] === 'U' && Number.parseInt(sequence.slice(2), 16) > 0xffff;
    this.#emit(sequence.length, wide ? 2 : 1);
    return true;
  }

  /** Takes a run of spaces at once: finding its end from each of them would be quadratic. */
  #takeCharacters(count: number, quote: string): boolean {
    for (let taken = 0; taken < count && !this.#done; taken++) {
      if (!this.#takeCharacter(quote)) return false;
    }
    return true;
  }

  #takeCharacter(quote: string): boolean {
    if (this.#text[this.#at] !== this.#value[this.#starts.length]) return false;
    this.#emit(quote === "'" && this.#text.startsWith("''", this.#at) ? 2 : 1, 1);
    return true;
  }

  /** The indentation of the first line with content, without the spaces that belong to the value (`|2`). */
  #blockIndent(header: string): number {
    const lines = this.#text.slice(this.#at, this.#end).split(/\r\n?|\n/);
    const first = lines.find(hasContent);
    // Lines of only spaces do not belong to the value.
    if (first === undefined) return Number.POSITIVE_INFINITY;
    // The indicator counts from the parent's indentation, which is unknown here, but the value shows how far
    // its own spaces reach.
    const isIndicated = /[1-9]/.test(header.split('#')[0] ?? '');
    const own = isIndicated ? leadingSpaces(this.#value.split('\n').find(hasContent) ?? '') : 0;
    return leadingSpaces(first) - own;
  }

  #skipIndent(indent: number): void {
    let left = indent;
    while (left > 0 && this.#text[this.#at] === ' ') {
      this.#at++;
      left--;
    }
  }
}

/** Only spaces are indentation in YAML: a no-break space or a tab is content. */
const hasContent = (line: string) => /[^ ]/.test(line);
const leadingSpaces = (line: string) => line.search(/[^ ]|$/);
