import { type FontEncoding, readLetters } from './legacy-encodings.ts';

export type { FontEncoding };

/** Word moves the letters of fonts that call themselves symbol fonts to this block of the private use area. */
const symbolBlock = /[\uf020-\uf0ff]/g;

/**
 * A text written in TCVN3 or VNI as Unicode (NFC). What the encoding does not have is left as it is. Nothing is
 * guessed: a text that is Unicode already comes out damaged.
 *
 * @param capitals the text is in a font that draws capitals for small letters (.VnTimeH)
 */
export function convertLegacy(text: string, encoding: FontEncoding, capitals = false): string {
  const shown = text.replace(symbolBlock, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000));
  const letters = Array.from(readLetters(shown, encoding), ([written, read]) => read ?? written);
  const converted = letters.join('');
  return capitals ? converted.toUpperCase() : converted;
}
