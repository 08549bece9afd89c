import { replaceUnprintable } from './printable.ts';

/** Indented JSON with a final line feed; unprintable characters are escaped as `\uXXXX`. */
export function stringifyJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return `${replaceUnprintable(json, (character) => (character === '\n' ? character : escapeUnits(character)))}\n`;
}

/** Each UTF-16 unit as `\uXXXX`. */
export const escapeUnits = (character: string) =>
  [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');

/** JSON up to the start of its empty list's items. @param key of the list; without one the value is the list */
export function jsonBefore(value: unknown, key?: string): string {
  const json = stringifyJson(value);
  return json.slice(0, bracketIn(json, key) + 1);
}

/** JSON from the end of its empty list. @param isEmpty whether the list stays empty */
export function jsonAfter(value: unknown, isEmpty: boolean, key?: string): string {
  const json = stringifyJson(value);
  const at = bracketIn(json, key);
  const line = json.slice(json.lastIndexOf('\n', at) + 1, at);
  const indent = ' '.repeat(line.length - line.trimStart().length);
  return (isEmpty ? '' : `\n${indent}`) + json.slice(at + 1);
}

/** An item on lines of its own. @param depth of the list's items */
export const jsonItem = (value: unknown, depth: number): string =>
  `\n${stringifyJson(value).trimEnd()}`.replaceAll('\n', `\n${'  '.repeat(depth)}`);

/** The offset of the empty list; quotes within texts are escaped, so no text looks like the key. */
function bracketIn(json: string, key: string | undefined): number {
  const mark = key === undefined ? '[]' : `"${key}": []`;
  return json.indexOf(mark) + mark.length - 2;
}
