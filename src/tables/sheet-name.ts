/** In UTF-16 units, as Excel counts. */
const longest = 31;

/**
 * A name that Excel accepts for a sheet: 1 to 31 characters, none of `: \ / ? * [ ]`, no apostrophe at either
 * end, not the reserved “History”, and none already taken, ignoring case. A name that is not
 * free gets a number: “Công việc (2)”.
 */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const isTaken = (name: string) => taken.some((other) => other.toLowerCase() === name.toLowerCase());
  const plain = wanted
    .normalize('NFC')
    .replace(/[:\\/?*[\]\u0000-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu, ' ')
    .replace(/\s+/g, ' ');
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : ` (${count})`;
    const name = trimmed(cut(trimmed(plain), longest - suffix.length)) || 'Sheet';
    if (!isTaken(name + suffix) && !/^history$/i.test(name + suffix)) return name + suffix;
  }
}

const trimmed = (text: string) => text.replace(/^[' ]+|[' ]+$/g, '');

/** Never through a surrogate pair. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
