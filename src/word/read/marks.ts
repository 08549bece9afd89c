/** The content of a level cell. */
export type MarkCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'mark' }
  /** A lone digit 1–5. */
  | { readonly kind: 'digit'; readonly digit: number }
  | { readonly kind: 'other' };

// Letters x of three alphabets, crosses, ticks, ticked boxes, and the square root, which is typed as a tick.
const mark = /^[xX×хХχΧ✕✖✗✘✓✔☑☒☓⨯⊠╳❌✅√🗸🗴🗵🗷🗹]\ufe0f?$/u;
// Spaces, dashes, dots that were to be written over, boxes that are not ticked.
const empty = /^[\s\-‐‑–—−_.…☐□◻❑❒]*$/u;

/** Reads a level cell: x, X, ×, ✓, ✔, a ticked box, also in brackets or before a point; a digit; spaces and dashes are nothing. */
export function readMark(text: string): MarkCell {
  if (text === '') return { kind: 'empty' };
  // Most are written like that, and the rest compiles classes of Unicode.
  if (text === 'x' || text === 'X') return { kind: 'mark' };
  // Signs that cannot be seen, such as U+200B and U+200E, come along from the web.
  const seen = text.replace(/\p{Cf}/gu, '');
  if (empty.test(seen)) return { kind: 'empty' };
  // A mark that was typed full-width, as with a Chinese keyboard.
  const bare = seen
    .trim()
    // The sign of a footnote.
    .replace(/^([xX×✓✔])\s*(?:\*{1,3}|[¹²³\d]|[([][*\d]{1,2}[)\]])$/u, '$1')
    .normalize('NFKC')
    .replace(/[.,;]$/, '')
    .replace(/^[([]\s*(.+?)\s*[)\]]$/u, '$1');
  if (mark.test(bare)) return { kind: 'mark' };
  return /^[1-5]$/.test(bare) ? { kind: 'digit', digit: Number(bare) } : { kind: 'other' };
}
