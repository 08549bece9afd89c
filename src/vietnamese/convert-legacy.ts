import { type FontEncoding, readLetters } from './legacy-encodings.ts';

export type { FontEncoding };

/** Word moves the letters of fonts that call themselves symbol fonts to this block of the private use area. */
const symbolBlock = /[\uf020-\uf0ff]/g;

/**
 * Converts a text in TCVN3 or VNI to Unicode (NFC). What the encoding does not have is kept. Nothing is
 * guessed: a text that is already Unicode is damaged.
 *
 * @param capitals whether the font draws capitals for small letters (.VnTimeH)
 */
export function convertLegacy(text: string, encoding: FontEncoding, capitals = false): string {
  const shown = text.replace(symbolBlock, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000));
  const letters = Array.from(readLetters(shown, encoding), ([written, read]) => read ?? written);
  const converted = letters.join('');
  return capitals ? converted.toUpperCase() : converted;
}
