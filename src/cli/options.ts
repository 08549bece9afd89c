import { Argument, type Command, Option } from 'commander';
import type { Wording } from '../diagnostics/wording.ts';
import type { Context } from './context.ts';
import type { Outcome } from './exit-codes.ts';

/** What may be given for an option or an argument. */
interface Values {
  readonly choices?: readonly string[];
  readonly default?: string;
}

/** An option with its description in both languages. */
export interface OptionText extends Wording, Values {
  /** As commander takes them: `-o, --output <file>`. */
  readonly flags: string;
  /** May be given several times; the value is a list. */
  readonly repeats?: true;
  /** The option that it does not go with. */
  readonly conflicts?: string;
}

/** The argument of a command, by a name that may be another in each language, with its description. */
export interface ArgumentText extends Wording, Values {
  readonly name: string | Wording;
}

/** A command: all that help says of it, and what it does. */
export interface CommandDefinition {
  readonly name: string;
  /** For the list of commands. */
  readonly summary?: Wording;
  /** Help does not list it: scripts call it. */
  readonly isHidden?: true;
  readonly description: Wording;
  readonly argument?: ArgumentText;
  readonly options?: readonly OptionText[];
  readonly examples: readonly string[];
  /** The commands that it consists of, instead of `run`. */
  readonly commands?: readonly CommandDefinition[];
  /** Its work, whose code it loads. @param given what commander gives: the argument, the options, the command itself */
  readonly run?: (context: Context, ...given: never[]) => Promise<Outcome>;
}

/** How commands are added to a program. */
export interface Declaration {
  readonly say: (wording: Wording) => string;
  /** Runs the work of the command that is called. */
  readonly run: (work: (context: Context) => Promise<Outcome>) => Promise<void>;
}

/** Adds a command to a program or to another command. */
export function addCommand(parent: Command, definition: CommandDefinition, { say, run }: Declaration): void {
  const {
    name,
    isHidden,
    summary,
    description,
    argument,
    options = [],
    examples,
    commands = [],
  } = definition;
  const command = parent.command(name, { hidden: isHidden === true }).description(say(description));
  if (summary) command.summary(say(summary));
  if (argument) {
    const { name } = argument;
    const item = new Argument(typeof name === 'string' ? name : say(name), say(argument));
    command.addArgument(withValues(item, argument));
  }
  for (const option of options) {
    const item = withValues(new Option(option.flags, say(option)), option);
    if (option.repeats) item.argParser(collect);
    if (option.conflicts !== undefined) item.conflicts(option.conflicts);
    command.addOption(item);
  }
  withExamples(command, say, examples);
  if (commands.length > 0) command.helpCommand(false);
  for (const inner of commands) addCommand(command, inner, { say, run });
  const work = definition.run;
  // Commander knows what it gives by the flags alone: that these types fit is left to the definition.
  if (work) {
    command.action((...given) =>
      run(async (context) => {
        const outcome = await work(context, ...(given as never[]));
        return command.opts<{ exitZero?: boolean }>().exitZero ? { ...outcome, findings: false } : outcome;
      }),
    );
  }
}

function withValues<Item extends Argument | Option>(item: Item, { choices, default: usual }: Values): Item {
  if (choices) item.choices(choices);
  if (usual !== undefined) item.default(usual);
  return item;
}

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
];

/** Adds examples at the end of a command's help. */
export function withExamples(command: Command, say: Declaration['say'], examples: readonly string[]): void {
  const title = say({ vi: 'Ví dụ:', en: 'Examples:' });
  command.addHelpText('after', `\n${title}\n${examples.map((line) => `  ${line}`).join('\n')}`);
}

/** The option of every command that works on many files. */
export const jobsOption: OptionText = {
  flags: '-j, --jobs <n>',
  vi: 'số luồng xử lý song song; mặc định: bằng số nhân của máy',
  en: 'number of threads; default: number of cores',
};

/** The option of every command that ends with 1 for what it found, and has done all the same what it was asked. */
export const exitZeroOption: OptionText = {
  flags: '--exit-zero',
  vi: 'kết thúc với mã 0 dù có vấn đề hay khác biệt; vẫn là 2 nếu không chạy được',
  en: 'exit with 0 even if errors or differences are found; still with 2 if it could not run',
};

/** The options of those that can stop at an error. */
export const runOptions: readonly OptionText[] = [
  jobsOption,
  { flags: '--fail-fast', vi: 'dừng ở tệp đầu tiên có lỗi', en: 'stop at the first file with an error' },
];

/** The options of every command that follows the configuration. */
export const configOptions: readonly OptionText[] = [
  {
    flags: '--config <file>',
    vi: 'tệp cấu hình; mặc định: bieu2.config.yaml ở thư mục hiện tại hoặc các thư mục trên',
    en: 'the configuration file; default: bieu2.config.yaml in the current directory or above',
  },
  { flags: '--no-config', vi: 'không dùng tệp cấu hình', en: 'ignore configuration files' },
];

/** The options of every command that checks forms. */
export const checkOptions: readonly OptionText[] = [
  {
    flags: '--schema <file.json>',
    vi: 'kiểm tra thêm theo JSON Schema riêng của cơ quan',
    en: 'check against an additional JSON Schema of your office',
  },
  ...configOptions,
];

/** The options of commands that print a file: see `printOrWrite`. */
export const outputOptions: readonly OptionText[] = [
  {
    flags: '-o, --output <file>',
    vi: 'tệp cần ghi (UTF-8), hoặc - là đầu ra chuẩn; mặc định: đầu ra chuẩn',
    en: 'the file to write (UTF-8), or - for standard output; default: standard output',
  },
  { flags: '--force', vi: 'ghi đè tệp đã có', en: 'overwrite an existing file' },
];

/** The option of commands that read standard input and go by names. */
export const stdinFilenameOption: OptionText = {
  flags: '--stdin-filename <name>',
  vi: 'tên của đầu vào chuẩn trong báo cáo (.json: đọc như JSON)',
  en: 'name for standard input (.json: read as JSON)',
};
