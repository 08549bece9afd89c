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

/** The options of every command that works on many files. */
export function withBatchOptions(command: Command, say: Declaration['say']): Command {
  return withJobsOption(command, say).option(
    '--fail-fast',
    say({ vi: 'dừng ở tệp đầu tiên có lỗi', en: 'stop at the first file with an error' }),
  );
}

/** The option of every command that works on many files. */
export function withJobsOption(command: Command, say: Declaration['say']): Command {
  return command.option(
    '-j, --jobs <n>',
    say({
      vi: 'số luồng xử lý song song; bỏ trống: bằng số nhân của máy',
      en: 'how many threads share the work; none: as many as the machine has cores',
    }),
  );
}

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
