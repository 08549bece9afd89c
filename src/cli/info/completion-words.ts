import type { Argument, Command, Option } from 'commander';
import { templateNames } from '../../package-files.ts';
import { rules } from '../../rules/index.ts';
import { formats } from '../validate/report-targets.ts';

/**
 * All completions, one line per word, tab-separated: what it may follow, the word, its description.
 * “validate” are arguments of that command, “validate -” its options, “validate --format” the values of one, and
 * `bieu2` marks what follows the program's name. A line without a word means that a file name is expected.
 *
 * Derived from the program itself, so that it cannot become stale; rules, formats and templates come from their lists.
 */
export function completionWords(program: Command): string {
  const ids = rules.map(({ id }) => id);
  const lists: Readonly<Record<string, readonly string[]>> = {
    '--rule': ids.flatMap((id) => ['off', 'warning', 'error'].map((level) => `${id}=${level}`)),
    '--template': templateNames(),
    explain: ids,
  };
  const wordsOf = ({ argChoices }: Option | Argument, key: string): readonly string[] =>
    // `validate --format` takes `name[=file]`, which commander cannot check, so it declares no choices.
    argChoices ?? (key === '--format' ? formats : lists[key]) ?? [];
  const help = program.createHelp();
  const line = (...parts: readonly string[]) => parts.map((part) => part.replace(/\s+/g, ' ')).join('\t');

  const optionLines = (where: string, options: readonly Option[]) =>
    options.flatMap((option) => {
      const names = [option.short, option.long].filter((name) => name !== undefined);
      const values = option.required || option.optional ? ['', ...wordsOf(option, option.long ?? '')] : [];
      return names.flatMap((name) => [
        line(`${where} -`, name, option.description),
        ...values.map((value) => line(`${where} ${name}`, value, '')),
      ]);
    });
  const global = help.visibleOptions(program);
  const commandLines = (command: Command) => {
    // The options of subcommands such as `template new` are offered with those of `template`.
    const own = [command, ...command.commands].flatMap((one) => help.visibleOptions(one));
    const all = new Map([...own, ...global].map((option) => [option.long, option]));
    all.delete('--version');
    const [argument] = command.registeredArguments;
    const words = argument
      ? wordsOf(argument, command.name())
      : command.commands.map((inner) => inner.name());
    return [
      line('bieu2', command.name(), command.summary() || command.description()),
      ...words.map((word) => line(command.name(), word, '')),
      ...optionLines(command.name(), [...all.values()]),
    ];
  };
  const shown = help.visibleCommands(program);
  const commands = program.commands.filter((command) => shown.includes(command));
  const helpText = shown.at(-1)?.description() ?? '';
  return [
    ...commands.flatMap(commandLines),
    line('bieu2', 'help', helpText),
    ...commands.map((command) => line('help', command.name(), command.summary())),
    ...optionLines('bieu2', global),
  ].join('\n');
}
