import type { TextPlace } from '../diagnostics/place.ts';

/** First and last line of a place, 1-based, both included: a place that ends with a line feed ends on that line. */
export function annotationLines({ start, end }: TextPlace): { first: number; last: number } {
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  return { first: start.line, last };
}
