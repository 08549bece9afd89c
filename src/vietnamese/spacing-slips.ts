import { isAbbreviation, isAddress } from './abbreviations.ts';
import { endsInEntity, isLostLetter } from './invisible-characters.ts';
import { isLetter, isLetterOrMark } from './is-letter.ts';
import { isSyllable } from './is-syllable.ts';
import { lazyPattern } from './once.ts';

/** A wrong, missing or extra space in a text, or an extra mark. */
export interface SpacingSlip {
  /**
   * double: several spaces where one belongs; tab: a tab between words; missing: no space after a punctuation
   * mark; before: a space before one; dash: a space on one side of a dash only; list-dash: none after the dash
   * that begins a line; doubled: a comma or semicolon twice.
   */
  readonly kind: 'double' | 'tab' | 'missing' | 'before' | 'dash' | 'list-dash' | 'doubled';
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly right: string;
}

/** A letter; all signs beyond ASCII but spaces count as letters here. */
const LETTER = '[^\\s\\0-@[-`{-\\x7f]';
const LETTER_OR_DIGIT = '[^\\s\\0-/:-@[-`{-\\x7f]';
/** Where a slip may be, in few texts; nearly all of a text is skipped with this one search. */
export const SPACING_SUSPECT = new RegExp(
  [
    `[,;:!?.](?=${LETTER})|,(?=,)|;(?=;)`,
    `[ \u00a0\u3000\t](?=[ \u00a0\u3000\t]|[,;:!?.](?!\\S)|[,;:.]${LETTER}|[–—-]\\S)|\t`,
    `[–—-](?<=${LETTER_OR_DIGIT}.)(?=[ \u00a0\u3000]${LETTER_OR_DIGIT})`,
    `[–+-](?<=^\\s*.)(?=${LETTER})`,
  ].join('|'),
  'gm',
);

const LEFT_WORD = lazyPattern('u')`(?:\d+\.)*[\p{L}\p{M}\p{N}]+$`;
const LAST_PART = lazyPattern('u')`[\p{L}\p{M}\p{N}]+$`;
const LEFT_TOKEN = /\S*$/;
const RIGHT_TOKEN = /^\S*/;
const RIGHT_WORD = lazyPattern('u')`^[\p{L}\p{M}\p{N}]+`;
const DOUBLED = /^([,;])(?:[ \u00a0]*\1)+/;
const SPACE = /[ \u00a0\u3000\t]/;
const LINE_HEAD = /(?:^|\n)\s*$/;
/** A letter or number of a list, such as “a”, “IV” or “1.5.1”, alone at the head of a line; H, P, Q are “huyện” and so on. */
const LIST_HEAD = lazyPattern('u')`(?:^|\n)\s*(?:\p{L}|[IVX]+|\d{1,2}(?:\.\d{1,2})*)$`;
const RATIO = lazyPattern('iu')`t[ỷỉ] (?:lệ|số)`;
/** A cell of a spreadsheet, a version, a code, a ratio, with its mark: A1:A10, “tỷ lệ C:N”. */
const LABEL = lazyPattern('u')`(?:\p{L}\d+.|(?<![\p{L}\p{N}])\p{Lu}:)$`;
const LABEL_HEAD = lazyPattern('u')`^(?:\p{L}\d|\p{Lu}(?![\p{L}\p{N}]))`;
/** The end of a word, after which a space or a punctuation mark is expected. */
const WORD_END = lazyPattern('u')`[\p{L}\p{M}\p{N})”"\]]$`;
/** How the next word begins: “A.”, “Tổ” or “tổ”, “Tổ”, “tổ”, any letter before a small one. */
const INITIAL = lazyPattern('u')`^\p{L}\.`;
const WORD_HEAD = lazyPattern('u')`^\p{Lu}?\p{M}*\p{Ll}`;
const CAPITAL_HEAD = lazyPattern('u')`^\p{Lu}\p{M}*\p{Ll}`;
const CAPITALIZED = lazyPattern('u')`^\p{Lu}\p{M}*[\p{Ll}\p{M}]+(?![\p{L}\p{N}.])`;
const SMALL_HEAD = lazyPattern('u')`^\p{Ll}{2}`;
const LETTERS_HEAD = lazyPattern('u')`^\p{L}\p{M}*\p{Ll}`;
const HAS_MARKS = /[^\x00-\x7f]/;

