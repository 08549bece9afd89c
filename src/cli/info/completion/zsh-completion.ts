import type { CompletionModel, CompletionOption, CompletionValues } from './completion-model.ts';

/** A zsh script for a folder of `$fpath`. */
export function zshCompletion({ options, commands }: CompletionModel): string {
  const cases = commands.map(
    (
      command,
    ) => `        ${command.name}) _arguments ${[...command.options.map(spec), argumentSpec(command)].join(' ')} ;;
`,
  );
  return `#compdef bieu2
_bieu2() {
  local state line
  local -a commands
  commands=(${commands.map(({ name, description }) => quote(`${name}:${description.replaceAll(':', '\\:')}`)).join(' ')})
  _arguments -C ${options.map(spec).join(' ')} '1:command:->command' '*::argument:->arguments'
  case $state in
    command) _describe command commands ;;
    arguments)
      case $words[1] in
${cases.join('')}      esac ;;
  esac
}
# Sourced, or loaded by name out of $fpath.
if [[ $funcstack[1] == _bieu2 ]]; then _bieu2 "$@"; else compdef _bieu2 bieu2; fi
`;
}

/** An option for \`_arguments\`: the names that exclude each other, the names, the description, the values. */
function spec({ names, description, takesValue, repeatable, ...values }: CompletionOption): string {
  const text = description.replace(/[[\]:\\]/g, '\\$&');
  const value = takesValue ? `:value:${action(values)}` : '';
  const head = repeatable ? '*' : `(${names.join(' ')})`;
  return names.map((name) => quote(`${head}${name}[${text}]${value}`)).join(' ');
}

const argumentSpec = (values: CompletionValues) => quote(`*:value:${action(values)}`);

const action = ({ words, files }: CompletionValues) =>
  words.length > 0 ? `(${words.join(' ')})` : files ? '_files' : ' ';

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
