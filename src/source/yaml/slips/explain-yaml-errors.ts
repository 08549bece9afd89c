import type { Document, YAMLError } from 'yaml';
import type { Finding, Range } from '../../../diagnostics/finding.ts';
import { type SyntaxMessage, syntaxFinding } from '../../source.ts';
import { indentOf, lineAt, lineEndOf, lineStartOf, nextLineOf } from '../../text-lines.ts';
import {
  badIndent,
  blockMark,
  foreignLine,
  indentedHead,
  leadingDash,
  listMark,
  missingColon,
  missingComma,
  textWithoutKey,
  tightColon,
  unquotedColon,
} from './layout-slips.ts';
import { misplacedLine } from './misplaced-line.ts';
import type { Slip, SlipContext } from './quote-slips.ts';
import {
  openersIn,
  quoteInQuotes,
  strayQuote,
  textAfterBracket,
  unclosedBracket,
  unclosedQuote,
} from './quote-slips.ts';

/**
 * Explains the parser's errors by the mistakes behind them, each at its beginning. One mistake often causes
 * several errors: those in the part of the text that it affects are left out.
 *
 * @returns findings of the rule `syntax`, in the order of the text
 */
export function explainYamlErrors(
  text: string,
  document: Document.Parsed,
  errors: readonly YAMLError[],
): Finding[] {
  const findings: Finding[] = [];
  const openers = errors.length > 0 ? openersIn(text, document) : { quotes: [], brackets: [] };
  let spoiledUntil = 0;
  let misalignedUntil = 0;
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    if (error.pos[0] < spoiledUntil) continue;
    const lineStart = lineStartOf(text, error.pos[0]);
    const line = lineAt(text, lineStart);
    const content = [lineStart + indentOf(line), lineStart + line.trimEnd().length] as const;
    const context = { text, openers, error, line, lineStart, content };
    const { message, span, facts, until } = explain(context);
    // Lines with the same indentation as a misplaced one may look misplaced, too.
    if (consequences.includes(message) && error.pos[0] < misalignedUntil) continue;
    if (misaligned.includes(message)) misalignedUntil = blockEnd(text, span[0]);
    // So do the lines below a key without its colon.
    if (message === 'missing-colon') misalignedUntil = blockEnd(text, span[0], 1);
    spoiledUntil = Math.max(until ?? lineStart + line.length, error.pos[1]);
    // On a line of spaces the end of its content is before its indentation.
    const [start, end] = [span[0], Math.max(...span)];
    findings.push(syntaxFinding(message, [start, end], facts));
  }
  // A line that is not indented with spaces makes itself and its neighbours look wrong.
  const hidden = errors.length > 0 ? hiddenIndents(text) : [];
  if (hidden.length > 0) return [...hidden, ...findings.filter(({ message }) => !layout.includes(message))];
  const [first] = findings;
  const misplaced =
    first?.span &&
    findings.every(({ message }) => message === 'indent') &&
    misplacedLine(text, first.span[0]);
  if (misplaced) return [syntaxFinding('indent', misplaced)];
  // The mark of Markdown is above a form and below it.
  const fence = findings.find(({ message }) => message === 'markdown-fence');
  return withOneTab(findings.filter((one) => one === fence || one.message !== 'markdown-fence'));
}

/** Apparent errors of lines beside one that is not indented with spaces. */
const layout = ['indent', 'missing-colon', 'text-without-key'];

/** Lines indented with tabs are one mistake, which replaces other layout errors. */
function withOneTab(findings: readonly Finding[]): Finding[] {
  const tabs = findings.filter(({ message }) => message === 'tab');
  const [first] = tabs;
  if (!first) return [...findings];
  const others = findings.filter(
    ({ message }) => !['tab', 'list-mark', 'other', ...layout].includes(message),
  );
  const tab = { ...first, facts: { count: tabs.length } };
  return [tab, ...others].sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0));
}

const misaligned: readonly SyntaxMessage[] = ['indent', 'list-mark'];
const consequences: readonly SyntaxMessage[] = [...misaligned, 'other'];

/** The start of the first line that is less indented than the one at `offset`, or not by `step` deeper. */
function blockEnd(text: string, offset: number, step = 0): number {
  const indentAt = (lineStart: number) => indentOf(lineAt(text, lineStart));
  const lineStart = lineStartOf(text, offset);
  const indent = indentAt(lineStart);
  let next = nextLineOf(text, lineStart);
  while (next < text.length && (indentAt(next) >= indent + step || next === lineEndOf(text, next))) {
    next = nextLineOf(text, next);
  }
  return next;
}

