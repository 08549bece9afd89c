import { lazyPattern } from './once.ts';

/** A number or code typed at the start of a task text. */
export interface HeadCode {
  readonly kind: 'code' | 'number';
  /** Without its last full stop. */
  readonly code: string;
  /** The span of the code with the full stop, colon or dash behind it, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * `area.topic.step` (1.1.2) or `area.task` (2.10) before a text. Longer chains are addresses and versions, four
 * digits a year; without a full stop only a capital begins a text, since “1.1.2 của Đề án” refers to a section and
 * “2.5 triệu đồng”, “1.5 USD” are figures.
 */
const HEAD = lazyPattern(
  'u',
)`^[\s\u200b\ufeff]*(?:(\d{1,2}\.\d{1,2}\.\d{1,2})(?:[.)](?=[\s\u00a0]*[\p{L}"“(])|(?=[\s\u00a0]*\p{Lu})|[\s\u00a0]*[:–-](?=[\s\u00a0]*\p{L}))|(\d{1,2}\.\d{1,2})(?:[.)](?=[\s\u00a0]*[\p{L}"“(])|(?=[\s\u00a0]+\p{Lu}\p{M}*\p{Ll})|[\s\u00a0]*[:–-](?=[\s\u00a0]*\p{Lu}\p{M}*\p{Ll})))`;

const SUSPECT = /^[\s\u200b\ufeff]*\d{1,2}\.\d/;

/** The code or number at the head of `text`, if there is one; dates such as 1.5.2025 and 30.4.25 are none. */
export function headCode(text: string): HeadCode | undefined {
  const match = SUSPECT.test(text) ? HEAD().exec(text) : null;
  const code = match?.[1] ?? match?.[2];
  if (match === null || code === undefined || isShortDate(match[0], code)) return undefined;
  const start = match[0].indexOf(code);
  return { kind: match[1] === undefined ? 'number' : 'code', code, start, end: match[0].length };
}

/** A day, a month and a two-digit year: no topic has that many steps. */
function isShortDate(match: string, code: string): boolean {
  const [day = 0, month = 0, year = 0] = code.split('.').map(Number);
  return !/[.)]$/.test(match) && day >= 1 && day <= 31 && month <= 12 && month >= 1 && year >= 20;
}
