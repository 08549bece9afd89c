import { replaceUnprintable } from './printable.ts';

/** Indented JSON with a line feed at the end; what could act on a terminal is written as `\uXXXX`. */
export function stringifyJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return `${replaceUnprintable(json, (character) => (character === '\n' ? character : escapeUnits(character)))}\n`;
}

/** Each UTF-16 unit as `\uXXXX`. */
export const escapeUnits = (character: string) =>
  [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');
