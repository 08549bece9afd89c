/** Something that was to be filled in and was not. */
export interface Placeholder {
  /** empty: the whole text stands for another; dots: a run to write on by hand; marker: in brackets or so. */
  readonly kind: 'empty' | 'dots' | 'marker';
  readonly start: number;
  readonly end: number;
  readonly found: string;
}

/** Texts of nothing but dots, dashes, question marks and the like, or of a word that means “later”. */
const WHOLE = new RegExp(
  `^\\s*(?:[\\s.…․‥·_?*\\-–—/()[\\]]+|x{3,}|lorem ipsum.*|${[
    '(?:todo|tbd|fixme|n/a)\\b.{0,20}',
    '(?:(?:vui lòng|cần|chờ|sẽ|đang|chưa|hãy) ){1,2}(?:bổ sung|cập nhật|điền|hoàn thiện)(?: (?:sau|tiếp|thêm|nội dung|thông tin))*',
    '(?:bổ sung|cập nhật|điền) sau',
    '(?:vui lòng |hãy )?(?:nhập|điền|ghi) (?:nội dung|tên|họ tên|họ và tên)(?: (?:công việc|nhiệm vụ|đơn vị|chức vụ|mảng công việc))?(?: (?:tại|vào|ở) đây)?',
    '(?:vui lòng |hãy )?(?:nhập|điền|ghi) .{0,30}(?:tại|vào|ở) đây',
    '(?:bấm|nhấp|click) .{0,30}(?:để nhập văn bản|to enter text)',
    '(?:tên|nội dung|mô tả) (?:công việc|nhiệm vụ|đơn vị|mảng công việc|chức vụ)(?: \\d+)?',
  ].join('|')})[\\s.…]*$`,
  'iu',
);

/** Four dots or more in a run (… is three), after “v.v.” three more; blanks may part groups of dots. */
const DOTS =
  /(?:[.…][ \u00a0]?)*(?:\.{4,}|…[.…]*…|…\.{2,}|\.{2,}…)(?:[ \u00a0]?[.…])*|(?:\. ){3,}\.|_{3,}|(?<=ngày )[.…]{1,3}(?= tháng)/g;
const AFTER_VV = /v\.v$/i;

const KEYWORDS =
  '(?:bổ sung|điền|nhập|ghi rõ|tên|họ và|chưa có|chưa rõ|chèn|cập nhật|hoàn thiện|để trống|nội dung|todo|tbd|xem lại|kiểm tra lại)';
const MARKER = new RegExp(
  [
    `\\[[^\\[\\]]*${KEYWORDS}[^\\[\\]]*\\]`,
    '\\[[.…?_ ]+\\]|\\[x{2,}\\]',
    `<(?=\\p{L})[^<>@/=:]*${KEYWORDS}[^<>@/=:]*>`,
    `[{]{1,2}[^{}]*[}]{1,2}`,
    '«\\w+_\\w+»',
    '\\((?:(?:cần|chờ|chưa|sẽ) (?:bổ sung|cập nhật|hoàn thiện)(?: sau| thêm)?|(?:bổ sung|cập nhật) sau)\\)',
    '(?<=(?:…|\\.\\.|:) ?)(?:cần|chờ|sẽ|chưa|đang) (?:bổ sung|cập nhật|điền)(?=[\\s.…]*$)',
    '(?<![\\p{L}\\p{N}])(?:TODO|TBD|FIXME)(?![\\p{L}\\p{N}])',
  ].join('|'),
  'iu',
);
/** Where the case tells: a bracket in capitals; “xxx”, since XXX is thirty. */
const CASED_MARKER =
  /\[(?!.*(?:MẬT|KHẨN|TỐC))\p{Lu}+(?:[ _]\p{Lu}+)+\]|(?<![\p{L}\p{N}])(?:xxx+|XXXX+)(?![\p{L}\p{N}])/u;
/** Without one of these no pattern above can match. */
const SUSPECT =
  /[.…]{2}|[…[<{«]|___|ngày \.|\. \.|\((?:cần|chờ|chưa|sẽ|bổ|cập|hoàn)|: ?[cCđĐsS]|[xX]{3}|todo|Todo|TODO|TBD|FIXME/;

/** What in `text` (not blank) still waits to be filled in: the first place, or the whole. */
export function findPlaceholder(text: string): Placeholder | undefined {
  // The longest of the texts that stand for others; longer ones can hold only the other kinds.
  if (text.length <= 60 && WHOLE.test(text)) {
    const found = text.trim();
    const start = text.indexOf(found);
    return { kind: 'empty', start, end: start + found.length, found };
  }
  if (!SUSPECT.test(text)) return undefined;
  const marker = MARKER.exec(text) ?? CASED_MARKER.exec(text);
  if (marker) return placeholderAt('marker', marker.index, marker[0]);
  for (const { 0: found, index } of text.matchAll(DOTS)) {
    if (AFTER_VV.test(text.slice(0, index)) && found.trim().length <= 4) continue;
    return placeholderAt('dots', index, found.trimEnd());
  }
  return undefined;
}

const placeholderAt = (kind: Placeholder['kind'], start: number, found: string): Placeholder => ({
  kind,
  start,
  end: start + found.length,
  found,
});
