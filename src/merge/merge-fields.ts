import { isMap, valueAt } from '../diagnostics/plain-value.ts';
import type { Form, Signatory, Text } from '../form/form.ts';
import { foldText } from '../vietnamese/fold-text.ts';
import type { At, MergeFinding, MergeInput } from './merge.ts';
import { type MergedField, mergedFields } from './merge-rules.ts';

/** The names of the merged form that override those of its parts. */
export interface MergeNames {
  readonly unit?: string;
  readonly parentUnit?: string;
}

/**
 * Merges what is above and below the groups. Units are taken from the first form that names one; whoever signed a
 * part has not signed the whole, so only what all forms agree on is kept of the signatures. Notes are combined.
 */
export function mergeFields(inputs: readonly MergeInput[], names: MergeNames) {
  const findings: MergeFinding[] = [];
  /**
   * The first input that has a part. A finding reports differences; then some parts are not kept. For what is
   * signed, a missing part is a difference, too.
   */
  const choose = (field: keyof typeof given) => {
    const all = inputs.map(({ form }, input) => {
      const { value = '', path = [], isSigned = false } = given[field](form) ?? {};
      return { input, path, value, isSigned, folded: foldText(value) };
    });
    const first = all.find(({ value }) => value !== '');
    if (!first) return undefined;
    const different = all.filter(
      ({ value, folded }) => folded !== first.folded && (first.isSigned || value !== ''),
    );
    const other = different.find(({ value }) => value !== '') ?? different[0];
    if (!other) return first;
    const others = new Set(different.map(({ folded }) => folded)).size - 1;
    findings.push({
      ...{ kind: 'field', at: at(first), other: at(other) },
      facts: { field, group: '', first: first.value, second: other.value, others },
    });
    return mergedFields[field].isKept ? first : undefined;
  };

  const unit = names.unit ?? choose('unit')?.value ?? '';
  const parentUnit = names.parentUnit ?? choose('parentUnit')?.value;
  const signatures = new Map<string, unknown>();
  for (const key of ['preparedBy', 'approvedBy', 'place', 'date'] as const) {
    const chosen = choose(key);
    const value = chosen && valueAt(inputs[chosen.input]?.source.value, ['signatures', key]);
    if (value !== undefined) signatures.set(key, value);
  }
  const fields = {
    unit,
    // The parent of the divisions is the unit itself.
    parentUnit: foldText(parentUnit ?? '') === foldText(unit) ? undefined : parentUnit,
    signatures: signatures.size > 0 || isBare(inputs[0]) ? Object.fromEntries(signatures) : undefined,
    notes: notesOf(inputs),
  };
  return { fields, findings };
}

/** Whether a form's signatures are present but empty. */
function isBare(input: MergeInput | undefined): boolean {
  const value = valueAt(input?.source.value, ['signatures']);
  return isMap(value) && Object.keys(value).length === 0;
}

/** `isSigned`: whether it says who signed, or when. */
type Given = Text & { readonly isSigned?: boolean };

const at = ({ input, path }: At): At => ({ input, path });

const given: Readonly<Record<Exclude<MergedField, 'groupTitle'>, (form: Form) => Given | undefined>> = {
  unit: ({ unit }) => unit,
  parentUnit: ({ parentUnit }) => parentUnit,
  preparedBy: ({ preparedBy }) => signatory(preparedBy),
  approvedBy: ({ approvedBy }) => signatory(approvedBy),
  place: ({ place }) => place,
  date: ({ date }) => date && { value: String(date.value), path: date.path, isSigned: true },
};

function signatory(who: Signatory | undefined): Given | undefined {
  const parts = [who?.title, who?.name].filter((part) => part !== undefined);
  const [first] = parts;
  const value = parts.map((part) => part.value).join(', ');
  return first && { value, path: first.path, isSigned: who?.name !== undefined };
}

function notesOf(inputs: readonly MergeInput[]): readonly string[] | undefined {
  const notes = new Map<string, string>();
  for (const { form } of inputs) {
    for (const { value } of form.notes ?? []) {
      const key = foldText(value);
      if (!notes.has(key)) notes.set(key, value);
    }
  }
  return inputs.some(({ form }) => form.notes) ? [...notes.values()] : undefined;
}
