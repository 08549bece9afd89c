import { doubt } from './plain-lines.ts';

/** Joins lines: a line break is a space, each empty line a line break (YAML 1.2.2, 6.5); an escaped one is nothing. */
export function unfold(written: string, isDouble = false): string {
  if (!written.includes('\n')) return written;
  const lines = written.split(/\r?\n/);
  let value = '';
  let separator = '';
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const isEscaped = isDouble && !isLast && endsWithEscape(line);
    const start = index === 0 ? 0 : leadingSpaces(line);
    const end = isLast || isEscaped ? line.length : trimmedLength(line);
    const content = line.slice(start, end);
    // An escape before spaces at the end of a line, or before an empty line.
    if (isDouble && !isEscaped && !isLast && endsWithEscape(content)) throw doubt;
    if (content === '' && index > 0 && !isLast) {
      if (separator === '') throw doubt;
      if (separator === '\n') value += separator;
      separator = '\n';
    } else {
      value += separator + (isEscaped ? content.slice(0, -1) : content);
      separator = isEscaped ? '' : ' ';
    }
  }
  return value;
}

const endsWithEscape = (line: string) => isEscape(line, line.length - 1);

/** Whether a backslash at `at` begins an escape: an even one of several ends one. */
export function isEscape(text: string, at: number): boolean {
  let count = 0;
  while (text[at - count] === '\\') count++;
  return count % 2 === 1;
}

// trimStart and trimEnd would take no-break spaces, too.
function leadingSpaces(line: string): number {
  let count = 0;
  while (line[count] === ' ') count++;
  return count;
}

/** Without the spaces before `from`. */
export function trimmedLength(line: string, from = line.length): number {
  let length = from;
  while (line[length - 1] === ' ') length--;
  return length;
}
