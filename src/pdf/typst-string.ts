import { breakLongWords, stretchesLines } from '../look/long-words.ts';

/** How far Times New Roman and the fonts with its measures reach below their line, in parts of the font size (hhea, OS/2). */
export const descent = 0.216;

/** Text as a Typst string literal, in which nothing acts as markup or code. A tab becomes a space. */
export const typstString = (text: string): string =>
  `"${text.replaceAll('\t', ' ').replace(illegal, '').replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;

/** Control characters and lone surrogates. */
const illegal = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Text as Typst code. Typst does not break words: long ones break at invisible spaces, which are not in the text that is
 * copied.
 *
 * @param letters per line @param before Typst code before the text in its paragraph
 */
export function typstText(text: string, letters: number, before = ''): string {
  const pieces = breakLongWords(text, letters).map((piece) => withBoxes(piece, letters));
  const code = `${before && `${before} + `}${pieces.join(' + h(0.001pt) + ')}`;
  return stretchesLines(text, letters) ? `{ set par(justify: false); ${code} }` : code;
}

/**
 * Words joined by no-break spaces become a box with ordinary ones, unless too long for a line: Typst writes no-break
 * spaces as nested text tags, after which some readers lose the rest.
 */
function withBoxes(text: string, letters: number): string {
  if (!text.includes('\u00a0')) return typstString(text);
  return text
    .split(/([^\s\u00a0]*(?:\u00a0[^\s\u00a0]*)+)/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const literal = typstString(piece.replaceAll('\u00a0', ' '));
      return piece.includes('\u00a0') && piece.length <= letters
        ? `box(baseline: ${descent}em, ${literal})`
        : literal;
    })
    .join(' + ');
}
