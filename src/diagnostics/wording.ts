/** The languages the tool speaks. */
export type Language = 'vi' | 'en';

/** One sentence in every language the tool speaks. */
export type Wording = Readonly<Record<Language, string>>;

/** A sentence, or a part of one, in both languages. */
export const words = (vi: string, en: string): Wording => ({ vi, en });
