import type { Range } from '../../diagnostics/finding.ts';
import { firstIndex } from '../../diagnostics/first-index.ts';

/** Replaces a span of a source text; an empty span inserts. */
export interface TextEdit {
  readonly span: Range;
  readonly text: string;
}

/** Applies edits that do not overlap, in any order. Insertions at one place keep their order. */
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

/** Keeps the first of items with overlapping edits; insertions at one place overlap, too. */
export function withoutOverlaps<Item extends { readonly edits: readonly TextEdit[] }>(
  items: readonly Item[],
): Item[] {
  const taken: TextEdit[] = [];
  return items.filter(({ edits }) => {
    const isFree = edits.every(({ span }) => {
      const at = placeFor(taken, span);
      return (taken[at - 1]?.span[1] ?? -1) < span[0] && span[1] < (taken[at]?.span[0] ?? Infinity);
    });
    if (isFree) for (const edit of edits) taken.splice(placeFor(taken, edit.span), 0, edit);
    return isFree;
  });
}

function placeFor(edits: readonly TextEdit[], [start, end]: Range): number {
  return firstIndex(edits.length, (index) => {
    const [from = 0, to = 0] = edits[index]?.span ?? [];
    return from > start || (from === start && to > end);
  });
}
