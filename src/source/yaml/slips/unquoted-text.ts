import type { Range } from '../../../diagnostics/finding.ts';
import { indentOf, isKeyLine, lineAt, lineEndOf, lineStartOf, nextLineOf } from '../../text-lines.ts';

/** The text before a value on its line: indentation, dashes of items, a key. */
const head = /^\s*(?:- +)*(?:[\w$]+: +)?/;
const entry = /^\s*(?:- |-$|[\w$]+:(?:\s|$))/;

/**
 * The unquoted text around an offset of a YAML text that may not parse: from after its key or dash to its last
 * line. Undefined for anything else: quotes, a comment between lines, a flow collection.
 */
export function unquotedTextAt(text: string, offset: number): Range | undefined {
  let start = lineStartOf(text, offset);
  // Another line of a text begins with neither a key nor a dash.
  while (start > 0 && !entry.test(lineAt(text, start))) start = lineStartOf(text, start - 1);
  const first = lineAt(text, start);
  const begin = start + (head.exec(first)?.[0].length ?? 0);
  let last = start;
  for (let next = nextLineOf(text, last); next < text.length; next = nextLineOf(text, last)) {
    const line = lineAt(text, next);
    if (line.trim() === '' || indentOf(line) <= indentOf(first) || isKeyLine(line)) break;
    last = next;
  }
  if (offset > lineEndOf(text, last)) return undefined;
  const comment = lineAt(text, last).search(/\s+#/);
  const end = comment < 0 ? last + lineAt(text, last).trimEnd().length : last + comment;
  const written = text.slice(begin, end);
  const hasOtherComment = /\s#[^\n]*\n/.test(written);
  return written === '' || /^["'|>#]/.test(written) || hasOtherComment ? undefined : [begin, end];
}
