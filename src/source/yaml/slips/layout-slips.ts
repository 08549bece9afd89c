import type { Range } from '../../../diagnostics/finding.ts';
import {
  colonOnLine,
  continuationEnd,
  indentOf,
  isKeyLine,
  lineAt,
  lineEndOf,
  lineStartOf,
  nextLineOf,
} from '../../text-lines.ts';
import type { Slip, SlipContext } from './quote-slips.ts';

/** `text: - Chuyển sinh hoạt đảng` */
export function leadingDash({ text, error, lineStart }: SlipContext): Slip | undefined {
  if (!/block-seq-ind on same line/.test(error.message)) return undefined;
  const [start] = error.pos;
  const span: Range = [start, lineEndOf(text, start)];
  return { message: 'leading-dash', span, until: continuationEnd(text, lineStart) + 1 };
}

/** `text: | Chuyển sinh hoạt đảng` */
export function blockMark({ error, line, lineStart }: SlipContext): Slip | undefined {
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
export function unquotedColon({ error, line, lineStart, text }: SlipContext): Slip | undefined {
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY' && error.code !== 'MULTILINE_IMPLICIT_KEY') return undefined;
  const first = /^\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s"'#:][^:#]*?)\s*:\s+/.exec(line);
  const rest = first ? line.slice(first[0].length) : '';
  const colon = /:(?=\s|$)/.exec(rest);
  if (!first || !colon || /^["'|>]/.test(rest)) return undefined;
  const at = lineStart + first[0].length + colon.index;
  return colonIn(text, [lineStart + first[0].length, continuationEnd(text, lineStart)], at);
}

/** `unit:BAN TỔ CHỨC`, `unit： BAN TỔ CHỨC` */
export function tightColon({ error, line, lineStart }: SlipContext): Slip | undefined {
  if (!/implicit (?:map )?keys?|block collections/i.test(error.message)) return undefined;
  const wide = /^\s*(?:- +)*[A-Za-z]+ *(?=：)/.exec(line)?.[0].length;
  if (wide !== undefined) return { message: 'wide-colon', span: [lineStart + wide, lineStart + wide + 1] };
  const tight = /^\s*(?:- +)*([A-Za-z][A-Za-z$]*):(?=[^ \t\r\n:])/.exec(line);
  if (!tight?.[1]) return undefined;
  const end = lineStart + tight[0].length;
  return { message: 'tight-colon', span: [end - 1 - tight[1].length, end], facts: { key: tight[1] } };
}

/** `- Quản lý hồ sơ` above `complexity: 3`; or a list item whose further lines hold a colon. */
export function textWithoutKey({ text, error, line, lineStart }: SlipContext): Slip | undefined {
  const item = /^\s*(?:- +)+(?=\S)/.exec(line);
  if (!/Implicit (?:map )?keys? need/.test(error.message) || !item || /:(?:\s|$)/.test(line))
    return undefined;
  const start = lineStart + item[0].length;
  const end = lineStart + line.trimEnd().length;
  const next = nextLineOf(text, start);
  const colon = colonOnLine(text, next);
  if (colon === undefined) return undefined;
  // “- title Thẩm định” lacks its colon.
  if (/^(?:number|code|title|text|complexity|unrated)\s/.test(text.slice(start, end))) return undefined;
  if (isKeyLine(text.slice(next, colon + 1))) {
    return { message: 'text-without-key', span: [start, end], facts: { text: text.slice(start, end) } };
  }
  return colonIn(text, [start, continuationEnd(text, lineStart)], colon);
}

/**
 * `-number: 1.2`, `– number: 1.2` or, below an item, `* Quản lý`; on the line of the error or right above it. A no-break space
 * after the mark is a letter to YAML.
 */
export function listMark({ text, lineStart }: SlipContext): Slip | undefined {
  const above = lineStartOf(text, lineStart - 1);
  for (const start of [lineStart, above]) {
    const line = lineAt(text, start);
    const mark = /^ *(?:-(?! )|[–—•·+*\uf0b7](?=\s))(?=\s*(\S+))/.exec(line);
    const isItem = /^[A-Za-z$]+:/.test(mark?.[1] ?? '') || (start > above && isItemLike(text, above, line));
    if (!mark || !isItem) continue;
    const end = start + mark[0].length;
    return { message: 'list-mark', span: [end - 1, end] };
  }
  return undefined;
}

const isItemLike = (text: string, start: number, line: string) =>
  text.startsWith(`${line.slice(0, indentOf(line))}- `, start);

/** The mark that Markdown puts around a form, and comments of other languages. */
export function foreignLine({ line, content }: SlipContext): Slip | undefined {
  const mark = /^\s*(```|~~~|\/\/|\/\*|<!--|--(?=\s))/.exec(line);
  if (!mark) return undefined;
  const message = /`|~/.test(mark[0]) ? 'markdown-fence' : 'comment-mark';
  return { message, span: content, facts: { mark: mark[1] ?? '' } };
}

/** A first line that is indented deeper than the rest, all of which is then in no map; `line` is the second. */
export function indentedHead({ text, error, line }: SlipContext): Slip | undefined {
  if (error.code !== 'UNEXPECTED_TOKEN' || !/^[\w$]+:(?:\s|$)/.test(line)) return undefined;
  const head = /^(?:[ \t]*(?:#.*)?\r?\n)*( +)[\w$]+:(?= )[^\r\n]*/.exec(text.slice(0, longestHead));
  if (head?.[1] === undefined) return undefined;
  const start = head[0].lastIndexOf('\n') + 1 + head[1].length;
  return { message: 'indent', span: [start, head[0].trimEnd().length], until: Infinity };
}

/** In UTF-16 units: comments and the first line of a form. */
const longestHead = 2000;

/** A line that begins too far left or right of its siblings. */
export function badIndent({ text, error, line, lineStart, content }: SlipContext): Slip | undefined {
  const sequenceItem = /without - indicator|sequence may not be used as an implicit map key/.test(
    error.message,
  );
  const nested = error.code === 'BLOCK_AS_IMPLICIT_KEY' && /\n/.test(text.slice(error.pos[0]));
  const outdented =
    error.code === 'BAD_INDENT' || /all (?:collection|sequence) items must start/i.test(error.message);
  if (sequenceItem || outdented) return { message: 'indent', span: content };
  if (!nested) return undefined;
  // `unit: A` followed by a deeper `b: 2`: the deeper line is the odd one.
  const next = nextLineOf(text, error.pos[0]);
  const nextLine = lineAt(text, next);
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

/** How many lines are searched for each line, since every line may lack its colon. */
const maxTextLines = 50;

/** A line that is neither a key with a value nor a list item. */
export function missingColon({ error, line, content, text }: SlipContext): Slip | undefined {
  if (!/Implicit (?:map )?keys? need/.test(error.message)) return undefined;
  const [start] = content;
  // A text over several lines, the last of which holds a colon.
  let next = nextLineOf(text, start);
  for (let count = 1; count < maxTextLines && next < text.length; count++, next = nextLineOf(text, next)) {
    const nextLine = lineAt(text, next);
    if (nextLine.trim() === '' || indentOf(nextLine) !== indentOf(line) || isKeyLine(nextLine)) break;
    const colon = colonOnLine(text, next);
    if (colon !== undefined) return colonIn(text, [start, continuationEnd(text, next)], colon);
  }
  // A key with a colon is in a wrong place.
  const message = isKeyLine(line) ? 'indent' : 'missing-colon';
  const word = /^(?:- +)*([A-Za-z]+)/.exec(line.trim())?.[1] ?? '';
  return { message, span: content, facts: { word } };
}

/** `{ title: Trưởng ban name: Trần Thị B }` */
export function missingComma({ text, error }: SlipContext): Slip | undefined {
  if (error.code !== 'BLOCK_IN_FLOW') return undefined;
  const [start] = error.pos;
  const key = /^[^\n]*?\s([A-Za-z]+):\s/.exec(lineAt(text, start));
  if (!key?.[1]) return undefined;
  const end = start + key[0].length - 1;
  return { message: 'flow-comma', span: [end - key[1].length - 1, end], facts: { key: key[1] } };
}

/** A colon at `at` in a plain text, which `value` spans over all its lines. */
function colonIn(text: string, value: Range, at: number): Slip {
  const facts = {
    value: text
      .slice(...value)
      .trim()
      .replace(/\s*[\r\n]\s*/g, ' '),
  };
  return { message: 'unquoted-colon', span: [at, at + 1], facts, until: Math.max(value[1], at + 1) };
}
