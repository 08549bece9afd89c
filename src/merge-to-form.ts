import type { FileReport } from './diagnostics/diagnostic.ts';
import type { Language } from './diagnostics/wording.ts';
import type { Form } from './form/form.ts';
import type { MergeInput } from './merge/merge.ts';
import { mergeForms } from './merge/merge-forms.ts';
import { mergeReports } from './merge/merge-reports.ts';
import { mergedText } from './merge/merged-text.ts';
import type { CheckedForm } from './validate-content.ts';
import { importForm } from './word-to-form.ts';

export interface MergeOptions {
  /** What the merged form is called, by default as the first form that has a name. */
  readonly unit?: string;
  readonly parentUnit?: string;
  /** YAML by default; JSON keeps no comments. */
  readonly format?: 'yaml' | 'json';
  /** Of the comments and the sentences; Vietnamese by default. */
  readonly language?: Language;
}

/** What becomes of several forms. */
export interface MergedForm {
  /** The form file; undefined where one of the forms has errors, where they do not go together or where it would be too large. */
  readonly text: string | undefined;
  /** For each of the forms, in their order: its errors where it has any, else what merging found in it. */
  readonly reports: readonly FileReport[];
}

/**
 * Merges forms into one form file, in the order given, as `bieu2 merge` does. Never throws for bad input.
 *
 * @param forms at least one, as `validate` gave them
 */
export function mergeToForm(
  forms: readonly CheckedForm[],
  { format = 'yaml', language = 'vi', ...names }: MergeOptions = {},
): MergedForm {
  const inputs = forms.flatMap(({ source, form, errors }) =>
    form && errors === 0 ? [mergeInput(source, form, language)] : [],
  );
  if (inputs.length < forms.length) return { text: undefined, reports: forms.map(({ report }) => report) };
  const merge = mergeForms(inputs, names);
  const reports = mergeReports(merge, language);
  if (!merge.isPossible) return { text: undefined, reports };
  return { text: mergedText(merge, { format, language }), reports };
}

/** A Word form is turned into YAML first, with everything that has no place in a form as comments. */
export function mergeInput(source: CheckedForm['source'], form: Form, language: Language): MergeInput {
  const yaml = 'leftovers' in source ? importForm(source, { language, head: 'unclear' }).text : undefined;
  return { source, form, ...(yaml !== undefined && { yaml }) };
}
