/** The marks of levels 1–5 in a bar, which are distinct without colour, too. */
export const levelMarks = ['·', '░', '▒', '▓', '█'] as const;

/** The tasks by level as a bar of a given width; empty if no task has a level. */
export const levelBar = (levels: readonly number[], columns: number): string =>
  partColumns(levels, columns)
    .map((length, index) => levelMarks[index]?.repeat(length) ?? '')
    .join('');

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar with a precision of an eighth of a column; anything above 0 is visible. @param share from 0 to 1 */
export function lengthBar(share: number, columns: number): string {
  const length = Math.round(share * columns * 8);
  const shown = '█'.repeat(Math.floor(length / 8)) + (eighths[length % 8] ?? '');
  return shown === '' && share > 0 ? '▏' : shown;
}

/** Distributes all columns among the parts (largest remainders). */
function partColumns(parts: readonly number[], columns: number): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / whole) * columns);
  const widths = exact.map(Math.floor);
  const left = columns - widths.reduce((sum, width) => sum + width, 0);
  const remainder = (index: number) => (exact[index] ?? 0) % 1;
  const byRemainder = [...exact.keys()].sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const index of byRemainder.slice(0, left)) widths[index] = (widths[index] ?? 0) + 1;
  return widths;
}
