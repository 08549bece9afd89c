import type { Wording } from '../../diagnostics/wording.ts';
import { quoteName } from './quote-name.ts';

const lists = {
  vi: new Intl.ListFormat('vi', { type: 'disjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
};

/** Words as alternatives: “a, b or c”. */
export const alternatives = (words: readonly string[]): Wording => ({
  vi: lists.vi.format(words),
  en: lists.en.format(words),
});

/** A question that offers what was probably meant; undefined where nothing was. */
export function didYouMean(words: readonly string[]): Wording | undefined {
  if (words.length === 0) return undefined;
  const { vi, en } = alternatives(words.map(quoteName));
  return { vi: `Có phải ý là ${vi}?`, en: `Did you mean ${en}?` };
}
