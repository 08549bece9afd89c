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

/** The value of a Roman numeral in its one correct spelling, capitals only; undefined for anything else. */
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
