import type { CompletionModel, CompletionOption } from './completion-model.ts';

/** A fish script: one `complete` line for each command and option. */
export function fishCompletion({ options, commands }: CompletionModel): string {
  const lines = [
    ...commands.map(
      ({ name, description }) =>
        `complete -c bieu2 -n __fish_use_subcommand -f -a ${name} -d ${quote(description)}`,
    ),
    ...options.map((option) => `complete -c bieu2 -n __fish_use_subcommand ${optionFlags(option)}`),
    ...commands.flatMap(({ name, options, words, files }) => {
      const start = `complete -c bieu2 -n '__fish_seen_subcommand_from ${name}'`;
      const values =
        words.length > 0 ? [`${start} -f -a ${quote(words.join(' '))}`] : files ? [] : [`${start} -f`];
      return [...values, ...options.map((option) => `${start} ${optionFlags(option)}`)];
    }),
  ];
  return `# fish completion of bieu2\n${lines.join('\n')}\n`;
}

function optionFlags({ names, description, takesValue, words, files }: CompletionOption): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const value = !takesValue
    ? []
    : [files ? '-r -F' : '-x', ...(words.length > 0 ? [`-a ${quote(words.join(' '))}`] : [])];
  return [...flags, ...value, `-d ${quote(description)}`].join(' ');
}

const quote = (text: string) => `'${text.replace(/['\\]/g, '\\$&')}'`;
