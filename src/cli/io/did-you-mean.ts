import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { Wording } from '../../diagnostics/wording.ts';
import { type UserError, userError } from '../user-error.ts';
import { quoteName } from './quote-name.ts';

/** Words as alternatives: “a, b or c”. */
export const alternatives = (words: readonly string[]): Wording => ({
  vi: joined(words, 'hoặc'),
  en: joined(words, 'or'),
});

const joined = (words: readonly string[], or: string) =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(` ${or} `);

/** A question that suggests what was probably meant; undefined without a suggestion. */
export function didYouMean(words: readonly string[]): Wording | undefined {
  if (words.length === 0) return undefined;
  const { vi, en } = alternatives(words.map(quoteName));
  return { vi: `Có phải ý là ${vi}?`, en: `Did you mean ${en}?` };
}

/** The known word that was probably meant, else all known words after a title. */
export function suggestion(word: string, known: readonly string[], title: Wording): Wording {
  const near = nearestWord(word, known);
  const list = known.join(', ');
  return didYouMean(near ? [near] : []) ?? { vi: `${title.vi}: ${list}.`, en: `${title.en}: ${list}.` };
}

/** The error for an unknown format name. @param formats the known ones */
export const unknownFormat = (name: string, formats: readonly string[]): UserError =>
  isUnknownFormat({ name, advice: suggestion(name, formats, { vi: 'Các định dạng', en: 'Formats' }) });

const isUnknownFormat = userError('Không có định dạng {name}. {advice}', 'Unknown format {name}. {advice}');
