import type { Language } from '../../diagnostics/wording.ts';

/** The languages that `--lang` takes. */
export const languages: readonly Language[] = ['vi', 'en'];

/**
 * The language of a run: `--lang`, then `BIEU2_LANG`, then English where the locale is English, else
 * Vietnamese (`C` and `POSIX` included). It is read before the command line is parsed, since the messages of
 * parsing need it.
 */
export function chooseLanguage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  return askedLanguage(args, env) ?? languageOf(locale) ?? 'vi';
}

/** The language that the user asked for, if any: the locale says what a system speaks. */
export const askedLanguage = (args: readonly string[], env: Parameters<typeof chooseLanguage>[1]) =>
  languageOf(flag(args)) ?? languageOf(env.BIEU2_LANG);

/** The language of a locale name such as `en_US.UTF-8`. */
export const languageOf = (locale: string | undefined): Language | undefined =>
  languages.find((language) => locale?.toLowerCase().split(/[_.@-]/)[0] === language);

function flag(args: readonly string[]): string | undefined {
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length);
  const index = options.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (index < 0) return undefined;
  return options[index] === '--lang' ? options[index + 1] : options[index]?.slice('--lang='.length);
}
