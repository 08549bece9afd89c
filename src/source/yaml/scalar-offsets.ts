import type { Range } from '../../diagnostics/finding.ts';

/** Where each UTF-16 unit of a scalar's value begins and ends in the source text. */
export interface ScalarOffsets {
  readonly starts: number[];
  readonly ends: number[];
}

/**
 * Aligns the decoded value of a scalar with its source text: through quotes, escapes, folded lines and the
 * indentation of block scalars (YAML 1.2.2, chapters 7.3 and 8.1; JSON strings are double-quoted scalars).
 *
 * @param span of the scalar, quotes or block header included
 * @returns undefined if value and source do not match; then the caller uses the whole span
 */
export function scalarOffsets(text: string, [start, end]: Range, value: string): ScalarOffsets | undefined {
  const first = text[start];
  const offsets =
    first === '|' || first === '>'
      ? blockOffsets(text, [start, end], value)
      : first === '"' || first === "'"
        ? flowOffsets(text, [start + 1, end], value, first)
        : flowOffsets(text, [start, end], value, '');
  return offsets?.starts.length === value.length ? offsets : undefined;
}

const fold = String.raw`(?<fold>[ \t]*(?:\r\n?|\n)[ \t\r\n]*)`;
/** All spaces match at once: looking for a line break after each of them would be quadratic. */
const verbatim = String.raw`(?<verbatim>[^\s\\']+|[ \t]+|[^])`;
const sequence = String.raw`\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|(?<dropped>(?:\r\n?|\n)[ \t]*)|[^xuU])`;
const tokens = {
  '"': new RegExp(`${fold}|(?<escaped>${sequence})|(?!\\\\)${verbatim}`, 'gy'),
  "'": new RegExp(`${fold}|(?<escaped>'')|${verbatim}`, 'gy'),
  '': new RegExp(`${fold}|${verbatim}`, 'gy'),
};

function flowOffsets(text: string, [start, end]: Range, value: string, quote: keyof typeof tokens) {
  const offsets: ScalarOffsets = { starts: [], ends: [] };
  for (const { index, groups = {} } of text.slice(start, end).matchAll(tokens[quote])) {
    const left = value.length - offsets.starts.length;
    if (left === 0) break;
    const { fold, escaped, dropped } = groups;
    const at = start + index;
    if (fold !== undefined) {
      const breaks = fold.match(/\r\n?|\n/g)?.length ?? 0;
      add(offsets, at, fold.length, breaks === 1 ? 1 : breaks - 1);
    } else if (escaped === undefined) {
      const written = groups.verbatim?.slice(0, left) ?? '';
      if (!value.startsWith(written, offsets.starts.length)) return undefined;
      for (let unit = 0; unit < written.length; unit++) add(offsets, at + unit, 1, 1);
    } else if (dropped === undefined) {
      const isWide = escaped[1] === 'U' && Number.parseInt(escaped.slice(2), 16) > 0xffff;
      add(offsets, at, escaped.length, isWide ? 2 : 1);
    }
  }
  return offsets;
}

function blockOffsets(text: string, [start, end]: Range, value: string): ScalarOffsets | undefined {
  const [header = '', ...lines] = text.slice(start, end).split(/(?<=\r\n|\r(?!\n)|\n)/);
  const offsets: ScalarOffsets = { starts: [], ends: [] };
  const indent = blockIndent(header, lines, value);
  let at = start + header.length;
  for (const line of lines) {
    if (offsets.starts.length >= value.length) break;
    const content = line.replace(/[\r\n]+$/, '');
    const from = Math.min(indent, leadingSpaces(content));
    if (!value.startsWith(content.slice(from), offsets.starts.length)) return undefined;
    for (let unit = from; unit < content.length; unit++) add(offsets, at + unit, 1, 1);
    const next = value[offsets.starts.length];
    // A folded line break is a space, or nothing if empty lines follow.
    const isUnit = next === '\n' || (header.startsWith('>') && next === ' ');
    if (isUnit) add(offsets, at + content.length, line.length - content.length, 1);
    at += line.length;
  }
  return offsets;
}

/** Maps the next `units` of a value to `length` units of the source. */
function add({ starts, ends }: ScalarOffsets, at: number, length: number, units: number): void {
  for (let unit = 0; unit < units; unit++) {
    starts.push(at);
    ends.push(at + length);
  }
}

/** The indentation of the first line with content, without the spaces that belong to the value (`|2`). */
function blockIndent(header: string, lines: readonly string[], value: string): number {
  const first = lines.find(hasContent);
  // Lines of only spaces do not belong to the value.
  if (first === undefined) return Number.POSITIVE_INFINITY;
  // The indicator counts from the parent's indentation, which is unknown here, but the value shows how far
  // its own spaces reach.
  const isIndicated = /[1-9]/.test(header.split('#')[0] ?? '');
  const own = isIndicated ? leadingSpaces(value.split('\n').find(hasContent) ?? '') : 0;
  return leadingSpaces(first) - own;
}

/** Only spaces are indentation in YAML: a no-break space or a tab is content. */
const hasContent = (line: string) => /[^ \r\n]/.test(line);
const leadingSpaces = (line: string) => line.search(/[^ ]|$/);
