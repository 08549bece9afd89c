import { type TaskRow, taskRows } from '../../tasks/task-rows.ts';
import { readUnchecked } from '../check/read-unchecked.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import type { FileResult, FileWork } from '../run/job.ts';

/** The tasks of a form. An error means that parts are not structured like a form, so tasks may be missing. */
export interface ExportedFile extends FileResult {
  readonly rows: readonly TaskRow[];
}

/** Makes a function that reads the tasks of a form. They are not checked: a task without a level is a row, too. */
export const fileExporter =
  async (_settings: undefined, context: Context): Promise<FileWork<Input, ExportedFile>> =>
  async (input) => {
    const read = await readUnchecked(input, context);
    return read && { rows: taskRows(read.form, read.name), errors: read.errors, warnings: 0 };
  };
