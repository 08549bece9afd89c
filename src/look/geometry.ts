import type { Look } from '../generated/look-types.ts';

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
