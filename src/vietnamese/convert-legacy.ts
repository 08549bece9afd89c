import { decodeLegacyWord } from './legacy-encodings.ts';

/** The two font encodings that texts can be converted from. */
export type FontEncoding = 'tcvn3' | 'vni';

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
  let converted = '';
  for (let index = 0; index < shown.length; ) {
    // In VNI a mark follows its letter; a pair that reads as two letters is not a mark.
    const pair = encoding === 'vni' ? decodeLegacyWord(shown.slice(index, index + 2), encoding) : undefined;
    const isPair = pair?.length === 1 && index + 1 < shown.length;
    const letter = shown.charAt(index);
    converted += isPair ? pair : (decodeLegacyWord(letter, encoding) ?? letter);
    index += isPair ? 2 : 1;
  }
  return capitals ? converted.toUpperCase() : converted;
}
