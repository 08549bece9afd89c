import type { FileReport } from '../diagnostics/diagnostic.ts';
import type { Form } from '../form/form.ts';
import { parseText } from '../source/parse-text.ts';
import { type ValidateOptions, validateSource } from '../validate.ts';
import { isMeantAsForm, mayBeForm } from './claims-to-be-form.ts';
import type { Io } from './io.ts';
import { quoteName } from './quote-name.ts';
import { readInput } from './read-input.ts';
import { UserError } from './user-error.ts';
import { type Input, walk } from './walk.ts';

/** A file that was read and checked. */
export interface CheckedFile {
  readonly input: Input;
  /** Undefined when the file could not be parsed. */
  readonly form: Form | undefined;
  readonly report: FileReport;
}

/** What became of everything that was named on the command line. */
export interface CheckedFiles {
  readonly files: readonly CheckedFile[];
  /** How many files met in folders are no forms. */
  readonly passedOver: number;
  /** Names that lead nowhere, files that cannot be read. */
  readonly failures: readonly UserError[];
}

/** Finds, reads and checks files, folders, patterns and `-`. When no form is found at all, that is a failure. */
export async function checkFiles(
  names: readonly string[],
  io: Io,
  options: ValidateOptions & { readonly stdinFilename?: string },
): Promise<CheckedFiles> {
  const { inputs, failures: walkFailures } = await walk(names, io.cwd);
  const files: CheckedFile[] = [];
  const failures = [...walkFailures];
  let passedOver = 0;
  for (const input of inputs) {
    try {
      const bytes = await readInput(input, io);
      if (!input.named && !mayBeForm(bytes, input.name)) {
        passedOver += 1;
        continue;
      }
      const source = parseText(bytes, input.path === undefined ? (options.stdinFilename ?? '-') : input.name);
      if (!input.named && !isMeantAsForm(source, bytes)) {
        passedOver += 1;
        continue;
      }
      files.push({ input, ...validateSource(source, options) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error);
    }
  }
  if (files.length === 0 && failures.length === 0) failures.push(noForm(names, passedOver));
  return { files, passedOver, failures };
}

function noForm(names: readonly string[], passedOver: number): UserError {
  const where = names.map(quoteName).join(', ');
  return new UserError({
    vi: `Không có biểu nào trong ${where}: đã bỏ qua ${passedOver} tệp không có khóa “form:”. Hãy nêu rõ tên tệp để kiểm tra.`,
    en: `There is no form in ${where}: ${passedOver} ${passedOver === 1 ? 'file' : 'files'} without a key “form:” passed over. Name a file to have it checked.`,
  });
}
