import type { Look, LookLetterStyle } from '../generated/look-types.ts';
import { lettersPerLine } from './long-words.ts';

/** Width and height of the page in millimetres, swapped for landscape. */
export const pageSizeMm = ({ page }: Pick<Look, 'page'>): readonly [width: number, height: number] =>
  page.orientation === 'portrait' ? [page.widthMm, page.heightMm] : [page.heightMm, page.widthMm];

/** The width between the page's margins, in millimetres. */
export const textWidthMm = ({ page }: Pick<Look, 'page'>): number =>
  pageSizeMm({ page })[0] - page.marginsMm.left - page.marginsMm.right;

/**
 * The shares of that width that the two signatures have: “Thành phố Hồ Chí Minh, ngày 24 tháng 11 năm 2026” is a line in
 * the right one, at the 13 points of Decree 30/2020/NĐ-CP.
 */
export const signatureShares = [3 / 8, 5 / 8] as const;

/** The height between the page's margins, in millimetres. */
export const textHeightMm = ({ page }: Pick<Look, 'page'>): number =>
  pageSizeMm({ page })[1] - page.marginsMm.top - page.marginsMm.bottom;

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

/** The approximate height of texts below each other in a given width, in millimetres. */
export function heightMm(
  texts: readonly string[],
  widthMm: number,
  style: LookLetterStyle,
  look: Look,
): number {
  // It overestimates the width of letters.
  const letters = lettersPerLine(widthMm, style.sizePt ?? look.body.sizePt) * 1.2;
  const lines = texts.reduce((sum, { length }) => sum + Math.ceil(length / letters), 0);
  return (lines * lineHeightPt(look, style) * 25.4) / 72;
}

/** The height of a row beyond its lines, in points: the cell's margins, in the twentieths that Word rounds to, and a border. */
export function cellRoomPt({ table }: Pick<Look, 'table'>): {
  readonly top: number;
  readonly bottom: number;
} {
  const { cellMarginsMm, borderPt } = table;
  const room = (marginMm: number) => Math.round((marginMm * 1440) / 25.4) / 20 + borderPt / 2;
  return { top: room(cellMarginsMm.top), bottom: room(cellMarginsMm.bottom) };
}

/** Rounds a calculated length to a thousandth of its unit. */
export const toThousandth = (length: number): number => Math.round(length * 1000) / 1000;
