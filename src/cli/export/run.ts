import { resolve } from 'node:path';
import { OversizedCell } from '../../tables/oversized-cell.ts';
import type { TaskRow } from '../../tasks/task-rows.ts';
import { loadConfig } from '../check/load-config.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import type { Input } from '../files/find-inputs.ts';
import { findForms, noForm } from '../files/find-inputs.ts';
import { realPath } from '../files/real-path.ts';
import { type WriteNow, writeStreamAtomic } from '../files/write-stream-atomic.ts';
import type { Output } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { refuseTerminal } from '../io/refuse-terminal.ts';
import { terminalText } from '../io/terminal-text.ts';
import { Batch } from '../run/batch.ts';
import { type BatchFlags, batchOptions } from '../run/batch-flags.ts';
import { Losses } from '../run/failures.ts';
import { UserError } from '../user-error.ts';
import { exportFile } from './export-file.ts';
import { type ExportFormat, exportFormatNames, exportFormats } from './export-formats.ts';
import { type Account, exportedRows } from './exported-rows.ts';

/** The options of `export` as the command line gives them. */
export interface ExportFlags extends Pick<BatchFlags, 'jobs'> {
  readonly config?: string | boolean;
  readonly format?: ExportFormat;
  readonly output?: string;
}

/** Writes the tasks of forms, one form after the other, and keeps none of them. */
export async function runExport(
  names: readonly string[],
  flags: ExportFlags,
  callContext: Context,
): Promise<Outcome> {
  const settings = await loadConfig(flags.config, callContext.io);
  const context = callContext.preferring(settings?.language);
  const { io, language } = context;
  const format = formatOf(flags);
  const target = flags.output === '-' ? undefined : flags.output;
  if (format === 'xlsx' && target === undefined && io.stdout.isTTY)
    throw refuseTerminal({ vi: 'cong-viec.xlsx', en: 'tasks.xlsx' });

  const { inputs, failures, places } = await findForms(names, settings?.include, io.cwd, settings ?? {});
  const here = (input: Input) => exportFile(input, io, language);
  const work = { job: 'export', settings: undefined, here } as const;
  const batch = new Batch(inputs, work, context, batchOptions(flags));
  const losses = new Losses(failures);
  const account: Account = { forms: 0, tasks: 0, incomplete: 0, others: 0, file: '' };
  const accept = target === undefined ? () => {} : refuseTarget(target, io.cwd);
  const isUnread = () => target === undefined && io.stdout.failure !== undefined;
  /** Whatever it throws keeps a file from being written. */
  async function* rows() {
    yield* exportedRows(batch, account, losses, accept, context);
    if (isUnread()) return;
    if (batch.isInterrupted) throw unfinished(account.forms, inputs.length);
    if (account.forms === 0) throw losses.count > 0 ? nothingToWrite() : noForm(places, account.others);
  }
  try {
    if (target === undefined) {
      const write = writeOut(batch.progress.beside(io.stdout));
      await writers[format](
        rows(),
        (piece) => {
          write(piece);
          if (isUnread()) batch.stop();
        },
        language,
      );
    } else {
      io.holdInterrupts();
      await writeStreamAtomic(resolve(io.cwd, target), target, (write) =>
        writers[format](rows(), write, language),
      );
      io.stderr.write(`${context.say(written(target, account, losses.count))}\n`);
    }
  } catch (error) {
    if (error instanceof OversizedCell) losses.add(account.file, tooLong(error, account.file));
    else if (error instanceof UserError) losses.add(account.file, error);
    else throw error;
  }
  losses.tell(context);
  return {
    findings: account.incomplete > 0,
    failed: losses.count > 0 || isUnread(),
    interrupted: batch.isInterrupted,
  };
}

type Writer = (rows: AsyncIterable<TaskRow>, write: WriteNow, language: Context['language']) => Promise<void>;

