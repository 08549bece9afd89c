import type { Look } from '../generated/look-types.ts';

/** The width between the page's margins, in millimetres, with the page turned where the look says so. */
export function textWidthMm({ page }: Pick<Look, 'page'>): number {
  const width = page.orientation === 'portrait' ? page.widthMm : page.heightMm;
  return width - page.marginsMm.left - page.marginsMm.right;
}
