import { hasErrors } from '../../diagnostics/count-findings.ts';
import type { FileReport } from '../../diagnostics/diagnostic.ts';
import type { MergeInput } from '../../merge/merge.ts';
import { mergeInput } from '../../merge-to-form.ts';
import { validateSource } from '../../validate.ts';
import type { CheckOptions } from '../check/check-file.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import { readSource } from '../files/read-source.ts';
import { SkippedFile, userErrorOf } from '../user-error.ts';

/** The forms that are to be merged. */
export interface Parts {
  readonly forms: readonly MergeInput[];
  /** Where the first of them is; undefined for standard input. */
  readonly firstPath: string | undefined;
  /** What is wrong with forms that have errors. */
  readonly faulty: readonly FileReport[];
  /** Files in folders that may hold forms and are not read. */
  readonly unread: readonly SkippedFile[];
  /** A file could not be read, as was said. */
  readonly failed: boolean;
}

export async function readParts(
  inputs: readonly Input[],
  options: CheckOptions,
  { io, language, complain }: Context,
): Promise<Parts> {
  const forms: MergeInput[] = [];
  const paths: (string | undefined)[] = [];
  const faulty: FileReport[] = [];
  const unread: SkippedFile[] = [];
  let failed = false;
  for (const input of inputs) {
    try {
      const read = await readSource(input, io, { takesWord: true });
      if (!read) continue;
      const own = { ...options, ...options.forFile?.({ ...input, name: read.name }) };
      const { form, report } = validateSource(read.source, own);
      if (!form || hasErrors(report)) faulty.push(report);
      else {
        forms.push(mergeInput(read.source, form, language));
        paths.push(input.path);
      }
    } catch (error) {
      if (error instanceof SkippedFile) {
        unread.push(error);
      } else {
        complain(userErrorOf(error));
        failed = true;
      }
    }
  }
  return { forms, firstPath: paths[0], faulty, unread, failed };
}
