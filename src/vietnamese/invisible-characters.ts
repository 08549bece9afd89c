import { isAddress } from './abbreviations.ts';
import { isSyllable } from './is-syllable.ts';
import { lazyPattern } from './once.ts';

/** An invisible character, or what replaces one. */
export interface InvisibleCharacter {
  readonly kind: 'control' | 'zero-width' | 'direction' | 'soft-hyphen' | 'private' | 'lost' | 'entity';
  readonly start: number;
  /** The end of the run of characters of the same kind. */
  readonly end: number;
  /** The first character, such as “U+200B”; “?” for a letter saved as a question mark; an HTML entity. */
  readonly codePoint: string;
}

/**
 * Characters that no text of a form needs: C0 and C1 controls except tab and line breaks, zero-width and direction
 * marks, line and paragraph separators, soft hyphens, private-use characters (Word's symbol bullets), U+FFFD,
 * noncharacters and halves of surrogate pairs. Variation selectors and joiners after a symbol belong to it.
 */
const INVISIBLE = lazyPattern(
  'gu',
)`([\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]|\r(?!\n))+|(?:[\u180e\u200b\u200c\u2060-\u2064\ufeff]|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d)+|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]+|(\u00ad)+|[\ue000-\uf8ff\u{f0000}-\u{10fffd}]+|[\ufffd\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]+`;

/** A character as HTML writes it; “&TT;” is the end of the name of an office. */
const ENTITY =
  /&(?:nbsp|amp|quot|apos|[lg]t|[nm]dash|hellip|[lr][ds]quo|bull|middot|shy|[A-Za-z](?:grave|acute|circ|tilde|uml)|#\d{2,6}|#[xX][\da-fA-F]{2,5});/g;
const LAST_ENTITY = new RegExp(`${ENTITY.source}$`);

/** Whether the last character of `text` is the semicolon of an HTML entity. */
export const endsInEntity = (text: string): boolean => LAST_ENTITY.test(text);

/** The part of a word before a question mark, with what is before that; the part after it, in small letters. */
const BEFORE = lazyPattern('u')`(?:^|[\s(“"'-]|([\p{L}\p{M}]+))$`;
const AFTER = lazyPattern('u')`^[\p{Ll}\p{M}]+`;

/** A quick test that few texts pass. Emoji, which are pairs of surrogates, get the closer look. */
export const INVISIBLE_SUSPECT =
  /&(?=[#A-Za-z][\dA-Za-z]{1,7};)|[\0-\x08\x0b-\x1f?\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufffd-\uffff]/g;

/** Every run of invisible characters in `text`, then what replaces others. */
export function* invisibleCharacters(text: string): Generator<InvisibleCharacter> {
  for (const { 0: run, index } of text.matchAll(INVISIBLE())) {
    const code = run.codePointAt(0) ?? 0;
    const codePoint = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    yield { kind: kindOf(code), start: index, end: index + run.length, codePoint };
  }
  for (const { 0: entity, index } of text.matchAll(ENTITY)) {
    yield { kind: 'entity', start: index, end: index + entity.length, codePoint: entity };
  }
  for (const { 0: marks, index } of text.matchAll(/\?+/g)) {
    const end = index + marks.length;
    if (isLostLetter(text, index, end)) yield { kind: 'lost', start: index, end, codePoint: '?' };
  }
}

/**
 * Whether a letter was saved as “?” (“Qu?n lý”), unless it may be the end of a question: “phải không?nếu”. Where a letter
 * completes a syllable (“hi?u”), it was lost.
 */
export function isLostLetter(text: string, start: number, end: number): boolean {
  const before = BEFORE().exec(text.slice(Math.max(0, start - 60), start));
  const after = AFTER().exec(text.slice(end, end + 60));
  if (!before || !after) return false;
  const [left = '', right] = [before[1], after[0]];
  const token = `${/\S*$/.exec(text.slice(Math.max(0, start - 60), start))}${/^\S*/.exec(text.slice(start, end + 60))}`;
  if (token.includes('=') || isAddress(token)) return false;
  const areWords = [left, right].every((part) => isSyllable(part.normalize('NFC')));
  if (!areWords && !token.includes('/')) return true;
  const isShort = left.length + right.length <= longestSyllable;
  return isShort && LOSABLE.some((letter) => isSyllable(left + letter + right));
}

/** Letters that Windows-1252 lacks, so that “?” is left; for each vowel one tone, with which any syllable may end. */
const LOSABLE = [...'ạặậẹệịọộợụựỵăơưđ'];
/** In letters, without the lost one. */
const longestSyllable = 6;

function kindOf(code: number): InvisibleCharacter['kind'] {
  if (code === 0xad) return 'soft-hyphen';
  if (code < 0xa0 || code === 0x2028 || code === 0x2029) return 'control';
  if (code === 0x061c || code === 0x200e || code === 0x200f) return 'direction';
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x206f)) return 'direction';
  if ((code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000) return 'private';
  if (code >= 0xd800 && code !== 0xfeff) return 'lost';
  return 'zero-width';
}

/** Nothing but white space (no-break spaces and line breaks included) and characters without any width. */
const EMPTY = /^[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*$/;

/** Whether a reader sees nothing of `text`. */
export const isEmptyText = (text: string): boolean => EMPTY.test(text);
