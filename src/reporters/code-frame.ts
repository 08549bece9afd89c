import type { TextPlace } from '../diagnostics/finding.ts';
import { firstIndex } from '../diagnostics/first-index.ts';
import { type FittedLine, fitLine } from './fit-line.ts';

/** Functions that colour parts of a frame without changing their width. */
export interface FramePaint {
  readonly gutter: (text: string) => string;
  readonly mark: (text: string) => string;
}

/** A line of a text without its line break. */
interface Line {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** Lines shown before and after the marked ones. */
const context = 2;
/** For a span over more than four lines, the first three and the last are shown. */
const head = 3;

/** A displayed line of a frame. */
export interface FrameLine {
  /** Undefined for omitted lines. */
  readonly number?: number;
  /** A line without a part of the span is entirely before it. */
  readonly parts: FittedLine['parts'];
  readonly isMarked: boolean;
  /** On the first and the last line of the span: see `FittedLine`. */
  readonly carets?: Pick<FittedLine, 'column' | 'length'>;
}

/**
 * The lines of `text` around `place` with their numbers, `>` at the marked lines and carets under the exact
 * span, over several lines under the first and the last. Lines wider than `width` columns are cut around the
 * span.
 */
export function codeFrame(text: string, place: TextPlace, width: number, paint: FramePaint): string[] {
  const lines = frameLines(text, place, width);
  const digits = digitsOf(lines.at(-1)?.number);
  const gutter = (label: string | number) => paint.gutter(` ${String(label).padStart(digits)} │`);
  return lines.flatMap(({ number = '', parts, isMarked, carets }) => {
    const shown = parts.join('').trimEnd();
    const line = `${isMarked ? paint.mark('>') : ' '}${gutter(number)}${shown === '' ? '' : ` ${shown}`}`;
    if (!carets) return line;
    return [line, ` ${gutter('')} ${' '.repeat(carets.column)}${paint.mark('^'.repeat(carets.length))}`];
  });
}

const digitsOf = (number: number | undefined) => String(number).length;

/** The lines around `place`, those wider than `width` columns, with the number before them, cut around the span. */
export function frameLines(text: string, place: TextPlace, width: number): FrameLine[] {
  const start = Math.min(place.start.offset, text.length);
  let end = Math.max(start, Math.min(place.end.offset, text.length));
  // A span that includes the line break ends on the line before.
  while (end > start && /[\r\n]/.test(text.charAt(end - 1))) end -= 1;

  const feeds = feedsOf(text);
  const lineOf = (offset: number) => firstIndex(feeds.length, (index) => (feeds[index] ?? 0) >= offset);
  const [first, last] = [lineOf(start), lineOf(end)];
  const isElided = last - first > head;
  /** By the number of line feeds before it; lone carriage returns count among the numbers, but end no line here. */
  const lineAt = (index: number): Line => {
    const from = (feeds[index - 1] ?? -1) + 1;
    const to = feeds[index] ?? text.length;
    const number = place.start.line + index - first;
    return { number, start: from, end: to > from && text[to - 1] === '\r' ? to - 1 : to };
  };
  const lines = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, step) => lineAt(from + step));
  const closing = lineAt(last);
  const marked = isElided ? [...lines(first, first + head), closing] : lines(first, last + 1);
  const before = withoutEmptyEdge(text, lines(Math.max(0, first - context), first).reverse()).reverse();
  const after = withoutEmptyEdge(text, lines(last + 1, Math.min(last + 1 + context, feeds.length + 1)));

  const room = Math.max(12, width - digitsOf((after.at(-1) ?? closing).number) - 5);
  const sourceOf = (line: Line) => text.slice(line.start, line.end);
  const plain = (line: Line): FrameLine => {
    const { parts } = fitLine(sourceOf(line), 0, 0, room);
    return { number: line.number, parts: [parts.join(''), '', ''], isMarked: false };
  };

  const frame = before.map(plain);
  for (const [index, line] of marked.entries()) {
    const [isOpening, isClosing] = [index === 0, index === marked.length - 1];
    if (isElided && isClosing) frame.push({ parts: ['…', '', ''], isMarked: false });
    const source = sourceOf(line);
    const from = isOpening ? start - line.start : source.length - source.trimStart().length;
    const to = Math.max(from, Math.min(end, line.end) - line.start);
    const { parts, column, length } = fitLine(source, from, to, room);
    const carets = isOpening || isClosing ? { carets: { column, length } } : {};
    frame.push({ number: line.number, parts, isMarked: true, ...carets });
  }
  return [...frame, ...after.map(plain)];
}

let known: { readonly text: string; readonly feeds: readonly number[] } | undefined;

/** The offsets of all line feeds, cached for the last text, which may be megabytes long. */
function feedsOf(text: string): readonly number[] {
  if (known?.text === text) return known.feeds;
  const feeds: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) feeds.push(at);
  known = { text, feeds };
  return feeds;
}

/** Removes empty lines at the outer ends of the context. */
function withoutEmptyEdge(text: string, lines: readonly Line[]): Line[] {
  const last = lines.findLastIndex((line) => text.slice(line.start, line.end).trim() !== '');
  return lines.slice(0, last + 1);
}
