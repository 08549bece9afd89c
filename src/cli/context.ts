import type { Language, Wording } from '../diagnostics/wording.ts';
import { withoutCommands } from '../reporters/printable.ts';
import type { ReporterOptions } from '../reporters/reporter.ts';
import { rulesPageUrl } from '../version.ts';
import { type Io, type Output, widthOf } from './io/io.ts';
import type { UserError } from './user-error.ts';

/** How a command ended. */
export interface Outcome {
  /** Forms have findings that count. */
  readonly findings: boolean;
  /** Something could not be done: a file not read, not found, not written. */
  readonly failed: boolean;
  /** Ctrl-C ended it before everything was done. */
  readonly interrupted?: boolean;
}

/** The outcome of a command without findings. */
export const done: Outcome = { findings: false, failed: false };

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

/** 0: none · 1: 16 colors · 2: 256 · 3: 16 million. */
type ColorLevel = ReporterOptions['colorLevel'];

/**
 * The color level of an output: `--color` and `--no-color` first, then `FORCE_COLOR`, then `NO_COLOR`
 * (https://no-color.org), then the abilities of the terminal.
 */
export function colorLevel(flag: boolean | undefined, env: Io['env'], output: Output): ColorLevel {
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: term } = env;
  if (flag !== undefined) return flag ? depth(env) : 0;
  if (force === '0' || force === 'false') return 0;
  if (force === '2' || force === '3') return force === '2' ? 2 : 3;
  if (force !== undefined) return depth(env);
  return none || !output.isTTY || term === 'dumb' ? 0 : depth(env);
}

function depth({ COLORTERM, TERM, WT_SESSION }: Io['env']): ColorLevel {
  if (COLORTERM === 'truecolor' || COLORTERM === '24bit' || WT_SESSION !== undefined) return 3;
  return TERM?.includes('256color') ? 2 : 1;
}
