import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';
import { type FormNames, type Input, type Walk, walk } from './walk.ts';

export interface FindOptions {
  /** The names come from the configuration: what they lead to was not named one by one. */
  readonly areFound?: boolean;
  /** Of files that were not named, those that are passed over without a word. */
  readonly isExcluded?: (input: Input) => boolean;
  /** Which of the files that are found are wanted. */
  readonly isWanted?: (input: Input) => boolean;
}

/** The files that names lead to, as far as they are wanted. */
export async function findInputs(
  names: readonly string[],
  cwd: string,
  kind: FormNames,
  { areFound, isExcluded, isWanted }: FindOptions,
): Promise<Walk> {
  const { inputs, failures } = await walk(names, cwd, kind);
  const found = areFound ? inputs.map((input) => ({ ...input, named: false })) : inputs;
  return {
    inputs: found.filter(
      (input) => !(isExcluded && !input.named && isExcluded(input)) && isWanted?.(input) !== false,
    ),
    failures,
  };
}

/** The forms, Word forms included, that names lead to; where there are none, the configuration or the folder at hand. */
export async function findForms(
  names: readonly string[],
  include: readonly string[] | undefined,
  cwd: string,
  options: FindOptions,
): Promise<Walk & { readonly places: readonly string[] }> {
  const isConfigured = names.length === 0 && include !== undefined;
  const places = names.length > 0 ? names : (include ?? ['.']);
  const areFound = isConfigured || options.areFound === true;
  return { places, ...(await findInputs(places, cwd, 'text-or-word', { ...options, areFound })) };
}

/** What to say when nothing that names lead to is a form. */
export function noForm(names: readonly string[], passedOver: number): UserError {
  const where = names.map(quoteName).join(', ');
  return new UserError({
    vi: `Không có biểu nào trong ${where}: đã bỏ qua ${passedOver} tệp không phải biểu (không có khóa “form:” hay bảng của biểu). Hãy nêu rõ tên tệp để kiểm tra.`,
    en: `There is no form in ${where}: ${passedOver} ${passedOver === 1 ? 'file' : 'files'} without a key “form:” or the form’s table passed over. Name a file to have it checked.`,
  });
}
