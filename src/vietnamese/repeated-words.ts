import { lazyPattern } from './once.ts';
import { isJoiningWord, mayPairRepeat, mayRepeat } from './repeatable-words.ts';

/** A word, or a pair of syllables, that appears several times in a row. */
export interface RepeatedWord {
  readonly word: string;
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/** A comma may be within a usual pair: “văn phòng phòng, chống thiên tai”. */
const NEXT_WORD = lazyPattern('u')`^,?[ \u00a0\t\n]+([\p{L}\p{M}]+|\d+)`;
const LAST_WORD = lazyPattern('u')`([\p{L}\p{M}]+)[ \u00a0\t\n]+$`;

/** Reported by themselves. */
const INVISIBLE = lazyPattern('gu')`\p{Cf}`;
const visible = (text: string) => text.replace(INVISIBLE(), '');

/** Letters, combining marks and digits, approximately: a token with a digit is not a word. */
const WORD_UNIT = '[A-Za-z0-9À-ÖØ-öø-\u1fff\u2070-\uffff]';
const SPACE = '[ \\u00a0\\t\\n]';
/** Where a repetition may be, in few texts: a space after which the word before it comes again, or the last two do. */
export const REPEAT_SUSPECT = new RegExp(
  `${SPACE}(?!${SPACE})(?:${[
    `(?<=(?<!${WORD_UNIT})(${WORD_UNIT}+)${SPACE}+)\\1`,
    `(?<=(?<!${WORD_UNIT})(${WORD_UNIT}+${SPACE}[^ \\u00a0\\t\\n]+)${SPACE}+)\\2`,
  ].join('|')})(?!${WORD_UNIT})`,
  'g',
);

/**
 * The slips of the kind “của của” in `text`, in order: equal to the letter and its case, with nothing but
 * spaces between.
 */
export function* repeatedWords(text: string): Generator<RepeatedWord> {
  let previous = -1; // Start of the word before, if only one space is between.
  for (let i = 1; i < text.length; i++) {
    if (!isSpace(text.charCodeAt(i))) continue;
    const start = wordStart(text, i);
    let next = i + 1;
    while (isSpace(text.charCodeAt(next))) next++;
    const isWord = start < i && text.charCodeAt(start) === text.charCodeAt(next);
    const isPair = start < i && previous >= 0 && text.charCodeAt(previous) === text.charCodeAt(next);
    let found: RepeatedWord | undefined;
    if (isWord && isSecond(text, start, i, next) && isSlip(text, start, i, next)) {
      found = repetition(text, start, i);
    } else if (isPair && isSecond(text, previous, i, next) && isPairSlip(text.slice(previous, i))) {
      found = repetition(text, previous, i);
    }
    if (found) yield found;
    previous = !found && start < i && next === i + 1 ? start : -1;
    i = (found?.end ?? next) - 1;
  }
}

/** Whether `text[start, end)` appears at `next` again, as a whole word. */
function isSecond(text: string, start: number, end: number, next: number): boolean {
  const after = next + end - start;
  return (
    text.startsWith(text.slice(start, end), next) &&
    !isWordUnit(text.charCodeAt(after)) &&
    after <= text.length
  );
}

/** The word `text[start, end)` with all that repeats it. */
function repetition(text: string, start: number, end: number): RepeatedWord {
  const word = text.slice(start, end);
  const found = { word, count: 1, start, end };
  for (let next = end; ; next++) {
    if (isSecond(text, start, end, next)) {
      found.count++;
      found.end = next + word.length;
      next = found.end;
    }
    if (!isSpace(text.charCodeAt(next))) return found;
  }
}

/** Whether `text[start, gap)`, which is at `next` again, is not meant twice. */
function isSlip(text: string, start: number, gap: number, next: number): boolean {
  const word = text.slice(start, gap);
  const end = next + word.length;
  if (/\d/.test(word)) return false;
  // A line break separates paragraphs, and lists need no punctuation between them.
  if (text.slice(gap, next).includes('\n') && !isJoiningWord(word)) return false;
  const before = LAST_WORD().exec(visible(text.slice(Math.max(0, start - 20), start)))?.[1] ?? '';
  const after = NEXT_WORD().exec(visible(text.slice(end, end + 20)))?.[1] ?? '';
  return !mayRepeat(word, before, after);
}

/** Pairs are checked in small letters only: a capital may begin a name. */
function isPairSlip(pair: string): boolean {
  const [first = '', second = ''] = pair.split(/[ \u00a0]/);
  return first !== second && !/\d/.test(pair) && pair === pair.toLowerCase() && !mayPairRepeat(first, second);
}

function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && isWordUnit(text.charCodeAt(start - 1))) start--;
  return start;
}

/** As `WORD_UNIT`. */
const isWordUnit = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0xc0 && unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  unit > 0x206f;

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0xa0 || unit === 0x0a || unit === 0x09;