/** Every slip of spacing in `text`, in order. Numbers, abbreviations, addresses and document numbers pass. */
export function* spacingSlips(text: string): Generator<SpacingSlip> {
  SPACING_SUSPECT.lastIndex = 0;
  const found: SpacingSlip[] = [];
  for (let match = SPACING_SUSPECT.exec(text); match !== null; match = SPACING_SUSPECT.exec(text)) {
    const slip = slipAt(text, match.index);
    if (slip) found.push(slip);
    // A run of spaces or marks is checked once, whatever the result.
    const end = slip?.kind === 'doubled' ? slip.end : spacesEnd(text, match.index);
    SPACING_SUSPECT.lastIndex = Math.max(SPACING_SUSPECT.lastIndex, end);
  }
  yield* found;
}

function slipAt(text: string, index: number): SpacingSlip | undefined {
  const sign = text.charAt(index);
  if (SPACE.test(sign)) return slipAtSpace(text, index);
  if (sign === '-' || sign === '–' || sign === '—' || sign === '+') return slipAtDash(text, index, index + 1);
  const run = DOUBLED.exec(text.slice(index))?.[0];
  if (run !== undefined) return doubledAt(text, index, run);
  return isLetter(text, index + 1) && isMissing(text, index)
    ? between(text, index, index + 1, 'missing', `${sign} `)
    : undefined;
}

function slipAtSpace(text: string, index: number): SpacingSlip | undefined {
  const end = spacesEnd(text, index);
  const spaces = text.slice(index, end);
  const left = text.charAt(index - 1);
  const next = text.charAt(end);
  const run = next === left ? DOUBLED.exec(text.slice(index - 1))?.[0] : undefined;
  if (run !== undefined) return doubledAt(text, index - 1, run);
  // Indentation and spaces at the end of a line are not part of what is read.
  if (left === '' || left === '\n' || next === '' || next === '\n' || next === '\r') return undefined;
  if (/[,;:!?.]/.test(next) && isBefore(text, index, end))
    return between(text, index, end + 1, 'before', next);
  // “hồ sơ ,văn bản”: the space is on the wrong side.
  if (WORD_END().test(left) && isLetter(text, end + 1) && isMisplaced(text, end))
    return between(text, index, end + 1, 'missing', `${next} `);
  if (spaces.includes('\t')) return { kind: 'tab', start: index, end, found: spaces, right: ' ' };
  if (spaces.length > 1) return { kind: 'double', start: index, end, found: spaces, right: ' ' };
  return /[–—-]/.test(next) ? slipAtDash(text, index, end + 1) : undefined;
}

/** @param run the marks, of which one is right, with the spaces between them */
function doubledAt(text: string, start: number, run: string): SpacingSlip {
  const end = start + run.length;
  const right = isLetter(text, end) ? `${run.charAt(0)} ` : run.charAt(0);
  return between(text, start, end, 'doubled', right);
}

function spacesEnd(text: string, index: number): number {
  let end = index;
  while (SPACE.test(text.charAt(end))) end++;
  return end;
}

/** Whether a mark ends a phrase after a word; “ ..”, “ .NET” and the ratios 1 : 2 and nam : nữ do not count. */
function isBefore(text: string, index: number, mark: number): boolean {
  const after = text.slice(mark + 1, mark + 4);
  if (!/^(?:\s|$)/.test(after) || !WORD_END().test(text.charAt(index - 1))) return false;
  return (
    text.charAt(mark) !== ':' ||
    !(/^\s\d/.test(after) || RATIO().test(text.slice(Math.max(0, index - 40), index)))
  );
}

