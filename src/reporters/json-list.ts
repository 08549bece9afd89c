import { stringifyJson } from './stringify-json.ts';

/** Where the list stands: its brackets are the last empty ones. */
const brackets = '[]';

/** JSON up to where the items of its empty list, the last one in it, begin. */
export function jsonBefore(value: unknown): string {
  const json = stringifyJson(value);
  return json.slice(0, json.lastIndexOf(brackets) + 1);
}

/** JSON from the end of its empty list on. @param isEmpty whether the list stays empty */
export function jsonAfter(value: unknown, isEmpty: boolean): string {
  const json = stringifyJson(value);
  const at = json.lastIndexOf(brackets);
  const line = json.slice(json.lastIndexOf('\n', at) + 1, at);
  const indent = ' '.repeat(line.length - line.trimStart().length);
  return (isEmpty ? '' : `\n${indent}`) + json.slice(at + 1);
}

/** An item on lines of its own. @param depth how deep the list's items stand */
export const jsonItem = (value: unknown, depth: number): string =>
  `\n${stringifyJson(value).trimEnd()}`.replaceAll('\n', `\n${'  '.repeat(depth)}`);
