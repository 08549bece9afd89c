/** How wide a letter is on average, in parts of the font size: rather too wide than too narrow. */
const letterWidth = 0.55;

const mmOfPt = 25.4 / 72;

/** How many letters stand in a line at least. */
export const lettersPerLine = (roomMm: number, sizePt: number): number =>
  Math.max(1, Math.floor(roomMm / (sizePt * mmOfPt * letterWidth)));

/** Typst breaks no words: one that might be wider than its line is given places to break at (zero-width spaces). */
export function breakWords(text: string, roomMm: number, sizePt: number): string {
  const tooLong = new RegExp(`[^\\s-]{${lettersPerLine(roomMm, sizePt) + 1},}`, 'gu');
  return text.replace(tooLong, (word) => [...word].join('\u200b'));
}