/** Lines that are indented with no-break spaces, as pasted from Word: to YAML they are letters. */
function hiddenIndents(text: string): Finding[] {
  return [...text.matchAll(/^ *([\u00A0\u2000-\u200A\u202F\u3000]+)\s*\S/gm)].map(
    ({ index, 0: line, 1: spaces = '' }) => {
      const start = index + line.indexOf(spaces);
      return syntaxFinding('hidden-indent', [start, start + spaces.length]);
    },
  );
}

function explain(context: SlipContext): Slip {
  const { error, text } = context;
  const [start] = error.pos;
  const other: Slip = { message: 'other', span: error.pos, facts: { code: error.code } };
  const reserved: Slip = {
    message: 'reserved-start',
    span: error.pos,
    facts: { character: text[start] ?? '' },
  };
  const foreign = foreignLine(context) ?? indentedHead(context);
  if (foreign) return foreign;
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { message: 'tab', span: error.pos };
    case 'TAG_RESOLVE_FAILED':
      return tagged(context);
    case 'BAD_SCALAR_START':
      return reserved;
    case 'BAD_DQ_ESCAPE': {
      const span: Range = [start, Math.max(start + 2, error.pos[1])];
      return { message: 'escape', span, facts: { escape: text.slice(...span) } };
    }
    case 'BAD_DIRECTIVE':
      // Up to the next `---` everything is read as directives.
      return { ...directive(context), until: Infinity };
    case 'MISSING_CHAR':
      if (!/directives-end/.test(error.message)) break;
      return unendedDirectives(text) ?? other;
    case 'BAD_ALIAS':
      if (!/empty/.test(error.message)) break;
      return listMark(context) ?? reserved;
  }
  return (
    starText(context) ??
    unclosedQuote(context) ??
    strayQuote(context) ??
    leadingDash(context) ??
    missingComma(context) ??
    unclosedBracket(context) ??
    textAfterBracket(context) ??
    quoteInQuotes(context) ??
    blockMark(context) ??
    unquotedColon(context) ??
    tightColon(context) ??
    textWithoutKey(context) ??
    listMark(context) ??
    badIndent(context) ??
    missingColon(context) ??
    other
  );
}

/** `%YAML 1.0`, `%FOO`, or a line of text that begins with a percent sign. */
function directive({ error, line, content: span, text }: SlipContext): Slip {
  if (/^%YAML\b/.test(line)) return { message: 'yaml-version', span };
  const [name] = /^%[A-Za-z]\S*/.exec(line) ?? [];
  // A directive is followed by the line that ends directives.
  if (name !== undefined && /^---(?:\s|$)/m.test(text.slice(span[1]))) {
    return { message: 'directive', span, facts: { name } };
  }
  return { message: 'reserved-start', span: [error.pos[0], error.pos[0] + 1], facts: { character: '%' } };
}

/** Directives without the line `---` that ends them, at the first one. */
function unendedDirectives(text: string): Slip | undefined {
  const [first] = directivesOf(text);
  return first && { message: 'directives-end', ...first };
}

/** A second `%YAML`, or a second `%TAG` for the same handle: an error even where both are the same (YAML 1.2.2, 6.8). */
export function repeatedDirective(text: string): Finding | undefined {
  const seen = new Set<string>();
  for (const { span, facts } of directivesOf(text)) {
    const key = /^%(?:YAML\b|TAG\s+\S+)/.exec(text.slice(...span))?.[0];
    if (key === undefined) continue;
    if (seen.has(key)) return syntaxFinding('repeated-directive', span, facts);
    seen.add(key);
  }
  return undefined;
}

/** The directives above the first document, comments between them aside. */
function* directivesOf(text: string): Generator<{ readonly span: Range; readonly facts: { name: string } }> {
  for (const { 0: line, index } of text.matchAll(/^.*$/gm)) {
    if (line.startsWith('%')) {
      yield { span: [index, index + line.trimEnd().length], facts: { name: /^\S+/.exec(line)?.[0] ?? '' } };
    } else if (!/^\s*(?:#|$)/.test(line)) {
      return;
    }
  }
}

/** `text: !Gấp`: the whole word is meant, though a tag has plain letters only. */
function tagged({ text, error }: SlipContext): Slip {
  const [start] = error.pos;
  const tag = /\S*/.exec(lineAt(text, start))?.[0] ?? '';
  return { message: 'tag', span: [start, start + tag.length], facts: { tag } };
}

/** `text: *Ghi chú quan trọng`: a text that begins with an asterisk is read as an alias. */
function starText({ error, line, lineStart }: SlipContext): Slip | undefined {
  const star = /(?:^|[:-]\s+)(\*[^\s,[\]{}]*)/.exec(line);
  if (!star?.[1] || !/at node end/.test(error.message)) return undefined;
  const start = lineStart + star.index + star[0].length - star[1].length;
  const end = start + star[1].length;
  return { message: 'unknown-alias', span: [start, end], facts: { name: star[1].slice(1) } };
}
