import type { TextPlace } from '../diagnostics/place.ts';
import { fitLine } from './fit-line.ts';

/** How parts of a frame are coloured; each gives back a text of the same width. */
export interface FramePaint {
  readonly gutter: (text: string) => string;
  readonly mark: (text: string) => string;
}

/** A line of a text without its line break. */
interface Line {
  /** 1-based. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** Lines shown before and after the marked ones. */
const context = 2;
/** Of a span over more than four lines, the first three and the last are shown. */
const head = 3;

/**
 * The lines of `text` around `place` with their numbers, `>` at the marked lines and carets under the exact
 * span, over several lines under the first and the last. Lines wider than `width` columns are cut around the
 * span.
 */
export function codeFrame(text: string, place: TextPlace, width: number, paint: FramePaint): string[] {
  const start = Math.min(place.start.offset, text.length);
  let end = Math.max(start, Math.min(place.end.offset, text.length));
  // A span that takes in the line break ends on the line before.
  while (end > start && /[\r\n]/.test(text.charAt(end - 1))) end -= 1;

  const opening = lineAt(text, start, place.start.line);
  const marked = [opening, ...neighbours(text, opening, 1, Number.POSITIVE_INFINITY, end)];
  const closing = marked.at(-1) ?? opening;
  const before = withoutEmptyEdge(text, neighbours(text, opening, -1, context)).reverse();
  const after = withoutEmptyEdge(text, neighbours(text, closing, 1, context));

  const digits = String((after.at(-1) ?? closing).number).length;
  const room = Math.max(12, width - digits - 5);
  const gutter = (label: string | number) => paint.gutter(` ${String(label).padStart(digits)} │`);
  const sourceOf = (line: Line) => text.slice(line.start, line.end);
  const beside = (source: string) => (source.trim() === '' ? '' : ` ${source.trimEnd()}`);
  const plain = (line: Line) => ` ${gutter(line.number)}${beside(fitLine(sourceOf(line), 0, 0, room).text)}`;

  const frame = before.map(plain);
  const elided = marked.length > head + 1;
  for (const line of elided ? [...marked.slice(0, head), closing] : marked) {
    if (elided && line === closing) frame.push(` ${gutter('')} …`);
    const source = sourceOf(line);
    const from = line === opening ? start - line.start : source.length - source.trimStart().length;
    const to = Math.max(from, Math.min(end, line.end) - line.start);
    const fitted = fitLine(source, from, to, room);
    frame.push(`${paint.mark('>')}${gutter(line.number)}${beside(fitted.text)}`);
    if (line === opening || line === closing) {
      frame.push(` ${gutter('')} ${' '.repeat(fitted.column)}${paint.mark('^'.repeat(fitted.length))}`);
    }
  }
  return [...frame, ...after.map(plain)];
}

function lineAt(text: string, offset: number, number: number): Line {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', offset);
  const end = feed === -1 ? text.length : feed;
  return { number, start, end: end > start && text[end - 1] === '\r' ? end - 1 : end };
}

/** Up to `count` lines after `line` (step 1) or before it (step -1), nearest first; none begins after `limit`. */
function neighbours(text: string, line: Line, step: 1 | -1, count: number, limit = text.length): Line[] {
  const lines: Line[] = [];
  let current = line;
  while (lines.length < count) {
    const feed = step === 1 ? text.indexOf('\n', current.end) : current.start - 1;
    const offset = step === 1 ? feed + 1 : feed;
    if (feed < 0 || offset > limit) break;
    current = lineAt(text, offset, current.number + step);
    lines.push(current);
  }
  return lines;
}

/** Context that ends in empty lines, seen from the marked lines, is cut off there. */
function withoutEmptyEdge(text: string, lines: readonly Line[]): Line[] {
  const last = lines.findLastIndex((line) => text.slice(line.start, line.end).trim() !== '');
  return lines.slice(0, last + 1);
}