/** Whether the mark between a space and a word belongs before the space; “ .NET” and “ .docx” are names. */
const isMisplaced = (text: string, mark: number): boolean =>
  text.charAt(mark) === '.'
    ? isSyllable(CAPITALIZED().exec(text.slice(mark + 1))?.[0] ?? '')
    : /[,;:]/.test(text.charAt(mark));

/** `text[start, end)` is a dash with the space before it, if there is one. */
function slipAtDash(text: string, start: number, end: number): SpacingSlip | undefined {
  const dash = text.charAt(end - 1);
  const rest = text.slice(end, end + 8);
  const head = text.slice(Math.max(0, start - 12), start);
  if (end - start === 1 && LINE_HEAD.test(head)) {
    if (!isLetter(rest, 0) || dash === '—') return undefined;
    return between(text, start, end, 'list-dash', `${dash} `);
  }
  const spaceBefore = end - start > 1;
  const spaceAfter = /^(?:\s|$)/.test(rest);
  if (dash === '+' || spaceBefore === spaceAfter || LIST_HEAD().test(head)) return undefined;
  const years = /\d{4}$/.test(head) && /^\s?\d{4}/.test(rest);
  const words = isLetterOrMark(head, head.length - 1) && isLetter(rest, /^\s/.test(rest) ? 1 : 0);
  if (!years && !words) return undefined;
  return between(text, start, spaceAfter ? end + 1 : end, 'dash', ` ${dash} `);
}

/** Whether the mark at `index`, directly before a letter, should be followed by a space. */
function isMissing(text: string, index: number): boolean {
  const mark = text.charAt(index);
  const left = LEFT_TOKEN.exec(text.slice(Math.max(0, index - 60), index))?.[0] ?? '';
  const right = RIGHT_TOKEN.exec(text.slice(index + 1, index + 60))?.[0] ?? '';
  if (left === '' || endsInEntity(left + mark)) return false;
  // Among addresses, only those of web pages have commas.
  const separates = /[,;]/.test(mark) && !/:\/\/|^www\./.test(left);
  if (!separates && isAddress(left + mark + right)) return false;
  if (LABEL().test(left + mark) && LABEL_HEAD().test(right)) return false;
  if (mark === '?' && isLostLetter(text, index, index + 1)) return false;
  if (mark !== '.') return left.endsWith('%') || WORD_END().test(left);
  if (LIST_HEAD().test(text.slice(Math.max(0, index - 20), index)))
    return !/^[HPQ]$/.test(left) && !INITIAL().test(right) && WORD_HEAD().test(right);
  const word = LAST_PART().exec(left)?.[0] ?? '';
  const next = RIGHT_WORD().exec(right)?.[0] ?? '';
  if (isAbbreviation(word) || isAbbreviation(next)) return false;
  if (CAPITAL_HEAD().test(next))
    return word === '' ? /[)”"\]]$/.test(left) : word.length > 1 || /^\d$/.test(word);
  // Units: “m3/ngày.đêm”.
  if (left.includes('/') || !SMALL_HEAD().test(next) || !LETTERS_HEAD().test(word)) return false;
  return HAS_MARKS.test(word) || HAS_MARKS.test(next);
}

/** The slip at `text[start, end)`, shown together with the words on both sides. */
function between(
  text: string,
  start: number,
  end: number,
  kind: SpacingSlip['kind'],
  right: string,
): SpacingSlip {
  const before = LEFT_WORD().exec(text.slice(Math.max(0, start - 30), start))?.[0] ?? '';
  const after = kind === 'before' ? '' : (RIGHT_WORD().exec(text.slice(end, end + 30))?.[0] ?? '');
  return {
    kind,
    start: start - before.length,
    end: end + after.length,
    found: before + text.slice(start, end) + after,
    right: before + right + after,
  };
}
