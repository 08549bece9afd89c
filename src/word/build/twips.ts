/** Twentieths of a point, Word's own unit of length. */
export const twipsOfMm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

export const twipsOfPt = (points: number) => Math.round(points * 20);

/** Widths that add up to what their sum is, whatever each is rounded to. */
export function twipsOfColumns(widthsMm: readonly number[]): number[] {
  let sum = 0;
  return widthsMm.map((width) => {
    const before = twipsOfMm(sum);
    sum += width;
    return twipsOfMm(sum) - before;
  });
}
