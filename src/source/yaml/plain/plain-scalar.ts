import type { ValueNode } from '../../value-tree.ts';
import { doubt, type PlainLines } from './plain-lines.ts';
import { trimmedEnd, unfold } from './unfold.ts';

/**
 * Parses a text without quotes, a number, true, false or null; advances to the line below it.
 *
 * @param indent of its parent: further lines of a text are deeper
 */
export function plainScalar(lines: PlainLines, start: number, indent: number): ValueNode {
  const first = contentOf(lines, start);
  let end = start + first.length;
  lines.moveBehind(end);
  if (lines.indent <= indent) return plainNode(lines, start, first);
  if (isSpecial(first)) throw doubt;
  while (lines.indent > indent) {
    // A comment ends the text; what looks like an item needs a closer look.
    const isDoubtful = lines.afterComment || lines.text.startsWith('- ', lines.start);
    if (isDoubtful || !lines.isLineEnd(lines.spacesEnd(end))) throw doubt;
    end = lines.start + contentOf(lines, lines.start).length;
    lines.moveBehind(end);
  }
  return { start, end, value: unfold(lines.text, start, end, indent) };
}

/** As `plainScalar`, within the brackets of a list or map; stays on its line. */
export function plainScalarInBrackets(lines: PlainLines, start: number, indent: number): ValueNode {
  const { text } = lines;
  const first = endInBrackets(lines, start);
  let end = first;
  for (let more = lineBelow(lines, end); more > 0; more = lineBelow(lines, end)) {
    end = endInBrackets(lines, more);
    if (isSpecial(text.slice(more, end))) throw doubt;
  }
  const written = text.slice(start, first);
  if (end === first) return plainNode(lines, start, written);
  if (isSpecial(written)) throw doubt;
  return { start, end, value: unfold(text, start, end, indent) };
}

/** Where a text that ends with its line may continue; 0 if it does not. */
function lineBelow(lines: PlainLines, end: number): number {
  let at = lines.spacesEnd(end);
  if (!lines.isLineEnd(at)) return 0;
  while (at < lines.text.length && lines.isLineEnd(at)) at = lines.spacesEnd(lines.nextLine(at));
  return at === lines.text.length || /[,[\]{}#]/.test(lines.text.charAt(at)) ? 0 : at;
}

function endInBrackets(lines: PlainLines, start: number): number {
  const { text } = lines;
  let end = start;
  for (let at = start; !lines.isLineEnd(at) && !bracketMarks.has(text.charAt(at)); at++) {
    if (text[at] === ':' && (lines.isBreak(at + 1) || bracketMarks.has(text.charAt(at + 1)))) break;
    if (text[at] === '#' && text[at - 1] === ' ') break;
    if (text[at] !== ' ') end = at + 1;
  }
  if (text[end - 1] === '"') throw doubt;
  return end;
}

const bracketMarks = new Set(',[]{}');

function plainNode(lines: PlainLines, start: number, written: string): ValueNode {
  if (isSpecial(written)) throw doubt;
  const value = plainValue(written);
  if (typeof value === 'number' && String(value) !== written) lines.oddNumbers.add(value);
  return { start, end: start + written.length, value };
}

function contentOf(lines: PlainLines, start: number): string {
  const line = lines.text.slice(start, lines.lineEnd(start));
  const comment = line.indexOf(' #');
  const written = line.slice(0, trimmedEnd(line, 0, comment < 0 ? line.length : comment));
  if (hasColon(written) || written.endsWith('"')) throw doubt;
  return written;
}

/** First characters of scalars that are not plain text, or need a closer look. */
const specialStarts = new Set('[]{}&*!|>%@`?,:#"\'');

function isSpecial(written: string): boolean {
  if (written === '' || specialStarts.has(written.charAt(0))) return true;
  return written.startsWith('-') && (written === '-' || written[1] === ' ');
}

function hasColon(written: string): boolean {
  for (let at = written.indexOf(':'); at >= 0; at = written.indexOf(':', at + 1)) {
    if (at + 1 === written.length || written[at + 1] === ' ') return true;
  }
  return false;
}

/** The beginning of all scalars that are not texts: `~`, signs and digits, null, true, false. */
const mayBeNoText = /^[~+\-.\dnNtTfF]/;

/** A plain scalar in the core schema (YAML 1.2.2, 10.3.2); numbers in other bases are left in doubt. */
function plainValue(written: string): unknown {
  if (!mayBeNoText.test(written)) return written;
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)$/.test(written)) return Number(written);
  if (/^(?:~|null|Null|NULL)$/.test(written)) return null;
  if (/^(?:true|True|TRUE)$/.test(written)) return true;
  if (/^(?:false|False|FALSE)$/.test(written)) return false;
  if (
    /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)[eE][-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|nan))$/i.test(written)
  ) {
    throw doubt;
  }
  return written;
}
