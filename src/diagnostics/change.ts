import type { Path, Range } from './finding.ts';

/**
 * One step of a fix, in the terms of the form: `edit-text.ts` carries it into a text, whatever that is written
 * in. The last four concern the source text itself, for faults that no path can name (syntax).
 */
export type Change =
  /** Puts `text` in place of a range of the text at `path`. */
  | { readonly kind: 'replace'; readonly path: Path; readonly range: Range; readonly text: string }
  /** Puts a value in place of the one at `path`: a number bare, a text in the quotes that were there. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: string | number }
  /**
   * Puts the key that `path` ends in before the key `before`, else first. Where there is a text instead of the map,
   * it becomes the value of `before`.
   */
  | { readonly kind: 'add'; readonly path: Path; readonly before: string; readonly value: string }
  /** Takes a key and its value away. */
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'rename'; readonly path: Path; readonly key: string }
  /** The value at `path` was meant as a text, as it is written. */
  | { readonly kind: 'quote'; readonly path: Path }
  /** Key and value at `path` were meant as a text: the value of the key `under`, or the item itself. */
  | { readonly kind: 'quote-pair'; readonly path: Path; readonly under: string }
  /** Puts quotes around the unquoted text at an offset of the source. */
  | { readonly kind: 'quote-at'; readonly offset: number }
  | { readonly kind: 'insert'; readonly offset: number; readonly text: string }
  /** Puts spaces for the tabs that indent lines, where that can be read in one way only. */
  | { readonly kind: 'expand-tabs' }
  /** The text stays as it is, and is written as UTF-8. @param from the encoding that it has */
  | { readonly kind: 'to-utf8'; readonly from: string };
