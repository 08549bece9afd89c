import { decodeLegacyWord } from '../../src/vietnamese/legacy-encodings.ts';

/** A text as it was typed for a font of an old encoding: what a converted file gives back. */
export function toLegacy(text: string, encoding: 'tcvn3' | 'vni'): string {
  let typed = '';
  for (const letter of text.normalize('NFC')) typed += writtenAs(encoding).get(letter) ?? letter;
  return typed;
}

const tables = new Map<string, ReadonlyMap<string, string>>();

/** The tables of the program, read backwards. */
function writtenAs(encoding: 'tcvn3' | 'vni'): ReadonlyMap<string, string> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, string>();
  const signs = Array.from({ length: 0x60 }, (_, index) => String.fromCharCode(0xa0 + index));
  const letters = [...'aeouyAEOUYôöÔÖ'].flatMap((letter) => signs.map((sign) => letter + sign));
  for (const typed of [...signs, ...(encoding === 'vni' ? letters : [])]) {
    const letter = decodeLegacyWord(typed, encoding);
    if (letter?.length === 1 && letter > '\u007f') table.set(letter, typed);
  }
  tables.set(encoding, table);
  return table;
}
