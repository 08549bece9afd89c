import { type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { Finding } from '../diagnostics/finding.ts';

const messages: Readonly<Record<string, string>> = {
  InvalidCommentToken: 'json-comment',
  CommaExpected: 'json-comma',
  PropertyNameExpected: 'json-value',
  ValueExpected: 'json-value',
  UnexpectedEndOfString: 'json-quote',
  CloseBraceExpected: 'json-bracket',
  CloseBracketExpected: 'json-bracket',
};

/**
 * Words the parser's errors as the slips that they come from. One slip makes the parser stumble over and over:
 * one finding a line, and none for the comma that a quote left open has swallowed.
 *
 * @returns findings of the rule `syntax`, in the order of the text
 */
export function explainJsonErrors(text: string, errors: readonly ParseError[]): Finding[] {
  const findings: Finding[] = [];
  let lastLine: number | undefined;
  let isQuoteOpen = false;
  for (const { error, offset, length } of errors) {
    const message = messages[printParseErrorCode(error)] ?? 'json-other';
    const line = text.lastIndexOf('\n', offset - 1);
    const isSwallowed = isQuoteOpen && message === 'json-comma';
    isQuoteOpen = message === 'json-quote';
    if (line === lastLine || isSwallowed) continue;
    lastLine = line;
    findings.push(extraComma(text, offset) ?? problem(message, offset, length));
  }
  return findings;
}

/** `[1, 2,]` */
function extraComma(text: string, offset: number): Finding | undefined {
  const before = text.slice(0, offset).trimEnd();
  if (!before.endsWith(',') || !/[\]}]/.test(text[offset] ?? '')) return undefined;
  return problem('json-extra-comma', before.length - 1, 1);
}

const problem = (message: string, offset: number, length: number): Finding => ({
  rule: 'syntax',
  message,
  path: [],
  span: [offset, offset + length],
});
