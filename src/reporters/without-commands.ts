/**
 * Text for the log of a CI job, of which no part is a command to the runner: `::` that begins a line becomes `: :`, and
 * `##[` and `##vso[` anywhere become `# #[` and `# #vso[`.
 *
 * Sources: `ActionCommand` of actions/runner (src/Runner.Common/ActionCommand.cs), which trims a line before it looks for
 * `::`, and looks for `##[` everywhere in it; “Logging commands” of Azure Pipelines.
 */
export const withoutCommands = (text: string): string =>
  text.replace(/^([^\S\r\n]*):(?=:)/gm, '$1: ').replace(/##(?=(?:vso)?\[)/gi, '# #');
