import type { ValueNode } from '../../value-tree.ts';
import { doubt, type PlainLines } from './plain-lines.ts';
import { isEscape, unfold } from './unfold.ts';

/**
 * A text in quotes.
 *
 * @param indent of its parent: further lines are deeper
 */
export function quotedScalar(lines: PlainLines, start: number, indent: number): ValueNode {
  const { text } = lines;
  const isDouble = text.charCodeAt(start) === doubleQuote;
  const close = isDouble ? doubleQuoteEnd(text, start + 1) : singleQuoteEnd(text, start + 1);
  const isOneLine = close < lines.nextLine(start);
  const unfolded = isOneLine
    ? text.slice(start + 1, close)
    : unfold(text, start + 1, close, indent, isDouble);
  const value = isDouble ? withoutEscapes(unfolded) : withoutPairs(unfolded);
  return { start, end: close + 1, value };
}

function doubleQuoteEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start); end >= 0; end = text.indexOf('"', end + 1)) {
    if (!isEscape(text, end - 1)) return end;
  }
  throw doubt;
}

function singleQuoteEnd(text: string, start: number): number {
  for (let end = text.indexOf("'", start); end >= 0; end = text.indexOf("'", end + 2)) {
    if (text.charCodeAt(end + 1) !== singleQuote) return end;
  }
  throw doubt;
}

const withoutPairs = (written: string) => (written.includes("'") ? written.replaceAll("''", "'") : written);

function withoutEscapes(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/gs,
    (_, x?: string, u?: string, U?: string, character?: string) => {
      const hex = x ?? u ?? U;
      const code = hex === undefined ? undefined : Number.parseInt(hex, 16);
      if (code !== undefined && code <= 0x10ffff) return String.fromCodePoint(code);
      const index = escapes.from.indexOf(character ?? '\0');
      if (index < 0) throw doubt;
      return escapes.to.charAt(index);
    },
  );
}

/** After a backslash, and what it means (YAML 1.2.2, 5.7). */
const escapes = {
  from: '\\"/0abtnvfre N_LP',
  to: '\\"/\0\x07\b\t\n\v\f\r\x1b \x85\xa0\u2028\u2029',
};

const doubleQuote = 0x22;
const singleQuote = 0x27;
