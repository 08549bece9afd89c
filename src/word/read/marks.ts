/** What stands in a level cell. */
export type MarkCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'mark' }
  /** A lone digit 1–5. */
  | { readonly kind: 'digit'; readonly digit: number }
  | { readonly kind: 'other' };

// Letters x of three alphabets, crosses, ticks, ticked boxes, and the square root, which is typed as a tick.
const mark = /^[xX×хХχΧ✕✖✗✘✓✔☑☒☓⨯❌✅√🗸🗴🗵🗷🗹]\ufe0f?$/u;
// Blanks, dashes, dots that were to be written over, boxes that are not ticked.
const empty = /^[\s\u00a0\u200b\ufeff\-‐‑–—−_.…☐□◻❑❒]*$/u;

/** Reads a level cell: x, X, ×, ✓, ✔, a ticked box, also in brackets; a digit; blanks and dashes are nothing. */
export function readMark(text: string): MarkCell {
  if (empty.test(text)) return { kind: 'empty' };
  const bare = text.trim().replace(/^[([]\s*(.+?)\s*[)\]]$/u, '$1');
  if (mark.test(bare)) return { kind: 'mark' };
  return /^[1-5]$/.test(bare) ? { kind: 'digit', digit: Number(bare) } : { kind: 'other' };
}
