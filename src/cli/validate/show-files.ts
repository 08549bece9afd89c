import { printable } from '../../reporters/printable.ts';
import type { Context, Outcome } from '../context.ts';
import type { FoundInputs } from '../files/find-inputs.ts';
import { readSource } from '../files/read-source.ts';
import { SkippedFile, type UserError, userErrorOf } from '../user-error.ts';

/** Lists the files that would be checked, one per line, and the skipped ones with the reason. */
export async function showFiles(
  { inputs, excluded, failures }: FoundInputs,
  { io, note, forPeople, complain }: Context,
  stdinFilename?: string,
): Promise<Outcome> {
  const errors: UserError[] = [];
  const skipped: UserError[] = [];
  const sort = (error: UserError) => (error instanceof SkippedFile ? skipped : errors).push(error);
  for (const failure of failures) sort(failure);
  for (const { name } of excluded) skipped.push(new SkippedFile(isExcluded, name));
  for (const input of inputs) {
    try {
      if (await readSource(input, io, { takesWord: true, ...(stdinFilename && { stdinFilename }) }))
        io.stdout.write(`${forPeople(printable(input.name))}\n`);
      else skipped.push(new SkippedFile(notAForm, input.name));
    } catch (error) {
      sort(userErrorOf(error));
    }
  }
  for (const error of skipped) note(error.wording);
  for (const error of errors) complain(error);
  return { findings: false, failed: errors.length > 0 };
}

const isExcluded = {
  vi: 'bị “files.exclude” của tệp cấu hình loại ra',
  en: 'excluded by “files.exclude” of the configuration',
};
const notAForm = {
  vi: 'không phải biểu (không có khóa “form:” hay bảng của biểu), hoặc do bieu2 xuất ra từ tệp biểu ở bên cạnh',
  en: 'not a form (no key “form:”, no table of the form), or rendered by bieu2 from a form file beside it',
};
