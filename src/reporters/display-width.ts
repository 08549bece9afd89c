import { eastAsianWidth } from 'get-east-asian-width';

/** Columns that a printable text takes on a terminal: combining marks none, East Asian wide characters two. */
export function displayWidth(text: string): number {
  // Most texts, in whole: what needs no closer look.
  if (/^[ -~\u00c0-\u017f\u01a0-\u01b0\u1ea0-\u1ef9]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (!/\p{M}/u.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}
