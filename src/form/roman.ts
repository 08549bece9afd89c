const numerals = [
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** A Roman numeral for 1 to 89. */
export function toRoman(value: number): string {
  let rest = value;
  let roman = '';
  for (const [numeral, worth] of numerals) {
    while (rest >= worth) {
      roman += numeral;
      rest -= worth;
    }
  }
  return roman;
}

/** The value of a correctly spelled Roman numeral in capitals; undefined for anything else. */
export function fromRoman(roman: string): number | undefined {
  let rest = roman;
  let value = 0;
  for (const [numeral, worth] of numerals) {
    while (rest.startsWith(numeral)) {
      value += worth;
      rest = rest.slice(numeral.length);
    }
  }
  return rest === '' && value > 0 && value < 90 && toRoman(value) === roman ? value : undefined;
}

/**
 * The value of a Roman numeral as people type it: in lower case, as one sign (Ⅱ), with l, | or 1 for I, with letters of
 * another alphabet (the Cyrillic І, the Greek Χ); undefined for anything else.
 */
export function typedRoman(text: string): number | undefined {
  const letters = text
    .normalize('NFKC')
    .replace(/[l|\u0399\u0406\u0456\u04c0]/g, 'I')
    .replace(/[\u03a7\u0425\u0445]/g, 'X');
  return /[ivx]/i.test(letters) ? fromRoman(letters.replaceAll('1', 'I').toUpperCase()) : undefined;
}

/** The value meant by “ii”, “2”, “Ⅱ”, “Nhóm II” or a Cyrillic “І”; undefined if there is none. */
export function meantRoman(text: string): number | undefined {
  const exact = fromRoman(text);
  if (exact !== undefined) return exact;
  const plain = text.normalize('NFKC').replace(/^nhóm|[\s.:]/gi, '');
  if (!/^\d{1,2}$/.test(plain)) return typedRoman(plain);
  return Number(plain) < 90 ? Number(plain) || undefined : undefined;
}
