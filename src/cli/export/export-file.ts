import { type TaskRow, taskRows } from '../../tasks/task-rows.ts';
import { readUnchecked } from '../check/read-unchecked.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import type { FileResult, FileWork } from '../run/job.ts';

/** The tasks of a form. It has an error where parts of it do not have the structure of a form, and tasks may be missing. */
export interface ExportedFile extends FileResult {
  readonly rows: readonly TaskRow[];
}

/** Gives what reads the tasks of a form. They are not checked: a task without a level is a row. */
export const fileExporter =
  async (_settings: undefined, context: Context): Promise<FileWork<Input, ExportedFile>> =>
  async (input) => {
    const read = await readUnchecked(input, context);
    return read && { rows: taskRows(read.form, read.name), errors: read.errors, warnings: 0 };
  };
