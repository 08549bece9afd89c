import { lazyPattern } from './once.ts';

/** What people write before, after and between levels: “mức 3”, “3)”, “3 (trung bình)”, “3 và 4”, “từ 2 đến 3”. */
const LEVEL_NAME = lazyPattern(
  'i',
)`^(?:từ\s+)?(?:(?:ở\s+)?mức(?: độ)?(?: phức tạp)?|độ phức tạp|bậc|cấp|loại|thứ|level)?\s*[:.-]?\s*`;
const REMARK = lazyPattern('')`(\S)\s*\([^()]*\)$`;
const BETWEEN = lazyPattern(
  'iu',
)`\s*(?:[-–,;/&+]|(?<![\p{L}\p{M}])(?:và|hoặc|hay|đến|and|or|to)(?![\p{L}\p{M}]))\s*`;
const ROMAN = ['I', 'II', 'III', 'IV', 'V'];
const WORDS = ['MỘT', 'HAI', 'BA', 'BỐN', 'NĂM'];

/**
 * The levels that a text means: 3 for “III”, “ba”, “mức 3”, “3)”, “３” or “‘3’”; several for “3 và 4”. Empty if any part
 * of it is not a level.
 */
export function levelsIn(text: string): readonly number[] {
  const found = text.normalize('NFKC').trim().split(BETWEEN()).map(levelIn);
  return found.includes(undefined) ? [] : found.flatMap((level) => level ?? []);
}

function levelIn(part: string): number | undefined {
  const bare = part
    .trim()
    .replace(REMARK(), '$1')
    .replace(/^[“”„‟‘’«»"'([]+|[“”„‟‘’«»"')\].]+$/g, '')
    .replace(LEVEL_NAME(), '');
  if (/^0?[1-5]$/.test(bare)) return Number(bare);
  const place = [ROMAN, WORDS].map((names) => names.indexOf(bare.toUpperCase())).find((index) => index >= 0);
  return place === undefined ? undefined : place + 1;
}
