import { type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { Finding, Range } from '../../diagnostics/finding.ts';
import { type SyntaxMessage, syntaxFinding } from '../source.ts';
import { lineEndOf, nextLineOf } from '../text-lines.ts';

const messages: Readonly<Record<string, SyntaxMessage>> = {
  InvalidCommentToken: 'json-comment',
  CommaExpected: 'json-comma',
  ColonExpected: 'json-colon',
  EndOfFileExpected: 'json-end',
  PropertyNameExpected: 'json-value',
  ValueExpected: 'json-value',
  UnexpectedEndOfString: 'json-quote',
  CloseBraceExpected: 'json-bracket',
  CloseBracketExpected: 'json-bracket',
  InvalidCharacter: 'json-character',
  InvalidEscapeCharacter: 'json-escape',
  InvalidUnicode: 'json-escape',
};

/** The valid part of a string, up to its first error. */
const beforeFault = /^"(?:[^\\"\0-\x1f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/**
 * Explains the parser's errors by the mistakes behind them. One mistake causes many errors:
 * at most one finding per line, and none for what follows from an unclosed quote on the line before, or from a word that
 * is not a value.
 *
 * @returns findings of the rule `syntax`, in the order of the text
 */
export function explainJsonErrors(text: string, errors: readonly ParseError[]): Finding[] {
  const findings: Finding[] = [];
  let spoiledUntil = 0;
  let lastSymbol: ParseError | undefined;
  for (const one of errors) {
    const { error, offset, length } = one;
    const message = messages[printParseErrorCode(error)] ?? 'json-other';
    const follows =
      (message === 'json-value' || message === 'json-comma') &&
      lastSymbol !== undefined &&
      isSpaceBetween(text, lastSymbol, offset);
    const finding =
      wrongSign(text, message, one) ??
      extraComma(text, offset) ??
      wrongNumber(text, offset) ??
      wrongCharacter(text, message, offset) ??
      syntaxFinding(message, [offset, offset + length]);
    const isSymbol = ['json-other', 'json-number', 'json-quote'].includes(message);
    lastSymbol = isSymbol || finding.message === 'json-number' ? one : undefined;
    if (offset < spoiledUntil || follows) continue;
    spoiledUntil = finding.message === 'json-bracket' ? Infinity : nextLineOf(text, offset);
    if (message === 'json-quote') spoiledUntil = nextLineOf(text, spoiledUntil);
    findings.push(finding);
  }
  // Where a file was cut, more than its brackets may be missing.
  const last = findings.at(-1);
  const isKept = ({ span = [0, 0] }: Finding) => text.slice(span[1]).trim() !== '';
  const fence = findings.find((one) => one.message === 'markdown-fence');
  return findings.filter(
    (one) =>
      (one === fence || one.message !== 'markdown-fence') &&
      (one === last || last?.message !== 'json-bracket' || isKept(one)),
  );
}

/** A line of Markdown, a comment after “#”, another sign for a comma or colon, a bracket that does not match. */
function wrongSign(
  text: string,
  message: SyntaxMessage,
  { offset, length }: ParseError,
): Finding | undefined {
  const found = text.slice(offset, offset + length);
  const line: Range = [offset, lineEndOf(text, offset)];
  const end = offset + length;
  if (/^```/.test(found)) return syntaxFinding('markdown-fence', line, { mark: '```' });
  if (/^#/.test(found)) return syntaxFinding('json-comment', line);
  if (/^[=：]/.test(found)) return syntaxFinding('json-colon', [offset, offset + 1]);
  if (/[;，]$/.test(found) && message === 'json-other') return syntaxFinding('json-comma', [end - 1, end]);
  return message === 'json-comma' && /^[\]}]/.test(found)
    ? syntaxFinding('json-bracket', [offset, end])
    : undefined;
}

const isSpaceBetween = (text: string, { offset, length }: ParseError, end: number) =>
  text.slice(offset + length, end).trim() === '';

/** `03`, `0x3`, `+3`, `2026-11-24`, as a whole. */
function wrongNumber(text: string, offset: number): Finding | undefined {
  const start = offset - (/[-+\d.]*$/.exec(text.slice(Math.max(0, offset - 20), offset))?.[0].length ?? 0);
  const [found] = /^[-+.]?\d[^\s,:"[\]{}]*/.exec(text.slice(start, offset + 20)) ?? [];
  if (found === undefined || number.test(found)) return undefined;
  return syntaxFinding('json-number', [start, start + found.length]);
}

/** Only the character or escape that a string may not have. */
function wrongCharacter(text: string, message: SyntaxMessage, offset: number): Finding | undefined {
  if (message !== 'json-character' && message !== 'json-escape') return undefined;
  const start = offset + (beforeFault.exec(text.slice(offset))?.[0].length ?? 0);
  const end = start + (message === 'json-escape' ? 2 : 1);
  return syntaxFinding(message, [start, end], { escape: text.slice(start, end) });
}

/** `[1, 2,]` */
function extraComma(text: string, offset: number): Finding | undefined {
  const before = text.slice(0, offset).trimEnd();
  if (!before.endsWith(',') || !/[\]}]/.test(text[offset] ?? '')) return undefined;
  return syntaxFinding('json-extra-comma', [before.length - 1, before.length]);
}
