import { Argument, Command, Option } from 'commander';
import type { Language, Wording } from '../diagnostics/wording.ts';
import { version } from '../version.ts';
import { translateHelp } from './commander-texts.ts';
import type { Context, Outcome } from './context.ts';
import { type OptionText, type WorkingCommand, withWork } from './define-command.ts';
import { diffCommand } from './diff/command.ts';
import { droppedCommand } from './dropped/command.ts';
import { exportCommand } from './export/command.ts';
import { importCommand } from './import/command.ts';
import { completionCommand, explainCommand, rulesCommand, schemaCommand } from './info/commands.ts';
import { initCommand } from './init/command.ts';
import { type Io, widthOf } from './io/io.ts';
import { languages } from './io/language.ts';
import { lspCommand } from './lsp/command.ts';
import { mergeCommand } from './merge/command.ts';
import { previewCommand } from './preview/command.ts';
import { renderCommand } from './render/command.ts';
import { summaryCommand } from './summary/command.ts';
import * as template from './template/command.ts';
import { userError } from './user-error.ts';
import { validateCommand } from './validate/command.ts';

const commands: readonly WorkingCommand[] = [
  withWork(validateCommand, async () => (await import('./validate/run.ts')).runValidate),
  withWork(renderCommand, async () => (await import('./render/run.ts')).runRender),
  withWork(previewCommand, async () => (await import('./preview/run.ts')).runPreview),
  withWork(importCommand, async () => (await import('./import/run.ts')).runImport),
  withWork(diffCommand, async () => (await import('./diff/run.ts')).runDiff),
  withWork(summaryCommand, async () => (await import('./summary/run.ts')).runSummary),
  withWork(exportCommand, async () => (await import('./export/run.ts')).runExport),
  withWork(mergeCommand, async () => (await import('./merge/run.ts')).runMerge),
  {
    ...template.templateCommand,
    commands: [
      withWork(template.templateListCommand, async () => (await import('./template/run.ts')).listTemplates),
      withWork(template.templateShowCommand, async () => (await import('./template/run.ts')).showTemplate),
      withWork(template.templateNewCommand, async () => (await import('./template/run.ts')).newTemplate),
      withWork(template.templateFromCommand, async () => (await import('./template/run.ts')).templateFrom),
      withWork(template.templateCheckCommand, async () => (await import('./template/run.ts')).checkTemplates),
    ],
  },
  withWork(initCommand, async () => (await import('./init/run.ts')).runInit),
  withWork(rulesCommand, async () => (await import('./info/run.ts')).listRules),
  withWork(explainCommand, async () => (await import('./info/run.ts')).explainRule),
  withWork(schemaCommand, async () => (await import('./info/run.ts')).printSchema),
  withWork(lspCommand, async () => (await import('./lsp/run.ts')).runLsp),
  withWork(completionCommand, async () => (await import('./info/run.ts')).printCompletion),
  withWork(droppedCommand, async () => (await import('./dropped/run.ts')).runDropped),
];

/** Runs the work of the called command. */
export type Run = (work: (context: Context) => Promise<Outcome>) => Promise<void>;

type Say = (wording: Wording) => string;

/**
 * The command line of bieu2: every command with its options, described in one language.
 *
 * @param io for printing help
 * @param run runs the work of the called command
 * @param first the first word of the command line: if it is a command, the others are left out, since declaring them takes time
 */
