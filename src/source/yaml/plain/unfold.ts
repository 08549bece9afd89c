import { doubt } from './plain-lines.ts';

/**
 * Joins lines: a line break becomes a space, each empty line a line break (YAML 1.2.2, 6.5); an escaped one is dropped.
 *
 * @param indent of the parent: all lines but the first are deeper
 */
export function unfold(text: string, start: number, end: number, indent: number, isDouble = false): string {
  let value = '';
  let separator = '';
  for (let at = start, next = start; ; at = next) {
    next = text.indexOf('\n', at) + 1;
    const isLast = next === 0 || next > end;
    const lineEnd = isLast ? end : text.charCodeAt(next - 2) === carriageReturn ? next - 2 : next - 1;
    let from = at;
    if (at > start) {
      while (text.charCodeAt(from) === space) from++;
      if (from - at <= indent && (from < lineEnd || isLast)) throw doubt;
    }
    const isEscaped = isDouble && !isLast && isEscape(text, lineEnd - 1);
    const to = isLast || isEscaped ? lineEnd : trimmedEnd(text, from, lineEnd);
    // An escape before spaces at the end of a line, or before an empty line.
    if (isDouble && !isEscaped && !isLast && isEscape(text, to - 1)) throw doubt;
    if (from === to && at > start && !isLast) {
      if (separator === '') throw doubt;
      if (separator === '\n') value += separator;
      separator = '\n';
    } else {
      value += separator + text.slice(from, isEscaped ? to - 1 : to);
      separator = isEscaped ? '' : ' ';
    }
    if (isLast) return value;
  }
}

/** Whether a backslash at `at` begins an escape: an even one of several ends one. */
export function isEscape(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first) === backslash) first--;
  return (at - first) % 2 === 1;
}

/** The end without the spaces before it; trimEnd would take no-break spaces, too. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && text.charCodeAt(to - 1) === space) to--;
  return to;
}

const carriageReturn = 0x0d;
const space = 0x20;
const backslash = 0x5c;
