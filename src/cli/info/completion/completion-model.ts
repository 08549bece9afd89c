import type { Argument, Command, Option } from 'commander';
import { templateNames } from '../../../package-files.ts';
import { formats } from '../../validate/report-targets.ts';

/** What may follow an option or stand as an argument: words of a list, or files. */
export interface CompletionValues {
  readonly words: readonly string[];
  readonly files: boolean;
}

export interface CompletionOption extends CompletionValues {
  /** Such as `-f` and `--format`. */
  readonly names: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  readonly repeatable: boolean;
}

export interface CompletionCommand extends CompletionValues {
  readonly name: string;
  readonly description: string;
  /** Those of the program itself included. */
  readonly options: readonly CompletionOption[];
}

/** What a shell can complete: read from the program itself, so that it cannot fall behind. */
export interface CompletionModel {
  readonly options: readonly CompletionOption[];
  readonly commands: readonly CompletionCommand[];
}

/** Reads the commands, options and values that `program` declares; rules, formats and templates come from their lists. */
export async function completionModel(program: Command): Promise<CompletionModel> {
  const { rules } = await import('../../../rules/index.ts');
  const ids = rules.map(({ id }) => id);
  const lists: Readonly<Record<string, readonly string[]>> = {
    '--rule': ids.flatMap((id) => ['off', 'warning', 'error'].map((level) => `${id}=${level}`)),
    '--template': templateNames(),
    explain: ids,
  };

  const valuesOf = (item: Option | Argument, key: string): CompletionValues => {
    // `validate --format` takes `name[=file]`: commander is not to check it, so that it declares no choices.
    const isReport = item.argChoices === undefined && key === '--format';
    const words = item.argChoices ?? (isReport ? formats : lists[key]) ?? [];
    return { words, files: words.length === 0 || key === '--template' };
  };
  const optionOf = (option: Option): CompletionOption => ({
    names: [option.short, option.long].filter((name) => name !== undefined),
    description: option.description,
    takesValue: option.required || option.optional,
    repeatable: option.parseArg !== undefined && option.argChoices === undefined,
    ...valuesOf(option, option.long ?? ''),
  });
  const optionsOf = (command: Command) => command.createHelp().visibleOptions(command).map(optionOf);
  const options = optionsOf(program);
  const own = new Set(options.flatMap(({ names }) => names));

  const commands = program.commands.map((command) => {
    const argument = command.registeredArguments[0];
    return {
      name: command.name(),
      description: command.summary() || command.description(),
      options: [
        // Those of `template new` and its like stand beside those of `template`.
        ...[command, ...command.commands]
          .flatMap(optionsOf)
          .filter(({ names }) => !names.some((name) => own.has(name))),
        ...options.filter(({ names }) => !names.includes('--version')),
      ],
      ...(argument
        ? valuesOf(argument, command.name())
        : { words: command.commands.map((inner) => inner.name()), files: command.commands.length > 0 }),
    };
  });
  const help = {
    name: 'help',
    description: program.createHelp().visibleCommands(program).at(-1)?.description() ?? '',
    options: [],
    words: commands.map(({ name }) => name),
    files: false,
  };
  return { options, commands: [...commands, help] };
}
