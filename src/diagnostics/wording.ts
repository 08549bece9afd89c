/** The languages the tool speaks. */
export type Language = 'vi' | 'en';

/** One sentence in every language of the tool. */
export type Wording = Readonly<Record<Language, string>>;

/** A sentence, or a part of one, in both languages. */
export const words = (vi: string, en: string): Wording => ({ vi, en });

/** Joins those parts of a sentence that are present. */
export function joinWords(parts: readonly (Wording | false | undefined)[], separator = ', '): Wording {
  const there = parts.filter((part) => part !== false && part !== undefined);
  return words(there.map(({ vi }) => vi).join(separator), there.map(({ en }) => en).join(separator));
}
