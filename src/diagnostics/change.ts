import type { Path, Range } from './finding.ts';

/**
 * One step of a fix, in terms of the form: `edit-text.ts` applies it to a text, whatever its format.
 * The last four concern the source text itself, for errors without a path (syntax).
 */
export type Change =
  /** Replaces a range of the text at `path` by `text`. */
  | { readonly kind: 'replace'; readonly path: Path; readonly range: Range; readonly text: string }
  /** Replaces the value at `path`: a number unquoted, a text in its existing quotes. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: string | number }
  /**
   * Inserts the key at the end of `path` before the key `before`, else first. If there is a text instead of the map,
   * it becomes the value of `before`.
   */
  | { readonly kind: 'add'; readonly path: Path; readonly before: string; readonly value: string }
  /** Removes a key and its value. */
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'rename'; readonly path: Path; readonly key: string }
  /** Quotes the value at `path`, which was meant as a text as written. */
  | { readonly kind: 'quote'; readonly path: Path }
  /** Quotes key and value at `path`, which were meant as one text: the value of the key `under`, or the item itself. */
  | { readonly kind: 'quote-pair'; readonly path: Path; readonly under: string }
  /** Quotes the unquoted text at an offset of the source. */
  | { readonly kind: 'quote-at'; readonly offset: number }
  | { readonly kind: 'insert'; readonly offset: number; readonly text: string }
  /** Replaces indentation tabs by spaces, if there is only one way to read the result. */
  | { readonly kind: 'expand-tabs' }
  /** Writes the unchanged text as UTF-8. @param from its encoding */
  | { readonly kind: 'to-utf8'; readonly from: string };
