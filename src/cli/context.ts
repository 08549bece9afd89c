import type { Language, Wording } from '../diagnostics/wording.ts';
import { withoutCommands } from '../reporters/printable.ts';
import type { ReporterOptions } from '../reporters/reporter.ts';
import { rulesPageUrl } from '../version.ts';
import { colorLevel } from './io/color.ts';
import { type Io, type Output, widthOf } from './io/io.ts';
import type { UserError } from './user-error.ts';

/** What every command is given: its environment, and how to write to it. */
export interface Context {
  readonly io: Io;
  readonly language: Language;
  readonly say: (wording: Wording) => string;
  /** Escapes text for people: the log of a CI job would execute some of it as commands. */
  readonly forPeople: (text: string) => string;
  /** The style of a report for an output. */
  readonly styleFor: (output: Output) => ReporterOptions;
  /** The same context in another language, unless the user chose one (`--lang`, `BIEU2_LANG`). */
  readonly preferring: (language: Language | undefined) => Context;
  /** Writes a sentence to standard error. */
  readonly note: (wording: Wording) => void;
  /** Writes an error to standard error. */
  readonly complain: (error: UserError) => void;
}

/** @param color `--color` or `--no-color`, if given @param isAskedFor whether the user chose the language */
export function makeContext(
  io: Io,
  language: Language,
  color: boolean | undefined,
  isAskedFor: boolean,
): Context {
  const isObeyed = io.env.GITHUB_ACTIONS !== undefined || io.env.TF_BUILD !== undefined;
  const forPeople = (text: string) => (isObeyed ? withoutCommands(text) : text);
  const say = (wording: Wording) => forPeople(wording[language]);
  const rulesPage = rulesPageUrl(language);
  const styleFor = (output: Output): ReporterOptions => ({
    language,
    colorLevel: colorLevel(color, io.env, output),
    width: widthOf(output),
    ...(rulesPage !== undefined && { rulesPage }),
    ...(isObeyed && { isObeyed }),
  });
  const note = (wording: Wording) => io.stderr.write(`${say(wording)}\n`);
  return {
    io,
    language,
    say,
    forPeople,
    styleFor,
    preferring: (preferred) =>
      makeContext(io, (isAskedFor ? undefined : preferred) ?? language, color, isAskedFor),
    note,
    complain({ wording: { vi, en } }) {
      const [start, end] = styleFor(io.stderr).colorLevel > 0 ? ['\u001b[31m', '\u001b[39m'] : ['', ''];
      note({ vi: `${start}Lỗi:${end} ${vi}`, en: `${start}Error:${end} ${en}` });
    },
  };
}
