import type { Look } from '../generated/look-types.ts';

/** The height between the page's margins, in millimetres, with the page turned where the look says so. */
export function textHeightMm({ page }: Pick<Look, 'page'>): number {
  const height = page.orientation === 'portrait' ? page.heightMm : page.widthMm;
  return height - page.marginsMm.top - page.marginsMm.bottom;
}
