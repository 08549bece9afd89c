import { enCount, formatNumber, viNumber } from '../diagnostics/format-number.ts';
import type { Language, Wording } from '../diagnostics/wording.ts';
import { andMore, quoteName } from './io/quote-name.ts';

/**
 * What prevents bieu2 from doing what it was asked, said so that the user can fix it: the place, the reason,
 * the remedy. Neither a finding in a form nor a bug.
 */
export class UserError extends Error {
  readonly wording: Wording;
  /** The name of the file that could not be read, where it was one. */
  readonly file: string | undefined;

  constructor(wording: Wording, file?: string) {
    super(wording.en);
    this.file = file;
    this.name = 'UserError';
    this.wording = wording;
  }
}

/** What a message names: a word of the user's, which is quoted; a number; a clause of the message itself. */
type Fact = string | number | Wording;

/** The names in braces of a sentence. */
type NamesIn<Sentence extends string> = Sentence extends `${string}{${infer Fact}}${infer Rest}`
  ? (Fact extends `${infer Name} ${string}` ? Name : Fact) | NamesIn<Rest>
  : never;
type Facts<Name extends string> = [Name] extends [never] ? [] : [facts: Readonly<Record<Name, Fact>>];

/**
 * Gives what makes errors of one kind. Facts replace their names in braces; `{count file|files}` is a number with the
 * noun or verb that goes with it.
 */
export const userError =
  <Vi extends string, En extends string>(vi: Vi, en: En) =>
  (...[facts]: Facts<NamesIn<Vi | En>>): UserError =>
    new UserError({ vi: filled(vi, 'vi', facts), en: filled(en, 'en', facts) });

const filled = (sentence: string, language: Language, facts: Readonly<Record<string, Fact>> = {}) =>
  sentence.replace(/\{(\w+)(?: ([^|}]+)\|([^}]+))?\}/g, (_, name: string, one?: string, many?: string) => {
    const fact = facts[name] ?? '';
    if (typeof fact === 'string') return quoteName(fact);
    if (typeof fact === 'object') return fact[language];
    return [formatNumber(fact, language), ...(one && many ? [fact === 1 ? one : many] : [])].join(' ');
  });

/** What was thrown, where the user can fix it. @throws anything else: a bug */
export function userErrorOf(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}

/** A file that was found in a folder, may hold a form, and is not read: reported, and no failure by itself. */
export class SkippedFile extends UserError {
  readonly reason: Wording;

  /** @param reason a clause, without a full stop */
  constructor(reason: Wording, file: string) {
    const name = quoteName(file);
    super({ vi: `Không đọc ${name}: ${reason.vi}.`, en: `Not reading ${name}: ${reason.en}.` }, file);
    this.reason = reason;
  }
}

/** As many names as are listed. */
const listed = 10;

/** What to say of them at the end of a run. */
export function unreadNote(files: readonly SkippedFile[]): Wording {
  const list = (language: Language) => {
    const byReason = new Map<string, string[]>();
    for (const { file = '', reason } of files.slice(0, listed)) {
      const names = byReason.get(reason[language]) ?? [];
      byReason.set(reason[language], [...names, quoteName(file)]);
    }
    return [...byReason].map(([reason, names]) => `${names.join(', ')} (${reason})`).join('; ');
  };
  const rest = andMore(files.length - listed);
  return {
    vi: `Không đọc ${viNumber(files.length)} tệp có thể là biểu: ${list('vi')}${rest.vi}.`,
    en: `Not read: ${enCount(files.length, 'file')} that may be ${files.length === 1 ? 'a form' : 'forms'}: ${list('en')}${rest.en}.`,
  };
}
