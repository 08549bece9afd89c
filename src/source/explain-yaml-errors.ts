import { type Document, isCollection, isScalar, visit, type YAMLError } from 'yaml';
import type { Finding, Range } from '../diagnostics/finding.ts';

/** What the text around an error shows. */
interface Context {
  readonly text: string;
  /** Texts and collections that begin with a quote or a bracket, in the order of the text. */
  readonly openers: readonly Range[];
  readonly error: YAMLError;
  /** The line on which the error stands, without its line break, and the offset at which it begins. */
  readonly line: string;
  readonly lineStart: number;
}

/** A slip that people make, recognised in the parser's words. */
interface Explanation {
  readonly message: string;
  readonly span: Range;
  readonly facts?: Readonly<Record<string, string>>;
  /** Errors before this offset follow from the same slip. */
  readonly until?: number;
}

/**
 * Words the parser's errors as the slips that they come from, each at its beginning. One slip often makes
 * several errors: those that stand in the part of the text that it spoiled are left out.
 *
 * @returns findings of the rule `syntax`, in the order of the text
 */
export function explainYamlErrors(
  text: string,
  document: Document.Parsed,
  errors: readonly YAMLError[],
): Finding[] {
  const findings: Finding[] = [];
  const openers = errors.length > 0 ? openersIn(text, document) : [];
  let spoiledUntil = 0;
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    if (error.pos[0] < spoiledUntil) continue;
    const lineStart = lineStartOf(text, error.pos[0]);
    const lineEnd = lineEndOf(text, error.pos[0]);
    const context = { text, openers, error, line: text.slice(lineStart, lineEnd), lineStart };
    const { message, span, facts, until } = explain(context);
    spoiledUntil = Math.max(until ?? lineEnd, error.pos[1]);
    // On a line of blanks the end of its content lies before its indentation.
    const [start, end] = [span[0], Math.max(...span)];
    findings.push({ rule: 'syntax', message, path: [], span: [start, end], facts: facts ?? {} });
  }
  // A line that is indented with something else than spaces makes itself and its neighbours look wrong.
  const hidden = errors.length > 0 ? hiddenIndents(text) : [];
  const hasTabs = findings.some(({ message }) => message === 'tab');
  const dubious =
    hidden.length > 0 ? ['indent', 'missing-colon', 'text-without-key'] : hasTabs ? ['indent'] : [];
  return [...hidden, ...findings.filter(({ message }) => !dubious.includes(message))];
}

/** Lines that are indented with no-break spaces, as pasted from Word: to YAML they are letters. */
function hiddenIndents(text: string): Finding[] {
  return [...text.matchAll(/^ *([\u00A0\u2000-\u200A\u202F\u3000]+)\s*\S/gm)].map(
    ({ index, 0: line, 1: blanks = '' }) => {
      const start = index + line.indexOf(blanks);
      return { rule: 'syntax', message: 'hidden-indent', path: [], span: [start, start + blanks.length] };
    },
  );
}

function explain(context: Context): Explanation {
  const { error } = context;
  const [start] = error.pos;
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { message: 'tab', span: error.pos };
    case 'TAG_RESOLVE_FAILED':
      return tagged(context);
    case 'BAD_SCALAR_START':
      return { message: 'reserved-start', span: error.pos, facts: { character: context.text[start] ?? '' } };
    case 'BAD_DQ_ESCAPE': {
      const span: Range = [start, Math.max(start + 2, error.pos[1])];
      return { message: 'escape', span, facts: { escape: context.text.slice(...span) } };
    }
    case 'BAD_DIRECTIVE':
      // Up to the next `---` everything is taken for directives.
      return {
        message: 'reserved-start',
        span: [start, start + 1],
        facts: { character: '%' },
        until: Infinity,
      };
    case 'BAD_ALIAS':
      if (!/empty/.test(error.message)) break;
      return { message: 'reserved-start', span: error.pos, facts: { character: context.text[start] ?? '' } };
  }
  return (
    starText(context) ??
    unclosedQuote(context) ??
    strayQuote(context) ??
    leadingDash(context) ??
    unclosedBracket(context) ??
    textAfterBracket(context) ??
    quoteInQuotes(context) ??
    blockMark(context) ??
    unquotedColon(context) ??
    tightColon(context) ??
    textWithoutKey(context) ??
    badIndent(context) ??
    missingColon(context) ?? { message: 'other', span: error.pos, facts: { reason: error.message } }
  );
}

