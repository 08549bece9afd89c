import { lazyPattern } from './once.ts';

/** What people write before, after and between levels: “mức 3”, “3)”, “3 và 4”, “4 hoặc 5”. */
const LEVEL_NAME = lazyPattern('i')`^(?:mức(?: độ)?(?: phức tạp)?|độ phức tạp|level)\s*[:.-]?\s*`;
const BETWEEN = lazyPattern(
  'iu',
)`\s*(?:[-–,;/&+]|(?<![\p{L}\p{M}])(?:và|hoặc|hay|đến|and|or|to)(?![\p{L}\p{M}]))\s*`;
const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

/**
 * The levels that a text means: 3 by “III”, “mức 3”, “3)”, “３” or “‘3’”; several by “3 và 4”. Empty where any part
 * of it is not a level.
 */
export function levelsIn(text: string): readonly number[] {
  const found = text.normalize('NFKC').trim().split(BETWEEN()).map(levelIn);
  return found.includes(undefined) ? [] : found.flatMap((level) => level ?? []);
}

function levelIn(part: string): number | undefined {
  const bare = part
    .trim()
    .replace(/^[“”„‟‘’«»"'([]+|[“”„‟‘’«»"')\].]+$/g, '')
    .replace(LEVEL_NAME(), '');
  const value = /^[1-5]$/.test(bare) ? Number(bare) : ROMAN.indexOf(bare.toUpperCase()) + 1;
  return value > 0 ? value : undefined;
}
