import type { ValueNode } from '../../value-tree.ts';
import { doubt, type PlainLines } from './plain-lines.ts';

/** The indentation and chomping indicators. */
const headerPattern = /[|>](?:[1-9][-+]?|[-+][1-9]?)?/y;

/**
 * Parses a literal (`|`) or folded (`>`) text of lines deeper than `indent`; advances to the line below it.
 *
 * @param start of the header
 */
export function blockScalar(lines: PlainLines, start: number, indent: number): ValueNode {
  const { text } = lines;
  headerPattern.lastIndex = start;
  const header = headerPattern.exec(text)?.[0] ?? '';
  if (!lines.isTail(start + header.length)) throw doubt;
  const given = Number(/\d/.exec(header)?.[0] ?? 0);
  let inner = given && indent + given;
  const contents: string[] = [];
  let at = lines.nextLine(start);
  let end = at;
  for (let next = at; at < text.length; at = next) {
    const content = lines.spacesEnd(at);
    const own = content - at;
    next = lines.nextLine(content);
    if (lines.isLineEnd(content)) {
      // Spaces beyond the indentation are a part of the text.
      if (own > (inner || indent + 1)) throw doubt;
      if (content === text.length && header.includes('+')) throw doubt;
      if (content === text.length) break;
      contents.push('');
      continue;
    }
    if (own <= indent) break;
    inner ||= own;
    if (own < inner) throw doubt;
    contents.push(text.slice(at + inner, lines.lineEnd(content)));
    end = next;
  }
  lines.moveTo(at);
  let count = contents.length;
  while (contents[count - 1] === '') count--;
  if (count === 0) throw doubt;
  const empty = '\n'.repeat(contents.length - count);
  contents.length = count;
  const value = header[0] === '>' ? fold(contents) : contents.join('\n');
  if (header.includes('-')) return { start, end, value };
  if (header.includes('+')) return { start, end: at, value: `${value}\n${empty}` };
  return { start, end, value: `${value}\n` };
}

/** Joins lines: a line break between two that are not indented further is a space (YAML 1.2.2, 8.1.3). */
function fold(contents: readonly string[]): string {
  const first = contents.findIndex((line) => line !== '');
  let value = '\n'.repeat(first);
  let separator = '';
  let wasIndented = false;
  for (const line of contents.slice(first)) {
    if (line === '') {
      if (separator === '\n') value += separator;
      separator = '\n';
      continue;
    }
    const isIndented = line.startsWith(' ');
    if (isIndented && separator === ' ') separator = '\n';
    else if (isIndented && !wasIndented && separator === '\n') separator = '\n\n';
    value += separator + line;
    separator = isIndented ? '\n' : ' ';
    wasIndented = isIndented;
  }
  return value;
}
