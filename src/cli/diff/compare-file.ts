import { compareForms } from '../../compare/compare-forms.ts';
import type { Difference } from '../../compare/difference.ts';
import { unitNameOf } from '../../summary/form-facts.ts';
import { readUnchecked } from '../check/read-unchecked.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import type { FileResult, FileWork } from '../run/job.ts';

/** A form, and the newer one to compare it with, if known. */
export interface DiffInput extends Input {
  readonly after?: Input;
}

/** Its errors count the forms that have parts which are not structured like a form and are not compared. */
export interface DiffedFile extends FileResult {
  readonly unit: string;
  readonly parentUnit: string;
  readonly differences: readonly Difference[];
}

/** Makes a function that reads the unit of a form, or compares two forms. */
export const fileComparer =
  async (_settings: undefined, context: Context): Promise<FileWork<DiffInput, DiffedFile>> =>
  async ({ after, ...before }) => {
    const old = await readUnchecked(before, context);
    if (!old) return undefined;
    const unit = unitNameOf(old.form.unit?.value);
    const parentUnit = unitNameOf(old.form.parentUnit?.value);
    const fresh = after && (await readUnchecked(after, context));
    const withWord = old.isWord || fresh?.isWord === true;
    return {
      unit,
      parentUnit,
      differences: fresh ? compareForms(old.form, fresh.form, { withWord }) : [],
      errors: old.errors + (fresh?.errors ?? 0),
      warnings: 0,
    };
  };