/** Each is loaded when it is asked for. */
const writers: Readonly<Record<ExportFormat, Writer>> = {
  async csv(rows, write) {
    const { writeCsv } = await import('../../tables/write-csv.ts');
    const { taskTable } = await import('../../tasks/task-table.ts');
    await writeCsv(taskTable(rows, 'keys'), write);
  },
  async xlsx(rows, write, language) {
    const { writeXlsx } = await import('../../tables/write-xlsx.ts');
    const { taskTable } = await import('../../tasks/task-table.ts');
    await writeXlsx([taskTable(rows, language)], write);
  },
  json: async (rows, write) => (await import('../../tasks/write-task-json.ts')).writeTaskJson(rows, write),
  jsonl: async (rows, write) => (await import('../../tasks/write-task-json.ts')).writeTaskLines(rows, write),
};

/** On a terminal nothing of a form may act: JSON is safe as it is. */
function writeOut(stdout: Output): WriteNow {
  return (piece) => {
    stdout.write(stdout.isTTY && typeof piece === 'string' ? terminalText(piece) : piece);
  };
}

function formatOf({ format, output = '-' }: ExportFlags): ExportFormat {
  if (format !== undefined) return format;
  if (output === '-') return 'csv';
  const found = exportFormatNames.find((name) => exportFormats[name].test(output));
  if (found) return found;
  throw new UserError({
    vi: `Chưa rõ cần ghi ${quoteName(output)} theo định dạng nào: hãy đặt tên tệp có đuôi .csv, .xlsx, .json hoặc .jsonl, hoặc thêm --format.`,
    en: `It is not clear in which format to write ${quoteName(output)}: give the file a name that ends in .csv, .xlsx, .json or .jsonl, or add --format.`,
  });
}

/** Throws for the form that the export would replace. */
function refuseTarget(target: string, cwd: string): (input: Input) => void {
  const real = realPath(resolve(cwd, target));
  return ({ path }) => {
    if (path === undefined || real === undefined || realPath(path) !== real) return;
    throw new UserError({
      vi: `Bảng công việc sẽ ghi đè lên ${quoteName(target)}, một biểu được xuất. Hãy chọn tên khác.`,
      en: `The tasks would replace ${quoteName(target)}, one of the forms that they come from. Choose another name.`,
    });
  };
}

const nothingToWrite = () =>
  new UserError({
    vi: 'Không có biểu nào đọc được, nên không ghi gì.',
    en: 'No form could be read, so nothing was written.',
  });

const unfinished = (done: number, all: number) =>
  new UserError({
    vi: `Đã dừng theo yêu cầu khi mới xuất ${done} biểu trong ${all} tệp: bảng chưa đủ nên không thay tệp nào.`,
    en: `Stopped as asked, with ${done} forms of ${all} files exported: the table is not whole, so no file was replaced.`,
  });

const tooLong = ({ title, length }: OversizedCell, file: string) =>
  new UserError({
    vi: `Sổ tính không chứa được ô ${quoteName(title)} của một công việc trong ${quoteName(file)}: ô dài ${length} ký tự, Excel nhận nhiều nhất 32767. Hãy sửa biểu, hoặc xuất ra csv hay json.`,
    en: `A workbook cannot hold the cell ${quoteName(title)} of a task in ${quoteName(file)}: it has ${length} characters, Excel takes 32767 at most. Mend the form, or export to csv or json.`,
  });

function written(target: string, { forms, tasks, others }: Account, unreadable: number) {
  const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
  const vi = [
    ...(unreadable > 0 ? [`${unreadable} tệp không đọc được`] : []),
    ...(others > 0 ? [`bỏ qua ${others} tệp không phải biểu`] : []),
  ];
  const en = [
    ...(unreadable > 0 ? [`${count(unreadable, 'file', 'files')} could not be read`] : []),
    ...(others > 0 ? [`${count(others, 'file', 'files')} without a form passed over`] : []),
  ];
  return {
    vi: `${[`Đã ghi ${quoteName(target)}: ${tasks} công việc của ${forms} biểu`, ...vi].join('; ')}.`,
    en: `${[`Wrote ${quoteName(target)}: ${count(tasks, 'task', 'tasks')} of ${count(forms, 'form', 'forms')}`, ...en].join('; ')}.`,
  };
}
