import type { YAMLError } from 'yaml';
import { type Document, isCollection, isScalar, visit } from 'yaml';
import type { Range } from '../../../diagnostics/finding.ts';
import { firstIndex } from '../../../diagnostics/first-index.ts';
import type { SyntaxMessage } from '../../source.ts';
import { lineEndOf } from '../../text-lines.ts';

/** Texts and collections that begin with a quote or a bracket, each in the order of the text. */
interface Openers {
  readonly quotes: Range[];
  readonly brackets: Range[];
}

/** The context of an error. */
export interface SlipContext {
  readonly text: string;
  readonly openers: Openers;
  readonly error: YAMLError;
  /** The line of the error, without its line break, and the offset at which it begins. */
  readonly line: string;
  readonly lineStart: number;
  /** Of the line without white space at its ends. */
  readonly content: Range;
}

/** A typical mistake behind the parser's error. */
export interface Slip {
  readonly message: SyntaxMessage;
  readonly span: Range;
  readonly facts?: Readonly<Record<string, string>>;
  /** Errors before this offset follow from the same slip. */
  readonly until?: number;
}

export function openersIn(text: string, document: Document.Parsed): Openers {
  const found: Openers = { quotes: [], brackets: [] };
  visit(document, (_key, node) => {
    if (!(isScalar(node) || isCollection(node)) || !node.range) return;
    const [start, end] = node.range;
    const sign = text[start] ?? '';
    if (/["']/.test(sign)) found.quotes.push([start, end]);
    if (/[[{]/.test(sign)) found.brackets.push([start, end]);
  });
  for (const spans of [found.quotes, found.brackets]) spans.sort((a, b) => a[0] - b[0]);
  return found;
}

/** A quote that is never closed; reported where it opens, although the parser fails far below. */
export function unclosedQuote({ text, openers, error }: SlipContext): Slip | undefined {
  if (!/^Missing closing ["']/.test(error.message)) return undefined;
  const opened = lastBefore(openers.quotes, error.pos[0] + 1);
  const start = opened?.[0] ?? error.pos[0];
  return {
    message: 'unclosed-quote',
    span: [start, Math.max(start + 1, lineEndOf(text, start))],
    facts: { quote: text[start] ?? '"' },
    until: Math.max(error.pos[1], lineEndOf(text, start)),
  };
}

/**
 * A quote that is closed only by the next opening one: it has absorbed lines with keys, and
 * the parser fails on what follows.
 */
export function strayQuote({ text, openers, error }: SlipContext): Slip | undefined {
  const opened = lastBefore(openers.quotes, error.pos[0]);
  if (!opened || !/at node end|Unexpected/.test(error.message)) return undefined;
  const [start, end] = opened;
  const quoted = text.slice(start, end);
  if (error.pos[0] > lineEndOf(text, end) || !/\n\s*(?:- )?[\w$]+:\s/.test(quoted)) return undefined;
  const span: Range = [start, lineEndOf(text, start)];
  // Every later quote opens where it should close.
  return { message: 'unclosed-quote', span, facts: { quote: text[start] ?? '"' }, until: Infinity };
}

/** `[` or `{` without its partner. */
export function unclosedBracket({ text, openers, error }: SlipContext): Slip | undefined {
  if (!/^Flow (?:sequence|map)/.test(error.message)) return undefined;
  const opened = lastBefore(openers.brackets, error.pos[0] + 1);
  const start = opened?.[0] ?? error.pos[0];
  return {
    message: 'unclosed-bracket',
    span: [start, lineEndOf(text, start)],
    facts: { bracket: text[start] ?? '[' },
  };
}

/** `text: [CẦN BỔ SUNG] số liệu` */
export function textAfterBracket({ text, error }: SlipContext): Slip | undefined {
  const before = text.slice(0, error.pos[0]).trimEnd().at(-1) ?? '';
  if (!/at node end/.test(error.message) || !/[\]}]/.test(before)) return undefined;
  const span: Range = [error.pos[0], lineEndOf(text, error.pos[0])];
  return { message: 'text-after-bracket', span, facts: { bracket: before } };
}

/** `text: "Kế hoạch "A" năm 2026"` */
export function quoteInQuotes({ text, error, line, lineStart }: SlipContext): Slip | undefined {
  if (!/at node end|Unexpected (?:scalar|double-quoted|single-quoted)/.test(error.message)) return undefined;
  const opened = /(?:^|:\s+|-\s+)(["'])/.exec(line);
  if (!opened || lineStart + opened.index > error.pos[0]) return undefined;
  const end = lineEndOf(text, error.pos[0]);
  return { message: 'quote-in-quotes', span: [error.pos[0], end], facts: { quote: opened[1] ?? '"' } };
}

/** The last of the sorted spans that begins before `offset`. */
const lastBefore = (spans: readonly Range[], offset: number): Range | undefined =>
  spans[firstIndex(spans.length, (index) => (spans[index]?.[0] ?? 0) >= offset) - 1];
