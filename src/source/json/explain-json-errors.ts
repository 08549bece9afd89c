import { type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { Finding } from '../../diagnostics/finding.ts';
import { type SyntaxMessage, syntaxFinding } from '../syntax-finding.ts';
import { nextLineOf } from '../text-lines.ts';

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
};

/**
 * Words the parser's errors as the slips that they come from. One slip makes the parser stumble over and over:
 * one finding a line, and none for what follows from a quote left open on the line before, or from a word that
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
      message === 'json-value' && lastSymbol !== undefined && isSpaceBetween(text, lastSymbol, offset);
    lastSymbol = message === 'json-other' ? one : undefined;
    if (offset < spoiledUntil || follows) continue;
    spoiledUntil = nextLineOf(text, offset);
    if (message === 'json-quote') spoiledUntil = nextLineOf(text, spoiledUntil);
    findings.push(extraComma(text, offset) ?? syntaxFinding(message, [offset, offset + length]));
  }
  return findings;
}

/** Whether there is only white space between an error and an offset. */
const isSpaceBetween = (text: string, { offset, length }: ParseError, end: number) =>
  text.slice(offset + length, end).trim() === '';

/** `[1, 2,]` */
function extraComma(text: string, offset: number): Finding | undefined {
  const before = text.slice(0, offset).trimEnd();
  if (!before.endsWith(',') || !/[\]}]/.test(text[offset] ?? '')) return undefined;
  return syntaxFinding('json-extra-comma', [before.length - 1, before.length]);
}
