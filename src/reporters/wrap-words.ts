import { displayWidth } from './display-width.ts';

/**
 * Breaks a text at its spaces into lines of at most `width` columns; the first line has `used` columns less.
 * A longer word keeps a line of its own. No-break spaces do not break, double spaces within a line stay.
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