/** `text: !Gấp`: the whole word is meant, though a tag has plain letters only. */
function tagged({ text, error }: Context): Explanation {
  const [start] = error.pos;
  const tag = /\S*/.exec(text.slice(start, lineEndOf(text, start)))?.[0] ?? '';
  return { message: 'tag', span: [start, start + tag.length], facts: { tag } };
}

/** `text: *Ghi chú quan trọng`: a text that begins with an asterisk is taken for an alias. */
function starText({ error, line, lineStart }: Context): Explanation | undefined {
  const star = /(?:^|[:-]\s+)(\*[^\s,[\]{}]*)/.exec(line);
  if (!star?.[1] || !/at node end/.test(error.message)) return undefined;
  const start = lineStart + star.index + star[0].length - star[1].length;
  const end = start + star[1].length;
  return { message: 'unknown-alias', span: [start, end], facts: { name: star[1].slice(1) } };
}

/** A quote that is never closed; reported where it opens, though the parser stumbles far below. */
function unclosedQuote({ text, openers, error }: Context): Explanation | undefined {
  if (!/^Missing closing ["']/.test(error.message)) return undefined;
  const opened = lastBefore(openers, error.pos[0] + 1, ([start]) => /["']/.test(text[start] ?? ''));
  const start = opened?.[0] ?? error.pos[0];
  return {
    message: 'unclosed-quote',
    span: [start, Math.max(start + 1, lineEndOf(text, start))],
    facts: { quote: text[start] ?? '"' },
    until: Math.max(error.pos[1], lineEndOf(text, start)),
  };
}

/** `text: - Chuyển sinh hoạt đảng` */
function leadingDash({ text, error, lineStart }: Context): Explanation | undefined {
  if (!/block-seq-ind on same line/.test(error.message)) return undefined;
  const [start] = error.pos;
  const span: Range = [start, lineEndOf(text, start)];
  return { message: 'leading-dash', span, until: continuationEnd(text, lineStart) + 1 };
}

/**
 * A quote that is closed only by the next opening one: it has taken lines with keys for a part of its text, and
 * the parser stumbles over what follows.
 */
function strayQuote({ text, openers, error }: Context): Explanation | undefined {
  const opened = lastBefore(openers, error.pos[0], ([start]) => /["']/.test(text[start] ?? ''));
  if (!opened || !/at node end|Unexpected/.test(error.message)) return undefined;
  const [start, end] = opened;
  const quoted = text.slice(start, end);
  if (error.pos[0] > lineEndOf(text, end) || !/\n\s*(?:- )?[\w$]+:\s/.test(quoted)) return undefined;
  const span: Range = [start, lineEndOf(text, start)];
  // Every quote behind it opens where it should close.
  return { message: 'unclosed-quote', span, facts: { quote: text[start] ?? '"' }, until: Infinity };
}

/** `[` or `{` without its partner. */
function unclosedBracket({ text, openers, error }: Context): Explanation | undefined {
  if (!/^Flow (?:sequence|map)/.test(error.message)) return undefined;
  const opened = lastBefore(openers, error.pos[0] + 1, ([start]) => /[[{]/.test(text[start] ?? ''));
  const start = opened?.[0] ?? error.pos[0];
  return {
    message: 'unclosed-bracket',
    span: [start, lineEndOf(text, start)],
    facts: { bracket: text[start] ?? '[' },
  };
}

/** `text: [CẦN BỔ SUNG] số liệu` */
function textAfterBracket({ text, error }: Context): Explanation | undefined {
  const before = text.slice(0, error.pos[0]).trimEnd().at(-1) ?? '';
  if (!/at node end/.test(error.message) || !/[\]}]/.test(before)) return undefined;
  const span: Range = [error.pos[0], lineEndOf(text, error.pos[0])];
  return { message: 'text-after-bracket', span, facts: { bracket: before } };
}

/** `text: "Kế hoạch "A" năm 2026"` */
function quoteInQuotes({ text, error, line, lineStart }: Context): Explanation | undefined {
  if (!/at node end|Unexpected (?:scalar|double-quoted|single-quoted)/.test(error.message)) return undefined;
  const opened = /(?:^|:\s+|-\s+)(["'])/.exec(line);
  if (!opened || lineStart + opened.index > error.pos[0]) return undefined;
  const end = lineEndOf(text, error.pos[0]);
  return { message: 'quote-in-quotes', span: [error.pos[0], end], facts: { quote: opened[1] ?? '"' } };
}

/** `text: | Chuyển sinh hoạt đảng` */
function blockMark({ error, line, lineStart }: Context): Explanation | undefined {
  if (!/Not a YAML token|Block scalar header/.test(error.message)) return undefined;
  const mark = /(?:^|[:-]\s+)([|>][-+\d]*)\s*(?=\S)/.exec(line);
  if (!mark?.[1]) return undefined;
  const start = lineStart + mark.index + mark[0].indexOf(mark[1]);
  return {
    message: 'text-after-block-mark',
    span: [start, lineStart + line.trimEnd().length],
    facts: { mark: mark[1] },
  };
}

/** `text: Chủ trì chuẩn bị nghị quyết về: Tổ chức, cán bộ` */
function unquotedColon({ error, line, lineStart, text }: Context): Explanation | undefined {
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY' && error.code !== 'MULTILINE_IMPLICIT_KEY') return undefined;
  const first = /^\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s"'#:][^:#]*?)\s*:\s+/.exec(line);
  const rest = first ? line.slice(first[0].length) : '';
  const colon = /:(?=\s|$)/.exec(rest);
  if (!first || !colon || /^["'|>]/.test(rest)) return undefined;
  const at = lineStart + first[0].length + colon.index;
  return colonIn(text, [lineStart + first[0].length, continuationEnd(text, lineStart)], at);
}

/** A colon at `at` in a plain text, which `value` spans over all its lines. */
function colonIn(text: string, value: Range, at: number): Explanation {
  const facts = {
    value: text
      .slice(...value)
      .trim()
      .replace(/\s*[\r\n]\s*/g, ' '),
  };
  return { message: 'unquoted-colon', span: [at, at + 1], facts, until: Math.max(value[1], at + 1) };
}

/** `unit:BAN TỔ CHỨC` */
function tightColon({ error, line, lineStart }: Context): Explanation | undefined {
  if (!/implicit (?:map )?keys?|block collections/i.test(error.message)) return undefined;
  const tight = /^\s*(?:- +)*([A-Za-z][A-Za-z$]*):(?=[^ \t\r\n:])/.exec(line);
  if (!tight?.[1]) return undefined;
  const end = lineStart + tight[0].length;
  return { message: 'tight-colon', span: [end - 1 - tight[1].length, end], facts: { key: tight[1] } };
}

/** `- Quản lý hồ sơ` above `complexity: 3`; or a list item whose further lines hold a colon. */
function textWithoutKey({ text, error, line, lineStart }: Context): Explanation | undefined {
  const item = /^\s*(?:- +)+(?=\S)/.exec(line);
  if (!/Implicit (?:map )?keys? need/.test(error.message) || !item || /:(?:\s|$)/.test(line))
    return undefined;
  const start = lineStart + item[0].length;
  const end = lineStart + line.trimEnd().length;
  const next = nextLineOf(text, start);
  const colon = colonOnLine(text, next);
  if (colon === undefined) return undefined;
  if (isKeyLine(text.slice(next, colon + 1))) {
    return { message: 'text-without-key', span: [start, end], facts: { text: text.slice(start, end) } };
  }
  return colonIn(text, [start, continuationEnd(text, lineStart)], colon);
}

/** The colon that parts key and value on the line at `lineStart`. */
function colonOnLine(text: string, lineStart: number): number | undefined {
  const index = text.slice(lineStart, lineEndOf(text, lineStart)).search(/:(?=\s|$)/);
  return index < 0 ? undefined : lineStart + index;
}

/** A line that begins too far left or right of its siblings. */
function badIndent({ text, error, line, lineStart }: Context): Explanation | undefined {
  const sequenceItem = /without - indicator|sequence may not be used as an implicit map key/.test(
    error.message,
  );
  const nested = error.code === 'BLOCK_AS_IMPLICIT_KEY' && /\n/.test(text.slice(error.pos[0]));
  const outdented =
    error.code === 'BAD_INDENT' || /all (?:collection|sequence) items must start/i.test(error.message);
  if (sequenceItem || outdented) {
    const start = lineStart + indentOf(line);
    return { message: 'indent', span: [start, lineStart + line.trimEnd().length] };
  }
  if (!nested) return undefined;
  // `unit: A` followed by a deeper `b: 2`: the deeper line is the odd one.
  const next = nextLineOf(text, error.pos[0]);
  const nextLine = text.slice(next, lineEndOf(text, next));
  if (indentOf(nextLine) <= indentOf(line)) return undefined;
  const colon = colonOnLine(text, next);
  if (colon !== undefined && !isKeyLine(nextLine)) {
    return colonIn(text, [error.pos[0], continuationEnd(text, lineStart)], colon);
  }
  const start = next + indentOf(nextLine);
  return {
    message: 'indent',
    span: [start, next + nextLine.trimEnd().length],
    until: next + nextLine.length,
  };
}

/** A line that is neither a key with a value nor a list item. */
function missingColon({ error, line, lineStart, text }: Context): Explanation | undefined {
  if (!/Implicit (?:map )?keys? need/.test(error.message)) return undefined;
  const start = lineStart + indentOf(line);
  const end = lineStart + line.trimEnd().length;
  return { message: 'missing-colon', span: [start, end], facts: { line: text.slice(start, end) } };
}

function openersIn(text: string, document: Document.Parsed): Range[] {
  const openers: Range[] = [];
  visit(document, (_key, node) => {
    if (!(isScalar(node) || isCollection(node)) || !node.range) return;
    const [start, end] = node.range;
    if (/["'[{]/.test(text[start] ?? '')) openers.push([start, end]);
  });
  return openers.sort((a, b) => a[0] - b[0]);
}

/** The last of the sorted spans that begins before `offset` and passes the test. */
function lastBefore(
  spans: readonly Range[],
  offset: number,
  test: (span: Range) => boolean,
): Range | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.[0] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0; index--) {
    const span = spans[index];
    if (span && test(span)) return span;
  }
  return undefined;
}

/** Where the text that begins on a line ends: on the last of the deeper lines below that are no keys. */
function continuationEnd(text: string, lineStart: number): number {
  let end = lineEndOf(text, lineStart);
  const indent = indentOf(text.slice(lineStart, end));
  for (;;) {
    const next = nextLineOf(text, end);
    const line = text.slice(next, lineEndOf(text, next));
    if (next >= text.length || line.trim() === '' || indentOf(line) <= indent || isKeyLine(line)) return end;
    end = next + line.length;
  }
}

/** Whether a line begins with a key as forms have them: a word of plain letters. */
const isKeyLine = (line: string) => /^\s*(?:- +)*[\w$]+:(?:\s|$)/.test(line);

const lineStartOf = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1;

function lineEndOf(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  const line = end < 0 ? text.length : end;
  return text[line - 1] === '\r' && line > offset ? line - 1 : line;
}

function nextLineOf(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

const indentOf = (line: string) => line.search(/[^ \t]|$/);
