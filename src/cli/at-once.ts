import { help } from '../generated/help.ts';
import { version } from '../version.ts';
import { type Io, usualWidth, widthOf } from './io/io.ts';
import { chooseLanguage } from './io/language.ts';

/**
 * The output of `--version` or `--help` alone, as `main` would print it; undefined for any other command line.
 * Loading commander and declaring all commands would take half as long as Node.js itself does to start.
 */
export function answerAtOnce(args: readonly string[], io: Pick<Io, 'stdout' | 'env'>): string | undefined {
  const [word = '', ...rest] = args;
  if (rest.length > 0) return undefined;
  if (['--version', '-V'].includes(word)) return `${version}\n`;
  if (!['--help', '-h'].includes(word) || widthOf(io.stdout) !== usualWidth) return undefined;
  return help[chooseLanguage(args, io.env)];
}
