import { isLetter } from './is-letter.ts';
import { lazyPattern, once } from './once.ts';

/** A placeholder that was not filled in. */
export interface Unfilled {
  /**
   * empty: the whole text is a placeholder; dots: a run to write on by hand; marker: in brackets or so; formula: an
   * error of a spreadsheet.
   */
  readonly kind: 'empty' | 'dots' | 'marker' | 'formula';
  readonly start: number;
  readonly end: number;
  readonly found: string;
}

const SIGNS = '.…․‥·_?*\\-–—/()[\\]';
/** Without line breaks: a search for them at every line of many empty ones would take too long. */
const SPACES = '\\t\\v\\f \\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000\\ufeff';
/**
 * Texts of nothing but dots, dashes, question marks and the like, or of a word that means “later”. In small
 * letters, as a pattern that ignores case takes ten times as long to compile.
 */
const WHOLE = once(
  () =>
    new RegExp(
      `^\\s*(?:[\\s${SIGNS}]+|x{3,}|lorem ipsum.*|${[
        '(?:todo|tbd|fixme|n/a)\\b.{0,20}',
        '(?:(?:vui lòng|cần|chờ|sẽ|đang|chưa|hãy) ){1,2}(?:bổ sung|cập nhật|điền|hoàn thiện)(?: (?:sau|tiếp|thêm|nội dung|thông tin))*',
        '(?:bổ sung|cập nhật|điền) sau',
        '(?:vui lòng |hãy )?(?:nhập|điền|ghi) (?:nội dung|tên|họ tên|họ và tên)(?: (?:công việc|nhiệm vụ|đơn vị|chức vụ|mảng công việc))?(?: (?:tại|vào|ở) đây)?',
        '(?:vui lòng |hãy )?(?:nhập|điền|ghi) .{0,30}(?:tại|vào|ở) đây',
        '(?:bấm|nhấp|click) .{0,30}(?:để nhập văn bản|to enter text)',
        '(?:tên|nội dung|mô tả) (?:công việc|nhiệm vụ|đơn vị|mảng công việc|chức vụ)(?: \\d+)?',
      ].join('|')})[\\s.…]*$`,
    ),
);
/** The longest of them, in UTF-16 units; longer texts can have only the other kinds. */
export const placeholderLength = 60;
/** How the first word of them begins, in any case, unless it is a sign. */
export const PLACEHOLDER_HEAD = new RegExp(
  `^(?:[${SPACES}${SIGNS}]+$|[${SPACES}]*(?:${'xxx lor tod tbd fix n/a vui cần chờ sẽ đan chư hãy bổ cập điề nhậ ghi bấm nhấ cli tên nội mô'
    .replace(/\S/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
    .replaceAll(' ', '|')}))`,
  'gm',
);

/** Dots and lines to write on, possibly with spaces in between; LONG decides whether it is one. */
const RUN = /[.…](?:[ \u00a0]?[.…])+|_{3,}|(?<=ngày )…(?= tháng)/g;
/** Four dots or more (… is three) in a run, or four with spaces between; lines; a date without its figures. */
const LONG = /\.{4,}|…[.…]*…|…\.{2,}|\.{2,}…|(?:\. ){3,}\.|_/;
const DATE = /ngày $/;
const AFTER_VV = /v\.v$/i;

const KEYWORDS =
  '(?:bổ sung|điền|nhập|ghi rõ|tên|họ và|chưa có|chưa rõ|chèn|cập nhật|hoàn thiện|để trống|nội dung|todo|tbd|xem lại|kiểm tra lại)';
