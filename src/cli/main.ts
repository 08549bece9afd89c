import { type Command, CommanderError } from 'commander';
import { version } from '../version.ts';
import { usageError } from './commander-texts.ts';
import { type Context, done, makeContext, type Outcome } from './context.ts';
import { fileError } from './io/file-error.ts';
import type { Io } from './io/io.ts';
import { askedLanguage, chooseLanguage } from './io/language.ts';
import { lostOutput } from './io/standard-output.ts';
import { makeProgram, type Run } from './program.ts';
import { UserError, userError } from './user-error.ts';

/** The exit codes, a promise to scripts: see README. 130: as shells report a program ended by SIGINT. */
const exitCodes = { clean: 0, findings: 1, cannotRun: 2, bug: 3, interrupted: 130 } as const;
type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Failures take precedence over findings: such a run is incomplete. */
function exitCodeOf({ findings, failed, interrupted }: Outcome): ExitCode {
  if (interrupted) return exitCodes.interrupted;
  if (failed) return exitCodes.cannotRun;
  return findings ? exitCodes.findings : exitCodes.clean;
}

/** One run of bieu2. Never throws; all output goes to the streams of `io`. @param args the words after the program's name */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const language = chooseLanguage(args, io.env);
  const say: Context['say'] = (wording) => wording[language];
  let outcome: Outcome = done;
  const run: Run = async (work) => {
    outcome = await work(context());
  };
  const asked = args[0] === 'help' ? [...args.slice(1), '--help'] : args;
  const program = makeProgram(io, language, run, asked[0]);
  // “--help” after a word that is not a command would hide the mistake.
  const isCommand = ([first = '-']: readonly string[]) =>
    first.startsWith('-') || program.commands.some((command) => command.name() === first);
  const words = isCommand(asked) ? asked : asked.slice(0, 1);
  program.hook('preAction', (_, command) => refuseEmptyWords(command));
  const isAskedFor = askedLanguage(args, io.env) !== undefined;
  const context = () => makeContext(io, language, program.opts<{ color?: boolean }>().color, isAskedFor);
  const end = (): ExitCode => {
    const loss = lostOutput(io.stdout);
    if (loss) context().complain(loss);
    return exitCodeOf({ ...outcome, failed: outcome.failed || loss !== undefined });
  };
  try {
    await program.parseAsync(words, { from: 'user' });
    return end();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return end();
    // Without a command, commander has already printed help.
    if (error instanceof CommanderError && error.code === 'commander.help') return exitCodes.cannotRun;
    const known =
      error instanceof CommanderError ? usageError(error, program, calledBy(words, program)) : worded(error);
    if (known instanceof UserError) {
      context().complain(known);
      return exitCodes.cannotRun;
    }
    io.stderr.write(context().forPeople(bugReport(known, say)));
    return exitCodes.bug;
  }
}

/** A system error is never a bug of the program, wherever it occurs. */
const worded = (error: unknown): unknown =>
  error instanceof Error && 'path' in error && typeof error.path === 'string'
    ? fileError('read', error.path, error)
    : error;

function calledBy(args: readonly string[], program: Command): Command {
  return args.reduce(
    (command, arg) => command.commands.find((inner) => inner.name() === arg) ?? command,
    program,
  );
}

function bugReport(error: unknown, say: Context['say']): string {
  const stack = error instanceof Error ? error.stack : String(error);
  const request = say({
    vi: 'Đây là lỗi của bieu2, không phải của biểu. Xin báo lại cho nhóm phát triển kèm thông tin lỗi chi tiết sau:',
    en: 'This is a bug in bieu2, not in your form. Please report it with the following:',
  });
  return `${request}\n\nbieu2 ${version}, Node ${process.version}\n${stack}\n`;
}

/** An empty name is an unset variable of a script, not the current folder. @throws UserError */
function refuseEmptyWords(command: Command): void {
  const values: Readonly<Record<string, unknown>> = command.opts();
  const option = command.options.find((one) =>
    [values[one.attributeName()]].flat().some((value) => typeof value === 'string' && value.trim() === ''),
  );
  if (option) throw emptyOption({ option: option.long ?? option.flags });
  if (command.args.includes('')) throw emptyArgument();
  if (values.stdinFilename !== undefined && !command.args.includes('-')) throw stdinFilenameAlone();
}

const emptyArgument = userError(
  'Có một tên tệp để trống. Hãy kiểm tra biến trong lệnh; thư mục hiện tại là “.”.',
  'One of the names is empty. Check the variables in the command; the current directory is “.”.',
);

const emptyOption = userError(
  'Giá trị của {option} để trống. Hãy kiểm tra biến trong lệnh, hoặc bỏ tùy chọn này.',
  'The value of {option} is empty. Check the variables in the command, or leave the option out.',
);

const stdinFilenameAlone = userError(
  '“--stdin-filename” đặt tên cho đầu vào chuẩn: hãy thêm - vào lệnh, hoặc bỏ tùy chọn này.',
  '“--stdin-filename” is the name of standard input: add - to the command, or leave the option out.',
);
