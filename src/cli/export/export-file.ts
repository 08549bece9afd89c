import { decodeForm } from '../../form/decode-form.ts';
import { type TaskRow, taskRows } from '../../tasks/task-rows.ts';
import { unreadableForm } from '../check/unreadable-form.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import { readSource } from '../files/read-source.ts';
import type { FileResult, FileWork } from '../run/job.ts';

/** The tasks of a form. It has an error where parts of it do not have the structure of a form, and tasks may be missing. */
export interface ExportedFile extends FileResult {
  readonly rows: readonly TaskRow[];
}

/** Gives what reads the tasks of a form, YAML, JSON or Word. They are not checked: a task without a level is a row. */
export async function fileExporter(
  _settings: undefined,
  { io, language }: Context,
): Promise<FileWork<Input, ExportedFile>> {
  return async (input) => {
    const read = await readSource(input, io, { takesWord: true });
    if (!read) return undefined;
    const { form, findings } = decodeForm(read.source);
    if (form) return { rows: taskRows(form, read.name), errors: findings.length > 0 ? 1 : 0, warnings: 0 };
    const { validateSource } = await import('../../validate.ts');
    throw unreadableForm(input.name, validateSource(read.source, { language }).report);
  };
}
