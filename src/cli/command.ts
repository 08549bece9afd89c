import type { Command } from 'commander';
import type { Wording } from '../diagnostics/wording.ts';
import type { Context } from './context.ts';
import type { Outcome } from './exit-codes.ts';

/** What a command is declared with. */
export interface Declaration {
  readonly program: Command;
  readonly say: (wording: Wording) => string;
  /** Runs the command's work, which is loaded only then. */
  readonly run: (work: (context: Context) => Promise<Outcome>) => Promise<void>;
}

/** Adds examples at the end of a command's help. */
export function withExamples(
  command: Command,
  say: Declaration['say'],
  examples: readonly string[],
): Command {
  const title = say({ vi: 'Ví dụ:', en: 'Examples:' });
  return command.addHelpText('after', `\n${title}\n${examples.map((line) => `  ${line}`).join('\n')}`);
}

/** For options that may be given several times. */
export const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
];

/** The options of every command that checks forms: a further schema and the configuration. */
export function withCheckOptions(command: Command, say: Declaration['say']): Command {
  command.option(
    '--schema <file.json>',
    say({
      vi: 'kiểm tra thêm theo JSON Schema riêng của cơ quan',
      en: 'check against a further JSON Schema of your office',
    }),
  );
  return withConfigOptions(command, say);
}

/** The options of every command that follows the configuration. */
export function withConfigOptions(command: Command, say: Declaration['say']): Command {
  return command
    .option(
      '--config <file>',
      say({
        vi: 'tệp cấu hình; bỏ trống: bieu2.config.yaml ở thư mục hiện tại hoặc các thư mục trên',
        en: 'the configuration file; none: bieu2.config.yaml in the current folder or above',
      }),
    )
    .option('--no-config', say({ vi: 'không dùng tệp cấu hình', en: 'use no configuration file' }));
}
