import type { Range } from '../../diagnostics/finding.ts';

/** The style of a scalar; `plain` is without quotes, `block` literal or folded. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

/** The style of a scalar by the character that it begins with. */
export function styleOf(written: string): ScalarStyle {
  const first = written[0];
  if (first === '"') return 'double';
  if (first === "'") return 'single';
  return first === '|' || first === '>' ? 'block' : 'plain';
}

/** Escapes a part of a text for a scalar of a style. */
export function writePart(text: string, style: ScalarStyle): string {
  if (style === 'double') return JSON.stringify(text).slice(1, -1);
  return style === 'single' ? text.replaceAll("'", "''") : text;
}

/** A quoted text on one line: in double quotes, unless single ones need no escapes. */
export function writeQuoted(text: string): string {
  const prefersSingle = /["\\]/.test(text) && !/['\r\n]/.test(text);
  return prefersSingle ? `'${text}'` : JSON.stringify(text);
}

/** Whether a text needs no quotes as the value of a key or an item (YAML 1.2.2, 7.3.3 and 10.3.2). */
export function isPlain(text: string): boolean {
  return (
    !/^$|^\s|\s$|[\r\n\t]|^[-?:](?:\s|$)|^[[\]{},&*!|>'"%@`#]|:(?:\s|$)|\s#|^(?:---|\.\.\.)/.test(text) &&
    !/^(?:~|null|true|false|[-+]?\.?\d[\d.]*(?:e[-+]?\d+)?|0[ox][\da-f]+|[-+]?\.(?:inf|nan))$/i.test(text)
  );
}

/**
 * Whether a text without quotes still needs none once `text` replaces a range of it. What makes quotes necessary is
 * the beginning, the end or two neighbouring characters: in between, a look at those keeps long texts cheap.
 */
export function staysPlain(value: string, [start, end]: Range, text: string): boolean {
  const isInner = start > longestNumber && value.length - end > longestNumber;
  if (!isInner) return isPlain(value.slice(0, start) + text + value.slice(end));
  return isPlain(`x${value[start - 1]}${text}${value[end]}x`);
}

/** The maximum length of what YAML may read as a number or a date, generously. */
const longestNumber = 40;
