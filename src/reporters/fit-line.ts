import { displayWidth } from './display-width.ts';
import { printable } from './printable.ts';

/** One character with the combining marks that follow it; `from` and `to` are UTF-16 offsets in the line. */
interface Cell {
  text: string;
  readonly width: number;
  readonly from: number;
  to: number;
}

const tabStop = 4;
const ellipsis = '…';

/**
 * Makes a line printable, expands its tabs and cuts it to `room` columns around the span `[from, to)`, given in
 * UTF-16 units; “…” marks a cut. A span that begins or ends within a character marks all of it.
 *
 * @returns the text before the span, in it and after it; the column of the span from 0, and its length in columns, at least
 * 1, so that an empty span is marked, too
 */
export function fitLine(line: string, from: number, to: number, room: number) {
  // A line may be a whole JSON file: only the neighbourhood of the span is measured.
  const reach = room * 4;
  const low = Math.max(0, from - reach);
  const high = Math.min(line.length, Math.min(to, from + reach) + reach);
  const cells = cellsOf(line.slice(low, high), low);
  if (from >= line.length) cells.push({ text: ' ', width: 1, from: line.length, to: line.length + 1 });

  const widthOf = (start: number, end: number) =>
    cells.slice(start, end).reduce((sum, { width }) => sum + width, 0);
  const found = cells.findIndex((cell) => cell.to > from);
  const first = Math.max(0, found);
  const next = Math.max(first + 1, cells.findLastIndex((cell) => cell.from < to) + 1);

  let start = 0;
  const hasMore = next < cells.length || high < line.length;
  if (low > 0 || widthOf(0, next) + (hasMore ? 1 : 0) > room) {
    const spare = Math.max(0, room - 2 - widthOf(first, next));
    const tail = high < line.length ? spare : widthOf(next, cells.length);
    const lead = Math.max(Math.floor(spare / 2), spare - tail);
    start = first;
    while (start > 0 && widthOf(start - 1, first) <= lead) start -= 1;
  }
  const cutBefore = low + start > 0;
  const limit = room - (cutBefore ? 1 : 0);
  let end = start;
  let cutAfter = true;
  for (let used = 0; cutAfter; end += 1) {
    const cell = cells[end];
    cutAfter = cell !== undefined || high < line.length;
    const isLast = end + 1 >= cells.length && high >= line.length;
    if (cell === undefined || used + cell.width > limit - (isLast ? 0 : 1)) break;
    used += cell.width;
  }

  const shown = (from: number, to: number) =>
    cells
      .slice(from, Math.min(to, end))
      .map(({ text }) => text)
      .join('');
  const parts: [before: string, span: string, after: string] = [
    (cutBefore ? ellipsis : '') + shown(start, first),
    shown(first, next),
    shown(next, end) + (cutAfter ? ellipsis : ''),
  ];
  return {
    parts,
    column: (cutBefore ? 1 : 0) + widthOf(start, first),
    length: Math.max(1, widthOf(first, Math.min(next, end)) + (next > end ? 1 : 0)),
  };
}

export type FittedLine = ReturnType<typeof fitLine>;

function cellsOf(text: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  let from = offset;
  let column = 0;
  for (const character of text) {
    const to = from + character.length;
    // Most of a line needs no closer look.
    if (/[ -~\u00c0-\u017f\u01a0-\u01b0\u1ea0-\u1ef9]/.test(character)) {
      cells.push({ text: character, width: 1, from, to });
      column += 1;
      from = to;
      continue;
    }
    const previous = cells.at(-1);
    if (/\p{M}/u.test(character) && previous && previous.text.trim() !== '') {
      previous.text += character;
      previous.to = to;
    } else {
      const shown = showCharacter(character, column);
      const width = displayWidth(shown);
      cells.push({ text: shown, width, from, to });
      column += width;
    }
    from = to;
  }
  return cells;
}

function showCharacter(character: string, column: number): string {
  if (character === '\t') return ' '.repeat(tabStop - (column % tabStop));
  // A mark without a letter would combine with the frame.
  return /\p{M}/u.test(character) ? `◌${character}` : printable(character);
}
