import { showValue } from '../diagnostics/plain-value.ts';
import type { Form, Text } from '../form/form.ts';
import { ownNotes, ownSignatoryTitles } from '../form/own-wording.ts';
import { foldText } from '../vietnamese/fold-text.ts';
import { compareParts } from './compare-parts.ts';
import type { CompareOptions, Difference, Part, Subject } from './difference.ts';
import { printedLine } from './outline.ts';
import { Pairing } from './pairing.ts';

/** Fields that a form has once; for some, what is printed if it is left out. */
type FieldsOf = (form: Form) => (readonly [subject: Subject, text: Text | undefined, own?: string])[];

export const headFields: FieldsOf = ({ parentUnit, unit }) => [
  ['parentUnit', parentUnit],
  ['unit', unit],
];

export const signatureFields: FieldsOf = ({ preparedBy, approvedBy, place, date }) => [
  ['preparedByTitle', preparedBy?.title, ownSignatoryTitles.preparedBy],
  ['preparedByName', preparedBy?.name],
  ['approvedByTitle', approvedBy?.title, ownSignatoryTitles.approvedBy],
  ['approvedByName', approvedBy?.name],
  ['place', place],
  ['date', date && { ...date, value: showValue(date.value) }],
];

const partOf = (text: Text): Part => ({ path: text.path, text: printedLine(text) });

export function differencesOfFields(
  before: Form,
  after: Form,
  fieldsOf: FieldsOf,
  { withWord }: CompareOptions,
): Difference[] {
  const known = new Map(fieldsOf(before).map(([subject, text]) => [subject, text]));
  return fieldsOf(after).flatMap(([subject, text, own]) => {
    const [old, fresh] = [known.get(subject), text].map((one) => one && partOf(one));
    // A missing field is printed in the wording of the form or of the template.
    const isSame = own !== undefined && (!old || !fresh) && (withWord || (old ?? fresh)?.text === own);
    return isSame ? [] : compareParts(subject, old, fresh);
  });
}

/** Notes are matched by their text, else by similarity; their order does not matter. */
export function differencesOfNotes(before: Form, after: Form, { withWord }: CompareOptions): Difference[] {
  if ((!before.notes || !after.notes) && (withWord || isOwn(before.notes ?? after.notes))) return [];
  const [old = [], fresh = []] = [before, after].map(({ notes = [] }) => notes.map(partOf));
  const pairing = new Pairing<Part>();
  const textOf = ({ text }: Part) => foldText(text);
  pairing.addEqual(old, fresh, textOf);
  pairing.addSimilar(old, fresh, textOf, () => ({ least: 0.4, bonus: 0 }));
  return [...pairing.inOrder(old, fresh)].flatMap((note) => compareParts('note', note.old, note.fresh));
}

const isOwn = (notes: readonly Text[] | undefined): boolean =>
  notes?.map(({ value }) => foldText(value)).join('\n') === ownNotes.map(foldText).join('\n');
