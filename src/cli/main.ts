import { Command, CommanderError, Option } from 'commander';
import { version } from '../version.ts';
import { translateHelp, usageError } from './commander-texts.ts';
import { type Context, makeContext } from './context.ts';
import { declareDiff } from './diff/command.ts';
import { done, type ExitCode, exitCodeOf, exitCodeOfError, exitCodes, type Outcome } from './exit-codes.ts';
import { declareExport } from './export/command.ts';
import { declareImport } from './import/command.ts';
import { declareCompletion } from './info/completion-command.ts';
import { declareExplain } from './info/explain-command.ts';
import { declareRules } from './info/rules-command.ts';
import { declareSchema } from './info/schema-command.ts';
import { declareInit } from './init/command.ts';
import { type Io, widthOf } from './io/io.ts';
import { askedLanguage, chooseLanguage, languages } from './io/language.ts';
import { lostOutput } from './io/standard-output.ts';
import { declareLsp } from './lsp/command.ts';
import { declareMerge } from './merge/command.ts';
import { type Declaration, withExamples } from './options.ts';
import { declarePreview } from './preview/command.ts';
import { declareRender } from './render/command.ts';
import { declareSummary } from './summary/command.ts';
import { declareTemplate } from './template/command.ts';
import { UserError } from './user-error.ts';
import { declareValidate } from './validate/command.ts';

const commands = [
  declareValidate,
  declareRender,
  declarePreview,
  declareImport,
  declareDiff,
  declareSummary,
  declareExport,
  declareMerge,
  declareTemplate,
  declareInit,
  declareRules,
  declareExplain,
  declareSchema,
  declareLsp,
  declareCompletion,
];

/**
 * One run of bieu2. Never throws; what there is to say goes to the streams of `io`.
 *
 * @param args what stands after the program's name
 */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const language = chooseLanguage(args, io.env);
  const say: Context['say'] = (wording) => wording[language];
  let outcome: Outcome = done;
  const program = makeProgram(io, say, language);
  const isAskedFor = askedLanguage(args, io.env) !== undefined;
  const context = () => makeContext(io, language, program.opts<{ color?: boolean }>().color, isAskedFor);
  const run: Declaration['run'] = async (work) => {
    outcome = await work(context());
  };
  for (const declare of commands) declare({ program, say, run });
  try {
    await program.parseAsync(args, { from: 'user' });
    const loss = lostOutput(io.stdout);
    if (loss) context().complain(loss);
    return exitCodeOf({ ...outcome, failed: outcome.failed || loss !== undefined });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.clean;
    // Without a command commander has shown its help already.
    if (error instanceof CommanderError && error.code === 'commander.help') return exitCodes.cannotRun;
    const command = program.commands.find((candidate) => args.includes(candidate.name()));
    const known = error instanceof CommanderError ? usageError(error, command?.name()) : error;
    if (known instanceof UserError) context().complain(known);
    else io.stderr.write(bugReport(known, say));
    return exitCodeOfError(known);
  }
}

function makeProgram(io: Io, say: Context['say'], language: Context['language']): Command {
  const program = new Command('bieu2')
    .description(
      say({
        vi: 'Kiểm tra và xuất Biểu số 2 “Phân nhóm công việc”.',
        en: 'Validates and renders forms of “Biểu số 2 – Phân nhóm công việc” (work grouped and graded).',
      }),
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => widthOf(io.stdout),
      getErrHelpWidth: () => widthOf(io.stderr),
      // The help is plain: its texts hold no colours to be stripped.
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
    .option('--color', say({ vi: 'luôn dùng màu', en: 'always use colours' }))
    .option('--no-color', say({ vi: 'không dùng màu', en: 'never use colours' }));
  return withExamples(program, say, [
    'bieu2 init',
    'bieu2 validate bieu-so-2.yaml',
    'bieu2 render bieu-so-2.yaml',
    'bieu2 explain task-complexity',
  ]);
}

const argumentTerm = (argument: Command['registeredArguments'][number]) => {
  const term = argument.variadic ? `${argument.name()}...` : argument.name();
  return argument.required ? `<${term}>` : `[${term}]`;
};

function bugReport(error: unknown, say: Context['say']): string {
  const stack = error instanceof Error ? error.stack : String(error);
  const request = say({
    vi: 'Đây là lỗi của bieu2, không phải của biểu. Xin báo lại cho nhóm phát triển kèm theo phần sau:',
    en: 'This is a fault of bieu2, not of your form. Please report it with the following:',
  });
  return `${request}\n\nbieu2 ${version}, Node ${globalThis.process.version}\n${stack}\n`;
}
