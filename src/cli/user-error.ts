import { enCount, formatNumber, type Language, viNumber, type Wording } from '../diagnostics/wording.ts';
import { andMore, quoteName } from './io/quote-name.ts';

/** An error that the user can fix, with the place, the reason and the remedy. Neither a finding in a form nor a bug. */
export class UserError extends Error {
  readonly wording: Wording;
  /** The name of the file that could not be read, if that is the error. */
  readonly file: string | undefined;

  constructor(wording: Wording, file?: string) {
    super(wording.en);
    this.file = file;
    this.name = 'UserError';
    this.wording = wording;
  }
}

/** A value in a message: a word from the user, which is quoted; a number; or a clause. */
type Fact = string | number | Wording;

/** The names in braces in a sentence. */
type NamesIn<Sentence extends string> = Sentence extends `${string}{${infer Fact}}${infer Rest}`
  ? (Fact extends `${infer Name} ${string}` ? Name : Fact) | NamesIn<Rest>
  : never;
type Facts<Name extends string> = [Name] extends [never] ? [] : [facts: Readonly<Record<Name, Fact>>];

/**
 * Makes a function that creates errors of one kind. Facts replace their names in braces; `{count file|files}` is a number with the
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

/** The thrown error if it is a `UserError`. @throws any other error: a bug */
export function userErrorOf(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}

/** A file found in a folder that may be a form and is not read: reported, but not a failure by itself. */
export class SkippedFile extends UserError {
  readonly reason: Wording;

  /** @param reason a clause, without a full stop */
  constructor(reason: Wording, file: string) {
    const name = quoteName(file);
    super({ vi: `Không đọc ${name}: ${reason.vi}.`, en: `Not reading ${name}: ${reason.en}.` }, file);
    this.reason = reason;
  }
}

const listed = 10;

/** The note on skipped files at the end of a run. */
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
