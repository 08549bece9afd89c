import { foldHeading } from '../../vietnamese/fold-text.ts';

const wordsOfLevels: Readonly<Record<string, number>> = {
  ...{ mot: 1, nhat: 1, hai: 2, nhi: 2, ba: 3, bon: 4, tu: 4, nam: 5 },
};
const levelsOfNumerals: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5 };

/** “3”, and “M3” and “Mức3” without a space. */
const numbered = /^(?:m|muc|cap|bac|loai|do)?\d+$/;

/** In characters; longer texts are not headings of narrow columns. */
const longest = 60;

/**
 * The level 1–5 whose number is in a text: “3”, “Mức 3”, “III (trung bình)”, “Mức ba”, “Độ khó: 3”. Undefined
 * where there is none, or several.
 */
export function levelIn(text: string): number | undefined {
  if (text.length > longest) return undefined;
  const words = foldHeading(text.normalize('NFKC')).split(' ');
  const numbers = words.flatMap((word) =>
    numbered.test(word) ? Number(word.replace(/\D/g, '')) : (levelsOfNumerals[word] ?? []),
  );
  const [number] = numbers;
  if (number !== undefined) {
    return new Set(numbers).size === 1 && number >= 1 && number <= 5 ? number : undefined;
  }
  // “năm” also means year: words count only after what they number.
  const named = words.flatMap((word, index) =>
    /^(?:muc|cap|bac|loai|do|thu)$/.test(words[index - 1] ?? '') ? (wordsOfLevels[word] ?? []) : [],
  );
  return named.length === 1 ? named[0] : undefined;
}

/** The level that a text names and says nothing else: “3”, “3.”, “III”, “Mức 3”. */
export const levelNamed = (text: string): number | undefined =>
  /^(?:(?:muc(?: do)?|cap|bac|loai|do|thu) ?)?(?:\w|i{2,3}|iv|hai|bon|nam|mot)$/.test(
    foldHeading(text.normalize('NFKC')),
  )
    ? levelIn(text)
    : undefined;

const scales = [
  ['rat don gian', 'don gian', 'trung binh', 'phuc tap', 'rat phuc tap'],
  ['rat thap', 'thap', 'trung binh', 'cao', 'rat cao'],
  ['rat de', 'de', 'trung binh', 'kho', 'rat kho'],
];

/** The levels of headings without numbers, where the five together are a known scale, in either direction. */
export function levelsByScale(headings: readonly string[]): readonly number[] | undefined {
  const folded = headings.map((heading) =>
    foldHeading(heading).replace('gian don', 'don gian').replace('vua', 'trung binh'),
  );
  const scale = scales.find((each) => folded.length === 5 && each.every((word) => folded.includes(word)));
  return scale && folded.map((word) => scale.indexOf(word) + 1);
}
