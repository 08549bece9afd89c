import { type Document, Scalar, visit } from 'yaml';
import type { Finding } from '../../../diagnostics/finding.ts';

/**
 * Plain texts, or places for one, that a ` #` has cut: YAML reads the rest as a comment. A real comment
 * has a space after the `#`.
 */
export function findCutTexts(text: string, document: Document.Parsed): Finding[] {
  const findings: Finding[] = [];
  if (!/[ \t]#[^\s#]/.test(text)) return findings;
  visit(document, {
    Scalar(_key, node) {
      if (node.type !== Scalar.PLAIN || !node.range) return;
      if (typeof node.value !== 'string' && node.source !== '') return;
      const cut = /[ \t]*(#[^\s#][^\r\n]*)/y;
      cut.lastIndex = node.range[1];
      const rest = cut.exec(text)?.[1];
      if (rest === undefined) return;
      const start = cut.lastIndex - rest.length;
      if (!/[ \t]/.test(text[start - 1] ?? '')) return;
      findings.push({
        rule: 'suspicious-cut',
        message: 'cut',
        path: [],
        span: [start, start + rest.length],
        facts: { rest },
      });
    },
  });
  return findings;
}
