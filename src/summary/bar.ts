const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of so many columns, to an eighth of a column. @param share from 0 to 1 */
export function bar(share: number, columns: number): string {
  const length = Math.round(share * columns * 8);
  const shown = '█'.repeat(Math.floor(length / 8)) + (eighths[length % 8] ?? '');
  // What is there is seen.
  return shown === '' && share > 0 ? '▏' : shown;
}

/**
 * How many columns each part of a whole takes, so that together they take all of them (largest remainders); none
 * where there is nothing.
 */
export function partColumns(parts: readonly number[], columns: number): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / whole) * columns);
  const widths = exact.map(Math.floor);
  const left = columns - widths.reduce((sum, width) => sum + width, 0);
  const byRemainder = [...exact.keys()].sort((a, b) => remainder(exact[b]) - remainder(exact[a]) || a - b);
  for (const index of byRemainder.slice(0, left)) widths[index] = (widths[index] ?? 0) + 1;
  return widths;
}

const remainder = (value = 0) => value - Math.floor(value);
