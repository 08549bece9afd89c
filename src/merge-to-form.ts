import type { FileReport } from './diagnostics/finding.ts';
import type { Language } from './diagnostics/wording.ts';
import type { Form } from './form/form.ts';
import type { MergeInput } from './merge/merge.ts';
import { mergeForms } from './merge/merge-forms.ts';
import { mergeReports } from './merge/merge-reports.ts';
import { mergedText } from './merge/merged-text.ts';
import type { CheckedForm } from './validate-content.ts';
import { importForm } from './word-to-form.ts';

export interface MergeOptions {
  /** The name of the merged form; default: that of the first form with a name. */
  readonly unit?: string;
  readonly parentUnit?: string;
  /** YAML by default; JSON keeps no comments. */
  readonly format?: 'yaml' | 'json';
  /** The language of comments and sentences; default: Vietnamese. */
  readonly language?: Language;
}

/** The result of merging forms. */
export interface MergedForm {
  /** The form file; undefined if one of the forms has errors, if they cannot be merged, if there are none or if it would be too large. */
  readonly text: string | undefined;
  /** For each form, in order: its errors if it has any, else what merging found in it. */
  readonly reports: readonly FileReport[];
}

/**
 * Merges forms into one form file, in the order given, as `bieu2 merge` does. Never throws for bad input.
 *
 * @param forms from `validate`
 */
export function mergeToForm(
  forms: readonly CheckedForm[],
  { format = 'yaml', language = 'vi', ...names }: MergeOptions = {},
): MergedForm {
  const inputs = forms.flatMap(({ source, form, errors }) =>
    form && errors === 0 ? [mergeInput(source, form, language)] : [],
  );
  if (inputs.length === 0 || inputs.length < forms.length)
    return { text: undefined, reports: forms.map(({ report }) => report) };
  const merge = mergeForms(inputs, names);
  const reports = mergeReports(merge, language);
  if (!merge.isPossible) return { text: undefined, reports };
  return { text: mergedText(merge, { format, language }), reports };
}

/** Turns a Word form into YAML first, with everything that has no place in a form as comments. */
export function mergeInput(source: CheckedForm['source'], form: Form, language: Language): MergeInput {
  const yaml = 'leftovers' in source ? importForm(source, { language, head: 'unclear' }).text : undefined;
  return { source, form, ...(yaml !== undefined && { yaml }) };
}
