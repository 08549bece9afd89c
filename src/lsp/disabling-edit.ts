import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { indispensable } from '../rules/index.ts';
import type { TextEdit } from '../source/edit/apply-edits.ts';
import type { Source } from '../source/source.ts';
import { isJson } from '../source/source.ts';

/**
 * The comment that silences a rule at a finding; its reason is left to the author, and the rule `suppression`
 * asks for it. Undefined where no comment can silence it.
 */
export function disablingEdit(source: Source, { rule, path, place }: Diagnostic): TextEdit | undefined {
  const { text = '', file } = source;
  if (isJson(file) || place.kind !== 'text' || indispensable.includes(rule) || rule === 'suppression') {
    return undefined;
  }
  // Within a text of several lines a comment would be part of it: it goes above the whole entry.
  const entry = path.length > 0 ? source.locate({ path, at: 'key' }) : place;
  const at = entry.kind === 'text' ? Math.min(entry.start.offset, place.start.offset) : place.start.offset;
  const start = lineStart(text, at);
  const indent = /^ */.exec(text.slice(start, at))?.[0] ?? '';
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const comment = `${indent}# bieu2-disable-next-line ${rule} -- ${lineBreak}`;
  return { span: [start, start], text: comment };
}

/** LF, CRLF and a lone CR each end a line. */
const lineStart = (text: string, offset: number) =>
  offset <= 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
