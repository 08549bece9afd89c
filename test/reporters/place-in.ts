import type { TextPlace } from '../../src/diagnostics/finding.ts';

/** Where `needle` stands in `text`; an empty needle after `after` gives an empty place. */
export function placeIn(text: string, needle: string, after = ''): TextPlace {
  const from = text.indexOf(after) + after.length;
  const start = text.indexOf(needle, from);
  if (text.indexOf(after) === -1 || start === -1) throw new Error(`“${needle}” is not in the text`);
  return { kind: 'text', start: pointAt(text, start), end: pointAt(text, start + needle.length) };
}

export function pointAt(text: string, offset: number) {
  const before = text.slice(0, offset);
  return { offset, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