/** In small letters; `isMarker` checks what is around a match. */
const MARKER = once(
  () =>
    new RegExp(
      [
        `\\[[^\\[\\]]{0,80}${KEYWORDS}[^\\[\\]]{0,80}\\]`,
        '\\[[.…?_ ]{1,80}\\]|\\[x{2,}\\]',
        `<[^<>@/=:]{0,80}${KEYWORDS}[^<>@/=:]{0,80}>`,
        '[{]{1,2}[^{}]{0,80}[}]{1,2}',
        '«\\w{1,40}_\\w{1,40}»',
        '\\((?:(?:cần|chờ|chưa|sẽ) (?:bổ sung|cập nhật|hoàn thiện)(?: sau| thêm)?|(?:bổ sung|cập nhật) sau)\\)',
        '(?<=(?:…|\\.\\.|:) ?)(?:cần|chờ|sẽ|chưa|đang) (?:bổ sung|cập nhật|điền)(?=[\\s.…]*$)',
        'todo|tbd|fixme',
      ].join('|'),
      'g',
    ),
);
/** Texts without one of these cannot match. */
const MARKER_HEAD =
  /[[<{«]|\((?:cần|chờ|chưa|sẽ|bổ sung|cập nhật)|[….:] ?(?:cần|chờ|sẽ|chưa|đang)|todo|tbd|fixme/;
const FORMULA = /#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)/;
/** Markers where case matters: a bracket in capitals; “xxx”, since XXX is thirty. */
const CASED_MARKER = lazyPattern(
  'u',
)`\[(?!.{0,80}(?:MẬT|KHẨN|TỐC))\p{Lu}+(?:[ _]\p{Lu}+)+\]|(?<![\p{L}\p{N}])(?:xxx+|XXXX+)(?![\p{L}\p{N}])`;
/** Texts without one of these cannot match the other patterns above. */
export const PLACEHOLDER_SUSPECT =
  /[.…]{2}|…(?= ?[cCđĐsS])|[[<{«]|___|ngày [.…]|\. \.|\((?:cần|chờ|chưa|sẽ|bổ|cập|hoàn)|: ?[cCđĐsS]|[xX]{3}|todo|Todo|TODO|TBD|FIXME|#[DNRV]/g;

/** The first placeholder in `text` (composed, not empty), or all of it. */
export function findPlaceholder(text: string): Unfilled | undefined {
  if (
    text.length <= placeholderLength &&
    text.search(PLACEHOLDER_HEAD) >= 0 &&
    WHOLE().test(inSmallLetters(text))
  ) {
    const found = text.trim();
    const start = text.indexOf(found);
    return { kind: 'empty', start, end: start + found.length, found };
  }
  if (text.search(PLACEHOLDER_SUSPECT) < 0) return undefined;
  const formula = FORMULA.exec(text);
  if (formula) return placeholderAt('formula', formula.index, formula[0]);
  const marker = findMarker(text);
  if (marker) return marker;
  for (const { 0: found, index } of text.matchAll(RUN)) {
    const before = text.slice(Math.max(0, index - 5), index);
    if (!LONG.test(found) && !(DATE.test(before) && text.startsWith(' tháng', index + found.length)))
      continue;
    if (AFTER_VV.test(before) && found.length <= 4) continue;
    return placeholderAt('dots', index, found);
  }
  return undefined;
}

function findMarker(text: string): Unfilled | undefined {
  const small = inSmallLetters(text);
  if (MARKER_HEAD.test(small)) {
    const pattern = MARKER();
    pattern.lastIndex = 0;
    for (let match = pattern.exec(small); match !== null; match = pattern.exec(small)) {
      const { 0: found, index } = match;
      const end = index + found.length;
      if (isMarker(small, found, index, end)) return placeholderAt('marker', index, text.slice(index, end));
      pattern.lastIndex = index + 1;
    }
  }
  const cased = /\[|xxx|XXXX/.test(text) ? CASED_MARKER().exec(text) : null;
  return cased ? placeholderAt('marker', cased.index, cased[0]) : undefined;
}

/** In angle brackets a letter comes first; “todo” and the like are words of their own. */
function isMarker(text: string, found: string, start: number, end: number): boolean {
  if (found.startsWith('<')) return isLetter(text, start + 1);
  return !/^[tf]/.test(found) || !(isOfWord(text, start - 1) || isOfWord(text, end));
}

const NUMERAL = lazyPattern('u')`\p{N}`;
const isOfWord = (text: string, index: number) => isLetter(text, index) || NUMERAL().test(text.charAt(index));

/** As long as the text: İ is the only letter that gets longer. */
const inSmallLetters = (text: string) => text.replaceAll('İ', 'ı').toLowerCase();

const placeholderAt = (kind: Unfilled['kind'], start: number, found: string): Unfilled => ({
  kind,
  start,
  end: start + found.length,
  found,
});
