/** The languages the tool speaks. */
export type Language = 'vi' | 'en';

/** One sentence in every language of the tool. */
export type Wording = Readonly<Record<Language, string>>;

/** Joins those parts of a sentence that are present. */
export function joinWords(parts: readonly (Wording | false | undefined)[], separator = ', '): Wording {
  const there = parts.filter((part) => part !== false && part !== undefined);
  return { vi: there.map(({ vi }) => vi).join(separator), en: there.map(({ en }) => en).join(separator) };
}

const signs: Readonly<Record<Language, { readonly group: string; readonly decimal: string }>> = {
  vi: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
};

/**
 * A number for people: 5.246 and 1,5 in Vietnamese, 5,246 and 1.5 in English; at most three decimals. `Intl`
 * would do the same, but takes 10 ms to load.
 */
export function formatNumber(value: number, language: Language): string {
  const { group, decimal } = signs[language];
  const [whole = '', decimals] = String(Number(value.toFixed(3))).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return decimals === undefined ? grouped : grouped + decimal + decimals;
}

/** A number from the facts of a finding, or a count, for a Vietnamese sentence. */
export const viNumber = (value: unknown): string => formatNumber(Number(value), 'vi');

export const enNumber = (value: unknown): string => formatNumber(Number(value), 'en');

/** “1 file”, “5,246 files”. */
export const enCount = (count: unknown, one: string, many = `${one}s`): string =>
  `${enNumber(count)} ${count === 1 ? one : many}`;

/** Severities in words for people; programs always get `error` and `warning`. */
export const severityWords: Readonly<Record<'error' | 'warning', Wording>> = {
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
};
