import type { Language } from '../../diagnostics/wording.ts';

/** The values of `--lang`. */
export const languages: readonly Language[] = ['vi', 'en'];

/**
 * The language of a run: `--lang`, then `BIEU2_LANG`, then English if the locale is English, else
 * Vietnamese (also for `C` and `POSIX`). It is determined before the command line is parsed, since the messages of
 * the parser need it.
 */
export function chooseLanguage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  return askedLanguage(args, env) ?? languageOf(locale) ?? 'vi';
}

/** The language that the user asked for, if any; the locale only shows the system's language. */
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
