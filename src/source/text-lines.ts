import type { Point, Range } from '../diagnostics/finding.ts';
import { firstIndex } from '../diagnostics/first-index.ts';

/**
 * Turns offsets of a text, in UTF-16 units, into lines and columns; reads the text once, on first use. LF, CRLF and a lone
 * CR each end a line.
 */
export function pointsIn(text: string): (offset: number) => Point {
  let known: readonly number[] | undefined;
  return (offset) => {
    known ??= lineStarts(text);
    const starts = known;
    const clamped = Math.max(0, Math.min(offset, text.length));
    const line = firstIndex(starts.length, (index) => (starts[index] ?? 0) > clamped);
    return { offset: clamped, line, column: clamped - (starts[line - 1] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

export const lineStartOf = (text: string, offset: number) =>
  // A search from a negative index would still find a line feed at 0.
  offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

export function lineEndOf(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  const line = end < 0 ? text.length : end;
  return text[line - 1] === '\r' && line > offset ? line - 1 : line;
}

/** The line that begins at an offset, or the rest of one, without its line break. */
export const lineAt = (text: string, start: number) => text.slice(start, lineEndOf(text, start));

/** Where the line after the one at `offset` begins; the end of the text after its last line. */
export function nextLineOf(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

export const indentOf = (line: string) => line.search(/[^ \t]|$/);

/** Whether a line begins with a key as forms have them: a word of plain letters. Those of tasks may lack the space. */
export const isKeyLine = (line: string) =>
  /^\s*(?:- +)*(?:[\w$]+:(?:\s|$)|(?:number|code|title|text|complexity|unrated|tasks):)/.test(line);

/** The colon between key and value on the line at `lineStart`. */
export function colonOnLine(text: string, lineStart: number): number | undefined {
  const index = lineAt(text, lineStart).search(/:(?=\s|$)/);
  return index < 0 ? undefined : lineStart + index;
}

/** The end of the text that begins on a line: on the last of the deeper lines below that are not keys. */
export function continuationEnd(text: string, lineStart: number): number {
  let end = lineEndOf(text, lineStart);
  const indent = indentOf(text.slice(lineStart, end));
  for (;;) {
    const next = nextLineOf(text, end);
    const line = lineAt(text, next);
    if (next >= text.length || line.trim() === '' || indentOf(line) <= indent || isKeyLine(line)) return end;
    end = next + line.length;
  }
}

/** A span without the white space at its end. */
export const trimmedSpan = (text: string, [start, end]: Range): Range => [
  start,
  start + text.slice(start, end).trimEnd().length,
];
