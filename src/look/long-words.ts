/** The average width of a letter as a fraction of the font size, rather overestimated. */
const letterWidth = 0.55;

const mmOfPt = 25.4 / 72;

/** How many letters fit in a line at least. */
export const lettersPerLine = (widthMm: number, sizePt: number): number =>
  Math.max(1, Math.floor(widthMm / (sizePt * mmOfPt * letterWidth)));

/**
 * The pieces of a text between which lines may also break: words that may be wider than their
 * line break after punctuation as in addresses, or anywhere if there is none nearby. One piece if all words fit.
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

/** Whether a text has a word of more than half a line, before which a justified line would be stretched too far. */
export const stretchesLines = (text: string, letters: number): boolean => !hasSpaces(text, letters / 2);

/** Whether spaces alone split a text into words that fit. */
function hasSpaces(text: string, letters: number): boolean {
  let start = 0;
  while (start + letters < text.length) {
    const space = text.lastIndexOf(' ', start + letters);
    if (space < start) return false;
    start = space + 1;
  }
  return true;
}
