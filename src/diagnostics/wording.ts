/** The languages the tool speaks. */
export type Language = 'vi' | 'en';

/** One sentence in every language the tool speaks. */
export type Wording = Readonly<Record<Language, string>>;
