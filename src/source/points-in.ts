import { firstIndex } from '../diagnostics/first-index.ts';
import type { Point } from '../diagnostics/place.ts';

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
