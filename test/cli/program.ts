import type { Command } from 'commander';
import { makeProgram } from '../../src/cli/program.ts';
import type { Language } from '../../src/diagnostics/wording.ts';

const silent = { write: () => true };

/** The command line of bieu2 as it is declared, with nothing run. */
export const programIn = (language: Language): Command =>
  makeProgram({ stdout: silent, stderr: silent }, language, async () => {});

/** The words that call each command and subcommand; none for bieu2 itself. */
export const commandLines: readonly (readonly string[])[] = linesOf(programIn('en'), []);

function linesOf(command: Command, words: readonly string[]): (readonly string[])[] {
  return [words, ...command.commands.flatMap((inner) => linesOf(inner, [...words, inner.name()]))];
}
