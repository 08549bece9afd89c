import type { CompletionModel, CompletionOption } from './completion-model.ts';

/** A script for PowerShell's profile; where files are due it leaves the completion to PowerShell. */
export function powershellCompletion({ options, commands }: CompletionModel): string {
  const entries = commands.map(
    ({ name, options, words }) =>
      `    ${quote(name)} = @{ Words = ${list(words)}; Options = ${list(namesOf(options))}; Values = ${table(options)} }`,
  );
  return `# PowerShell completion of bieu2
Register-ArgumentCompleter -Native -CommandName bieu2 -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = @{
    '' = @{ Words = ${list(commands.map(({ name }) => name))}; Options = ${list(namesOf(options))}; Values = ${table(options)} }
${entries.join('\n')}
  }
  $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
  $name = @($before | Select-Object -Skip 1 | Where-Object { $_ -and $commands.ContainsKey($_) }) + '' | Select-Object -First 1
  $command = $commands[$name]
  $previous = @($before)[-1]
  $words = if ($command.Values.ContainsKey($previous)) { $command.Values[$previous] }
    elseif ($wordToComplete.StartsWith('-')) { $command.Options }
    else { $command.Words }
  $words | Where-Object { $_.StartsWith($wordToComplete) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

const namesOf = (options: readonly CompletionOption[]) => options.flatMap(({ names }) => names);

const table = (options: readonly CompletionOption[]) => {
  const entries = options
    .filter(({ takesValue }) => takesValue)
    .flatMap(({ names, words }) => names.map((name) => [name, words] as const));
  return `@{ ${entries.map(([name, words]) => `${quote(name)} = ${list(words)}`).join('; ')} }`;
};

const list = (words: readonly string[]) => `@(${words.map(quote).join(', ')})`;
const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
