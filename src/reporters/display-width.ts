import { eastAsianWidth } from 'get-east-asian-width';

/** The terminal columns of a printable text: none for combining marks, two for East Asian wide characters. */
export function displayWidth(text: string): number {
  // Most texts need no closer look.
  if (/^[ -~\u00c0-\u017f\u01a0-\u01b0\u1ea0-\u1ef9]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (!/\p{M}/u.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}

/** The columns of the widest text; there may be more texts than a function accepts arguments. */
export const widest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);

/** Cuts a printable text to a number of columns, with “…” at the cut. */
export function cutText(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let shown = '';
  let used = 1;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width) break;
    shown += character;
  }
  return `${shown.trimEnd()}…`;
}

/**
 * Breaks a text at its spaces into lines of at most `width` columns; the first line has `used` columns less.
 * A longer word gets its own line. No-break spaces do not break, double spaces within a line are kept.
 */
export function wrapWords(text: string, width: number, used = 0): string[] {
  const lines: string[] = [];
  let line = '';
  let room = width - used;
  for (const [index, word] of text.split(' ').entries()) {
    const longer = index === 0 ? word : `${line} ${word}`;
    if (index === 0 || displayWidth(longer) <= room) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
      room = width;
    }
  }
  return [...lines, line];
}
