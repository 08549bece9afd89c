import type { Facts } from '../diagnostics/finding.ts';
import { formatNumber } from '../diagnostics/format-number.ts';
import type { Language, Wording } from '../diagnostics/wording.ts';
import { nameTask } from '../form/name-task.ts';

/** The wording of one kind of finding of a rule. */
export interface Message {
  /** What is wrong: what is expected and what was found, without a final full stop. */
  readonly text: (facts: Facts) => Wording;
  /** How to fix it. */
  readonly hint?: (facts: Facts) => Wording;
  /** Replaces it for a filled-in Word form, which has no keys. */
  readonly inWord?: Pick<Message, 'hint'> & Partial<Pick<Message, 'text'>>;
}

/** A text and its hint in both languages, worded as by `wording`. */
export const say = (vi: string, en: string, hintVi?: string, hintEn = ''): Message =>
  hintVi === undefined ? { text: wording(vi, en) } : { text: wording(vi, en), hint: wording(hintVi, hintEn) };

/** Replaces a hint for a filled-in Word form, worded as by `wording`. */
export const hintInWord = (vi: string, en: string): Pick<Message, 'inWord'> => ({
  inWord: { hint: wording(vi, en) },
});

/**
 * A sentence in both languages, in which the facts of a finding replace their names in braces (“{limit}”), and “{task}” is
 * what `nameTask` makes of them. Facts that are numbers are grouped as each language groups them.
 */
export const wording =
  (vi: string, en: string) =>
  (facts: Facts): Wording => ({ vi: insert(facts, vi, 'vi'), en: insert(facts, en, 'en') });

const insert = (facts: Facts, sentence: string, language: Language) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'task') return nameTask(facts)[language];
    const fact = facts[name];
    return typeof fact === 'number' ? formatNumber(fact, language) : String(fact);
  });
