import type { Look, LookLetterStyle } from '../generated/look-types.ts';

/** The width between the page's margins, in millimetres, with the page turned where the look says so. */
export function textWidthMm({ page }: Pick<Look, 'page'>): number {
  const width = page.orientation === 'portrait' ? page.widthMm : page.heightMm;
  return width - page.marginsMm.left - page.marginsMm.right;
}

/** The height between the page's margins, in millimetres, with the page turned where the look says so. */
export function textHeightMm({ page }: Pick<Look, 'page'>): number {
  const height = page.orientation === 'portrait' ? page.heightMm : page.widthMm;
  return height - page.marginsMm.top - page.marginsMm.bottom;
}

/** The widths of the table's eight columns, in millimetres, from left to right. */
export function columnWidthsMm({ table }: Pick<Look, 'table'>): number[] {
  const { number, group, task, level } = table.columnsMm;
  return [number, group, task, level, level, level, level, level];
}

/** One line of Times New Roman, in parts of the size of its letters (hhea); the fonts that replace it measure the same. */
const singleLine = 1.149;

/**
 * The height of a line, in points: that of Times New Roman, made whole half-points, so that all programs agree on it and
 * pages end at the same row. Word rounds to twentieths of a point, browsers to parts of a pixel.
 */
export const lineHeightPt = (
  { body }: Pick<Look, 'body'>,
  { sizePt = body.sizePt }: LookLetterStyle = {},
): number => Math.ceil(sizePt * singleLine * body.lineSpacing * 2) / 2;

/** What a row is higher than its lines, in points: the cell's margins, in the twentieths that Word rounds to, and a line. */
export function cellRoomPt({ table }: Pick<Look, 'table'>): {
  readonly top: number;
  readonly bottom: number;
} {
  const { cellMarginsMm, borderPt } = table;
  const room = (marginMm: number) => Math.round((marginMm * 1440) / 25.4) / 20 + borderPt / 2;
  return { top: room(cellMarginsMm.top), bottom: room(cellMarginsMm.bottom) };
}
