/** How wide a letter is on average, in parts of the font size: rather too wide than too narrow. */
const letterWidth = 0.55;

const mmOfPt = 25.4 / 72;

/** How many letters a line holds at least. */
export const lettersPerLine = (widthMm: number, sizePt: number): number =>
  Math.max(1, Math.floor(widthMm / (sizePt * mmOfPt * letterWidth)));

/**
 * The pieces of a text between which lines may break beyond the usual places: words that might be wider than their
 * line break behind signs as those of addresses, or anywhere where no sign is near. One piece where all words fit.
 *
 * @param letters that a line holds
 */
export function breakLongWords(text: string, letters: number): string[] {
  if (hasSpaces(text, letters)) return [text];
  const pieces: string[] = [];
  let start = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    if (word.length <= letters) continue;
    const parts = word
      .split(/(?<=[/.@?&=_-])/u)
      .flatMap((part) => (part.length > letters ? [...part] : [part]));
    const [first = '', ...rest] = parts;
    const last = rest.pop();
    if (last === undefined) continue;
    pieces.push(text.slice(start, index) + first, ...rest);
    start = index + word.length - last.length;
  }
  return [...pieces, text.slice(start)];
}

/** Whether spaces alone part a text into words that fit. */
function hasSpaces(text: string, letters: number): boolean {
  let start = 0;
  while (start + letters < text.length) {
    const space = text.lastIndexOf(' ', start + letters);
    if (space < start) return false;
    start = space + 1;
  }
  return true;
}
