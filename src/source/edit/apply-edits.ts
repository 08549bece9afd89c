import type { Range } from '../../diagnostics/finding.ts';

/** New text in place of a stretch of a source text; an empty span inserts. */
export interface TextEdit {
  readonly span: Range;
  readonly text: string;
}

/** Carries out edits that do not overlap, in any order. Of insertions at one place the first comes first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: inserted } of [...edits].sort(
    (a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1],
  )) {
    result += text.slice(at, span[0]) + inserted;
    at = span[1];
  }
  return result + text.slice(at);
}
