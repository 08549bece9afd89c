import type { Language } from './wording.ts';

const formats: Readonly<Record<Language, Intl.NumberFormat>> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-GB'),
};

/** A number as people write it: 5.246 and 1,5 in Vietnamese, 5,246 and 1.5 in English; at most three decimals. */
export const formatNumber = (value: number, language: Language): string => formats[language].format(value);
