import type { Language, Wording } from './wording.ts';

const formats: Readonly<Record<Language, Intl.NumberFormat>> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-GB'),
};

/** A number as people write it: 5.246 and 1,5 in Vietnamese, 5,246 and 1.5 in English; at most three decimals. */
export const formatNumber = (value: number, language: Language): string => formats[language].format(value);

/** A number among the facts of a finding, as each language writes it. */
export const numberWords = (value: unknown): Wording => ({
  vi: formatNumber(Number(value), 'vi'),
  en: formatNumber(Number(value), 'en'),
});
