import { cutText, displayWidth, widest, wrapWords } from './display-width.ts';

/** A column of a table on a terminal. */
export interface TextColumn {
  readonly head: string;
  /** The head is wrapped to about this width; default: not wrapped. */
  readonly headWidth?: number;
  /** Default: left. */
  readonly align?: 'right';
}

export interface TextTableOptions {
  readonly width: number;
  readonly paintHead: (text: string) => string;
  /** Colours a cell that is already padded. */
  readonly paint: (text: string, column: number, row: number) => string;
  readonly below?: (row: number) => readonly string[];
}

const gap = '  ';
/** A longer first cell is cut. */
const maxLines = 3;

/**
 * The lines of a table that fits the width: if there is too little space, cells of the first column are wrapped,
 * down to 12 columns. Texts must be printable.
 */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  { width, paintHead, paint, below }: TextTableOptions,
): string[] {
  const heads = columns.map(({ head, headWidth }) => (headWidth ? wrapWords(head, headWidth) : [head]));
  const natural = columns.map((_, index) =>
    Math.max(widest(heads[index] ?? []), widest(rows.map((row) => row[index] ?? ''))),
  );
  const others = natural.slice(1).reduce((sum, one) => sum + one + gap.length, 0);
  const room = Math.min(natural[0] ?? 0, Math.max(12, width - others));
  const widths = [room, ...natural.slice(1)];
  const line = (cells: readonly string[], set: (text: string, column: number) => string) =>
    columns
      .map(({ align }, index) => set(pad(cells[index] ?? '', widths[index] ?? 0, align), index))
      .join(gap)
      .trimEnd();
  const headLines = Math.max(...heads.map((lines) => lines.length));
  const head = Array.from({ length: headLines }, (_, at) =>
    line(
      heads.map((lines) => lines[at - headLines + lines.length] ?? ''),
      paintHead,
    ),
  );
  const body = rows.flatMap(([first = '', ...rest], at) => {
    const set = (text: string, column: number) => paint(text, column, at);
    const [name = '', ...more] = cellLines(first, room);
    return [line([name, ...rest], set), ...more.map((text) => line([text], set)), ...(below?.(at) ?? [])];
  });
  return [...head, ...body];
}

function cellLines(text: string, width: number): string[] {
  const lines = wrapWords(text, width);
  if (lines.length <= maxLines) return lines;
  const rest = lines.slice(maxLines - 1).join(' ');
  return [...lines.slice(0, maxLines - 1), cutText(rest, width)];
}

function pad(text: string, width: number, align: TextColumn['align']): string {
  const shown = cutText(text, width);
  const room = ' '.repeat(Math.max(0, width - displayWidth(shown)));
  return align === 'right' ? room + shown : shown + room;
}
