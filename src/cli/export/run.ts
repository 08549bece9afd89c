import { enCount, joinWords, viNumber, type Wording } from '../../diagnostics/wording.ts';
import { OversizedCell } from '../../tables/table.ts';
import { type TaskRow, taskRows, taskTable } from '../../tasks/task-rows.ts';
import { loadConfig } from '../check/load-config.ts';
import { readUnchecked } from '../check/read-unchecked.ts';
import type { Context } from '../context.ts';
import type { WorkOf } from '../define-command.ts';
import { inputAt, outputTarget, wouldReplace } from '../files/file-target.ts';
import { findForms } from '../files/find-forms.ts';
import { type Input, noForm } from '../files/find-inputs.ts';
import { type WriteNow, writeTarget } from '../files/write-target.ts';
import { quoteName, terminalText } from '../io/quote-name.ts';
import { chooseFormat } from '../options.ts';
import { eachFile } from '../run/each-file.ts';
import { RunRecord } from '../run/run-record.ts';
import { userError } from '../user-error.ts';
import { type ExportFormat, type exportCommand, exportFormats } from './command.ts';

/** Writes the tasks of forms, one form at a time, without holding them in memory. */
export const runExport: WorkOf<typeof exportCommand> = async (names, flags, callContext) => {
  const settings = await loadConfig(flags.config, callContext.io);
  const context = callContext.preferring(settings?.language);
  const { io, language, say, note } = context;
  const example = { vi: 'cong-viec.xlsx', en: 'tasks.xlsx' };
  const format = chooseFormat(flags, exportFormats, 'csv', io, example);
  const { inputs, failures, places } = await findForms(names, settings?.include, io, settings ?? {});
  const named = inputs.filter((input) => input.named);
  const target = outputTarget(flags, io, named);
  // An exported table found in a folder is not a form.
  const own = target && inputAt(target, inputs);

  const run = new RunRecord(inputs, failures, context);
  const [stdout, stderr] = [run.progress.beside(io.stdout), run.progress.beside(io.stderr)];
  const isUnread = () => target === undefined && stdout.failure !== undefined;
  const here = await fileExporter(undefined, context);
  const work = { job: 'export', settings: undefined, here, threads: flags.jobs } as const;
  const counts = { tasks: 0, file: '' };
  async function* rows(): AsyncGenerator<TaskRow> {
    for await (const { item, result, hasFailed } of eachFile(inputs, work, run)) {
      if (target && item === own && (result || hasFailed)) throw wouldReplace(target, item);
      if (!result) continue;
      run.count(result);
      counts.tasks += result.rows.length;
      counts.file = item.name;
      if (result.errors > 0) stderr.write(`${say(incomplete(item.name))}\n`);
      yield* result.rows;
    }
    if (run.isInterrupted && target !== undefined) throw unfinished();
    if (isUnread() || run.isInterrupted) return;
    if (run.hasNoForm) throw noForm(places, run.skipped.length);
    if (run.files === 0) throw nothingToWrite();
  }
  try {
    if (target === undefined) {
      await writers[format](
        rows(),
        (piece) => {
          stdout.write(stdout.isTTY && typeof piece === 'string' ? terminalText(piece) : piece);
          if (isUnread()) run.stop();
        },
        language,
      );
    } else {
      await writeTarget(target, (write) => writers[format](rows(), write, language), io);
      note(written(target.name, counts.tasks, run));
    }
  } catch (error) {
    const { file } = counts;
    const isTooLong = error instanceof OversizedCell;
    run.fail(file, isTooLong ? tooLong({ file, title: error.title, length: error.length }) : error);
  }
  const outcome = run.end({ findings: run.errors > 0 });
  return { ...outcome, failed: outcome.failed || isUnread() };
};

/** Makes a function that reads the tasks of a form, unchecked. An error means that parts are not structured like a form. */
export const fileExporter = async (_settings: undefined, context: Context) => async (input: Input) => {
  const read = await readUnchecked(input, context);
  return read && { rows: taskRows(read.form, read.name), errors: read.errors, warnings: 0 };
};

type Writer = (rows: AsyncIterable<TaskRow>, write: WriteNow, language: Context['language']) => Promise<void>;

const writers: Readonly<Record<ExportFormat, Writer>> = {
  async csv(rows, write) {
    const { writeCsv } = await import('../../tables/write-csv.ts');
    await writeCsv(taskTable(rows, 'keys'), write);
  },
  async xlsx(rows, write, language) {
    const { writeXlsx } = await import('../../tables/write-xlsx.ts');
    await writeXlsx([taskTable(rows, language)], write);
  },
  json: async (rows, write) => (await import('../../tasks/write-task-json.ts')).writeTaskJson(rows, write),
  jsonl: async (rows, write) => (await import('../../tasks/write-task-json.ts')).writeTaskLines(rows, write),
};

const nothingToWrite = userError(
  'Không có biểu nào đọc được, nên không ghi gì.',
  'No form could be read, so nothing was written.',
);
const unfinished = userError(
  'Bảng chưa đủ nên không thay tệp nào.',
  'The table is incomplete, so no file was replaced.',
);

const incomplete = (name: string) => ({
  vi: `Lưu ý: ${quoteName(name)} có phần không đúng cấu trúc của biểu, có thể thiếu công việc. Xem: bieu2 validate`,
  en: `Note: parts of ${quoteName(name)} do not have the structure of a form; tasks may be missing. See: bieu2 validate`,
});

const tooLong = userError(
  'Sổ tính không chứa được ô {title} của một công việc trong {file}: ô dài {length} ký tự, Excel nhận nhiều nhất 32.767. Hãy sửa biểu, hoặc xuất ra csv hay json.',
  'A workbook cannot hold the cell {title} of a task in {file}: it has {length} characters, Excel takes 32,767 at most. Shorten it in the form, or export to csv or json.',
);

function written(target: string, tasks: number, { files, skipped, failures }: RunRecord): Wording {
  const [lost, others] = [failures.length, skipped.length];
  const { vi, en } = joinWords(
    [
      {
        vi: `Đã ghi ${quoteName(target)}: ${viNumber(tasks)} công việc của ${viNumber(files)} biểu`,
        en: `Wrote ${quoteName(target)}: ${enCount(tasks, 'task')} of ${enCount(files, 'form')}`,
      },
      lost > 0 && {
        vi: `${viNumber(lost)} tệp không đọc được`,
        en: `${enCount(lost, 'file')} could not be read`,
      },
      others > 0 && {
        vi: `bỏ qua ${viNumber(others)} tệp không phải biểu`,
        en: `${enCount(others, 'file')} without a form skipped`,
      },
    ],
    '; ',
  );
  return { vi: `${vi}.`, en: `${en}.` };
}
