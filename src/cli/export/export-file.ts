import type { Language } from '../../diagnostics/wording.ts';
import { decodeForm } from '../../form/decode-form.ts';
import { type TaskRow, taskRows } from '../../tasks/task-rows.ts';
import { readSource } from '../check/check-file.ts';
import type { Input } from '../files/find-inputs.ts';
import type { Io } from '../io/io.ts';
import type { Job } from '../run/job.ts';
import { jobContext } from '../run/job-context.ts';

/** What became of one file: plain data. */
export type ExportedFile =
  /** `isWhole` is false where parts of the form have not the shape that they should, and tasks may be missing. */
  | { readonly kind: 'form'; readonly rows: readonly TaskRow[]; readonly isWhole: boolean }
  /** The file was read, but there is no form in it; why, in a sentence, at the first place where it fails. */
  | { readonly kind: 'unreadable'; readonly line?: number; readonly reason: string }
  /** Met in a folder, and no form. */
  | { readonly kind: 'other' };

/**
 * The tasks of the form in a file, YAML, JSON or Word. They are not judged: a task without a level is a row.
 *
 * @throws UserError when the file cannot be read
 */
export async function exportFile(input: Input, io: Io, language: Language): Promise<ExportedFile> {
  const read = await readSource(input, io, { takesWord: true });
  if (!read) return { kind: 'other' };
  const { form, findings } = decodeForm(read.source);
  if (form) return { kind: 'form', rows: taskRows(form, read.name), isWhole: findings.length === 0 };
  const { validateSource } = await import('../../validate.ts');
  const [first] = validateSource(read.source, { language }).report.diagnostics;
  const line = first?.place.kind === 'text' ? first.place.start.line : undefined;
  return { kind: 'unreadable', ...(line !== undefined && { line }), reason: first?.message ?? '' };
}

/** The same in a thread. */
export const exportJob: Job<undefined, Input, ExportedFile> = async (_, world) => {
  const { io, language } = jobContext(world);
  return (input) => exportFile(input, io, language);
};
