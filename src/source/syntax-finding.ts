import type { Facts, Finding, Range } from '../diagnostics/finding.ts';
import type { MessageIds } from '../generated/message-ids.ts';

export type SyntaxMessage = MessageIds['syntax'];

/** A finding of the rule `syntax` at a span of the text. */
export const syntaxFinding = (message: SyntaxMessage, span: Range, facts: Facts = {}): Finding => ({
  rule: 'syntax',
  message,
  path: [],
  span,
  facts,
});
