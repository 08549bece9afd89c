import { fromRoman } from '../../form/roman.ts';
import { type RowKind, rowKind } from './row-kind.ts';
import type { RowView } from './row-view.ts';

/** What a row was printed from. */
export interface RowHint {
  readonly kind: 'group' | 'area' | 'position' | 'task';
  /** Whether its text begins with a code; undefined for rows without a text. */
  readonly hasCode?: boolean;
}

/**
 * What paper cannot show, as a document that bieu2 wrote carries it in a custom property, which LibreOffice
 * keeps. Rows and lines are named by a hash of what they show: where somebody changed that, the hint is void.
 */
export interface Hints {
  /** By `hintKey` of the texts in the columns of the number, the group and the task. */
  readonly rows: ReadonlyMap<string, RowHint>;
  /** By `hintKey` of their kind and text: the text is the complete value, whatever it looks like. */
  readonly lines: ReadonlySet<string>;
}

/** A hash of texts; how they are composed and spaced does not matter. */
export function hintKey(...texts: readonly string[]): string {
  const written = texts.map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim()).join('\0');
  return process
    .getBuiltinModule('node:crypto')
    .createHash('sha256')
    .update(written)
    .digest('hex')
    .slice(0, 12);
}

const kinds = { g: 'group', a: 'area', p: 'position', t: 'task' } as const;
const isKind = (letter: string): letter is keyof typeof kinds => Object.hasOwn(kinds, letter);

/** Hints as one line of letters, digits and spaces; empty where there are none. */
export function writeHints({ rows, lines }: Hints): string {
  const code = ({ hasCode }: RowHint) => (hasCode === undefined ? '' : hasCode ? '1' : '0');
  return [
    ...[...rows].map(([key, hint]) => `${key}${hint.kind.charAt(0)}${code(hint)}`),
    ...[...lines].map((key) => `${key}l`),
  ].join(' ');
}

/** What `writeHints` wrote; anything else in it is ignored. */
export function readHints(text: string): Hints {
  const rows = new Map<string, RowHint>();
  const lines = new Set<string>();
  for (const [, key = '', kind = '', code] of text.matchAll(/\b([0-9a-f]{12})([a-z])([01])?\b/g)) {
    if (kind === 'l') lines.add(key);
    else if (isKind(kind)) rows.set(key, { kind: kinds[kind], ...(code && { hasCode: code === '1' }) });
  }
  return { rows, lines };
}

/** Whether a line is hinted at: as what it is, and with its text. */
export const isHinted = ({ lines }: Hints, kind: string, text: string): boolean =>
  lines.size > 0 && lines.has(hintKey(kind, text));

/** What a row is: by its hint, where there is one for it as it is shown now. */
export function hintedKind(view: RowView, { rows }: Hints): RowKind {
  const { number, group, task } = view;
  const hint = rows.size === 0 ? undefined : rows.get(hintKey(number, group, task));
  if (!hint) return rowKind(view);
  const { kind, ...code } = hint;
  if (kind === 'task') return { kind, number: group, ...code };
  if (kind !== 'group') return { kind, number, title: group, ...code };
  const numeral = fromRoman(number);
  return { kind, title: group, ...(numeral !== undefined && { numeral }) };
}
