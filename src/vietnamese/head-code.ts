import { isLetter } from './is-letter.ts';

/** A number or code typed at the start of a task text. */
export interface HeadCode {
  readonly kind: 'code' | 'number';
  /** Without its last full stop. */
  readonly code: string;
  /** The span of the code including the full stop, colon or dash after it, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const HEAD = /^[\s\u200b]*(\d{1,2}\.\d{1,2}(\.\d{1,2})?)(?:([.)])|\s*([:–-]))?/;

/**
 * The code or number at the head of `text`, if there is one: `area.topic.step` (1.1.2) or `area.task` (2.10). Longer
 * chains are addresses and versions, four digits a year; without a full stop only a capital begins a text, since
 * “1.1.2 của Đề án” refers to a section and “2.5 triệu đồng”, “1.5 USD” are figures. Dates such as 1.5.2025 and
 * 30.4.25 are not codes.
 */
export function headCode(text: string): HeadCode | undefined {
  const match = HEAD.exec(text);
  if (!match) return undefined;
  const [head, code = '', step, stop, dash] = match;
  const after = text.slice(head.length);
  const rest = after.trimStart();
  let isFollowed: boolean;
  if (stop) isFollowed = isLetter(rest, 0) || /^["“(]/.test(rest);
  else if (step) isFollowed = dash ? isLetter(rest, 0) : isCapital(rest);
  else if (dash) isFollowed = beginsName(rest) || inCapitals(rest, 1);
  else isFollowed = rest !== after && (beginsName(rest) || (!UNIT.test(rest) && inCapitals(rest, 2)));
  if (!isFollowed || (!stop && isShortDate(code))) return undefined;
  return { kind: step ? 'code' : 'number', code, start: head.indexOf(code), end: head.length };
}

const isCapital = (text: string) => isLetter(text, 0) && text.charAt(0) !== text.charAt(0).toLowerCase();

/** Whether a capital and a small letter begin a text. */
function beginsName(text: string): boolean {
  const [, next = ''] = /^.[\u0300-\u036f]*(.)/.exec(text) ?? [];
  return isCapital(text) && isLetter(next, 0) && next !== next.toUpperCase();
}

/** The unit of a figure in a text in capitals: “2.5 TRIỆU ĐỒNG”. */
const UNIT =
  /^(?:TRIỆU|T[ỶỈ]|NGH[ÌI]N|NGÀN|TẤN|MÉT|NĂM|THÁNG|NGÀY|GIỜ|LẦN|ĐIỂM|ĐỒNG|USD|VN[DĐ]|EUR|HA|KM|KG|[KM]W|[GMT]B)\s/;

/** Whether the first `count` words of a text, of two letters or more, are in capitals. */
function inCapitals(text: string, count: number): boolean {
  const words = text.slice(0, 40).split(/\s+/, count);
  return (
    words.length === count &&
    words.every((word) => /^..+$/.test(word) && isCapital(word) && word === word.toUpperCase())
  );
}

/** A day, a month and a two-digit year: no topic has that many steps. */
function isShortDate(code: string): boolean {
  const [day = 0, month = 0, year = 0] = code.split('.').map(Number);
  return day >= 1 && day <= 31 && month <= 12 && month >= 1 && year >= 20;
}