export function makeProgram(
  io: Pick<Io, 'stdout' | 'stderr'>,
  language: Language,
  run: Run,
  first?: string,
): Command {
  const say: Say = (wording) => wording[language];
  const program = new Command('bieu2')
    .description(
      say({
        vi: 'Kiểm tra và xuất Biểu số 2 “Phân nhóm công việc”.',
        en: 'Validates and renders “Biểu số 2 – Phân nhóm công việc” forms (tasks by group and level of complexity).',
      }),
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => widthOf(io.stdout),
      getErrHelpWidth: () => widthOf(io.stderr),
      // Help has no colors to strip.
      getOutHasColors: () => true,
      getErrHasColors: () => true,
    })
    .configureHelp({
      showGlobalOptions: true,
      minWidthToWrap: 20,
      styleTitle: (title) => translateHelp(title, language),
      styleUsage: (usage) => translateHelp(usage, language),
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' '),
      optionDescription: (option) => option.description,
      argumentDescription: (argument) => argument.description,
    })
    .version(version, '-V, --version', say({ vi: 'in phiên bản', en: 'print the version' }))
    .helpOption('-h, --help', say({ vi: 'in hướng dẫn', en: 'print this help' }))
    .helpCommand(
      say({ vi: 'help [lệnh]', en: 'help [command]' }),
      say({ vi: 'in hướng dẫn của một lệnh', en: 'print the help of a command' }),
    )
    .addOption(
      new Option('--lang <vi|en>', say({ vi: 'ngôn ngữ: vi, en', en: 'language: vi, en' })).choices(
        languages,
      ),
    )
    .option('--color', say({ vi: 'luôn dùng màu', en: 'always use colors' }))
    .option('--no-color', say({ vi: 'không dùng màu', en: 'never use colors' }));
  withExamples(program, say, [
    'bieu2 init',
    'bieu2 validate bieu-so-2.yaml',
    'bieu2 render bieu-so-2.yaml',
    'bieu2 explain task-complexity',
  ]);
  // Completion needs all commands.
  const called = commands.filter(
    (command) => command.name === first && command.name !== completionCommand.name,
  );
  for (const command of called.length > 0 ? called : commands) addCommand(program, command, say, run);
  return program;
}

const argumentTerm = (argument: Command['registeredArguments'][number]) => {
  const term = argument.variadic ? `${argument.name()}...` : argument.name();
  return argument.required ? `<${term}>` : `[${term}]`;
};

function addCommand(parent: Command, definition: WorkingCommand, say: Say, run: Run): void {
  const { name, isHidden = false, summary, description, argument, options = [], examples } = definition;
  const { commands = [], load } = definition;
  const command = parent.command(name, { hidden: isHidden }).description(say(description));
  if (summary) command.summary(say(summary));
  if (argument) {
    const { name } = argument;
    const item = new Argument(typeof name === 'string' ? name : say(name), say(argument));
    command.addArgument(withValues(item, argument));
  }
  for (const option of options) command.addOption(optionOf(option, say));
  withExamples(command, say, examples);
  if (commands.length > 0) command.helpCommand(false);
  for (const inner of commands) addCommand(command, inner, say, run);
  if (!load) return;
  command.action((...given: readonly unknown[]) =>
    run(async (context) => {
      const work = await load();
      // `withWork` has checked these types against the definition.
      const outcome = await work(...([...given.slice(0, -1), context, command] as never));
      return command.opts<{ exitZero?: boolean }>().exitZero ? { ...outcome, findings: false } : outcome;
    }),
  );
}

function optionOf(text: OptionText, say: Say): Option {
  const option = withValues(new Option(text.flags, say(text)), text);
  const { repeats, number, conflicts } = text;
  if (repeats) option.argParser((value, before: readonly string[] = []) => [...before, value]);
  if (number) option.argParser((value) => wholeNumber(value, option.long ?? '', ...number));
  if (conflicts !== undefined) option.conflicts(conflicts);
  return option;
}

function withValues<Item extends Argument | Option>(
  item: Item,
  { choices, default: usual }: Pick<OptionText, 'choices' | 'default'>,
): Item {
  if (choices) item.choices(choices);
  if (usual !== undefined) item.default(usual);
  return item;
}

function wholeNumber(text: string, option: string, from: number, to?: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= from && value <= (to ?? value)) return value;
  throw notWholeNumber({
    option,
    limits:
      to === undefined
        ? { vi: `${from} trở lên`, en: `${from} on` }
        : { vi: `${from} đến ${to}`, en: `${from} to ${to}` },
    text,
  });
}

const notWholeNumber = userError(
  '{option} cần một số nguyên từ {limits}, không phải {text}.',
  '{option} takes a whole number from {limits}, not {text}.',
);

function withExamples(command: Command, say: Say, examples: readonly string[]): void {
  const title = say({ vi: 'Ví dụ:', en: 'Examples:' });
  command.addHelpText('after', `\n${title}\n${examples.map((line) => `  ${line}`).join('\n')}`);
}
