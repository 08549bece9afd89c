import { compareForms } from '../../compare/compare-forms.ts';
import type { Difference } from '../../compare/difference.ts';
import { decodeForm } from '../../form/decode-form.ts';
import type { Form } from '../../form/form.ts';
import { unitNameOf } from '../../summary/form-facts.ts';
import { unreadableForm } from '../check/unreadable-form.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import { readSource } from '../files/read-source.ts';
import type { FileResult, FileWork } from '../run/job.ts';

/** A form, and the newer one that it is compared with where that is known. */
export interface DiffInput extends Input {
  readonly after?: Input;
}

/** Its errors are the forms of which parts do not have the structure of a form and are not compared. */
export interface DiffedFile extends FileResult {
  readonly unit: string;
  readonly parentUnit: string;
  readonly differences: readonly Difference[];
}

/** Gives what reads the unit of a form, or compares two forms. */
export async function fileComparer(
  _settings: undefined,
  { io, language }: Context,
): Promise<FileWork<DiffInput, DiffedFile>> {
  const read = async (input: Input) => {
    const found = await readSource(input, io, { takesWord: true });
    if (!found) return undefined;
    const { form, findings } = decodeForm(found.source);
    if (form) return { form, isWord: found.source.text === undefined, errors: findings.length > 0 ? 1 : 0 };
    const { validateSource } = await import('../../validate.ts');
    throw unreadableForm(input.name, validateSource(found.source, { language }).report);
  };
  const unitOf = ({ unit, parentUnit }: Form) => ({
    unit: unitNameOf(unit?.value),
    parentUnit: unitNameOf(parentUnit?.value),
  });
  return async ({ after, ...before }) => {
    const old = await read(before);
    if (!old) return undefined;
    const unit = { ...unitOf(old.form), warnings: 0 };
    const fresh = after && (await read(after));
    if (!fresh) return { ...unit, errors: old.errors, differences: [] };
    const withWord = old.isWord || fresh.isWord;
    const differences = compareForms(old.form, fresh.form, { withWord });
    return { ...unit, errors: old.errors + fresh.errors, differences };
  };
}
