import { Command, Option } from 'commander';
import type { Language } from '../diagnostics/wording.ts';
import { version } from '../version.ts';
import { translateHelp } from './commander-texts.ts';
import { diffCommand } from './diff/command.ts';
import { droppedCommand } from './dropped/command.ts';
import { exportCommand } from './export/command.ts';
import { importCommand } from './import/command.ts';
import { completionCommand } from './info/completion-command.ts';
import { explainCommand } from './info/explain-command.ts';
import { rulesCommand } from './info/rules-command.ts';
import { schemaCommand } from './info/schema-command.ts';
import { initCommand } from './init/command.ts';
import { type Io, widthOf } from './io/io.ts';
import { languages } from './io/language.ts';
import { lspCommand } from './lsp/command.ts';
import { mergeCommand } from './merge/command.ts';
import { addCommand, type Declaration, withExamples } from './options.ts';
import { previewCommand } from './preview/command.ts';
import { renderCommand } from './render/command.ts';
import { summaryCommand } from './summary/command.ts';
import { templateCommand } from './template/command.ts';
import { validateCommand } from './validate/command.ts';

const commands = [
  validateCommand,
  renderCommand,
  previewCommand,
  importCommand,
  diffCommand,
  summaryCommand,
  exportCommand,
  mergeCommand,
  templateCommand,
  initCommand,
  rulesCommand,
  explainCommand,
  schemaCommand,
  lspCommand,
  completionCommand,
  droppedCommand,
];

/**
 * The whole command line of bieu2: every command with its options, their descriptions in one language.
 *
 * @param io where help goes
 * @param run runs the work of the command that is called
 * @param first what the command line begins with: the name of a command, and the others are left out, which takes time
 */
export function makeProgram(
  io: Pick<Io, 'stdout' | 'stderr'>,
  language: Language,
  run: Declaration['run'],
  first?: string,
): Command {
  const say: Declaration['say'] = (wording) => wording[language];
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
      // The help has no colors to be stripped.
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
  // Completion is for all of them.
  const called = commands.filter((command) => command.name === first && command !== completionCommand);
  for (const command of called.length > 0 ? called : commands) addCommand(program, command, { say, run });
  return program;
}

const argumentTerm = (argument: Command['registeredArguments'][number]) => {
  const term = argument.variadic ? `${argument.name()}...` : argument.name();
  return argument.required ? `<${term}>` : `[${term}]`;
};
