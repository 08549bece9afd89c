import { setImmediate } from 'node:timers/promises';
import type { TaskRow } from '../units/task-rows.ts';
import type { Context } from './context.ts';
import { type ExportedFile, exportFile } from './export-file.ts';
import { quoteName } from './quote-name.ts';
import { unreadableForm } from './unreadable-form.ts';
import { UserError } from './user-error.ts';
import type { Input } from './walk.ts';

/** What became of the files, so that each is accounted for. */
export interface Account {
  forms: number;
  tasks: number;
  /** Forms of which tasks may be missing. */
  incomplete: number;
  /** Names that lead nowhere included. */
  unreadable: number;
  /** Met in folders, and no forms. */
  others: number;
  /** The form that is being written. */
  file: string;
}

/** A file and what became of it. */
export interface Exported {
  readonly input: Input;
  readonly result: ExportedFile | UserError;
}

/** The files one after the other, in their order. @throws UserError when the user ends the run */
export async function* eachExported(
  inputs: readonly Input[],
  { io, language }: Context,
): AsyncGenerator<Exported> {
  let isInterrupted = false;
  io.untilInterrupted().then(() => {
    isInterrupted = true;
  });
  for (const input of inputs) {
    // Signals arrive between turns of the event loop, and all that is done here fits into one.
    await setImmediate();
    if (isInterrupted) throw interrupted();
    try {
      yield { input, result: await exportFile(input, io, language) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      yield { input, result: error };
    }
  }
}

/** The tasks of every form; what else there is to say of the files goes to standard error and into the account. */
export async function* exportedRows(
  files: AsyncIterable<Exported>,
  account: Account,
  refuse: (input: Input) => void,
  { io, say, complain }: Context,
): AsyncGenerator<TaskRow> {
  for await (const { input, result } of files) {
    if (result instanceof UserError) {
      account.unreadable += 1;
      complain(result);
    } else if (result.kind === 'other') {
      account.others += 1;
    } else {
      refuse(input);
      if (result.kind === 'unreadable') {
        account.unreadable += 1;
        complain(unreadableForm(input.name, result));
        continue;
      }
      account.forms += 1;
      account.tasks += result.rows.length;
      account.file = input.name;
      if (!result.isWhole) {
        account.incomplete += 1;
        io.stderr.write(`${say(incomplete(input.name))}\n`);
      }
      yield* result.rows;
    }
  }
}

const interrupted = () =>
  new UserError({
    vi: 'Đã dừng theo yêu cầu; tệp kết quả chưa được ghi.',
    en: 'Stopped as you asked; the file was not written.',
  });

const incomplete = (name: string) => ({
  vi: `Lưu ý: ${quoteName(name)} có phần không đúng cấu trúc của biểu, có thể thiếu công việc. Xem: bieu2 validate`,
  en: `Note: parts of ${quoteName(name)} have not the shape of a form; tasks may be missing. See: bieu2 validate`,
});
