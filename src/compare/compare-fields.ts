import { showValue } from '../diagnostics/plain-value.ts';
import type { Form, Text } from '../form/form.ts';
import { ownNotes, ownSignatoryTitles } from '../form/own-wording.ts';
import { foldText } from '../vietnamese/fold-text.ts';
import { compareParts } from './compare-parts.ts';
import type { CompareOptions, Difference, Part, Subject } from './difference.ts';
import { printedLine } from './outline.ts';
import { pairSimilar } from './pair-similar.ts';
import { Pairing } from './pairing.ts';

/** A field that a form has once, and what is printed if it is left out. */
interface Field {
  readonly subject: Subject;
  readonly of: (form: Form) => Part | undefined;
  readonly own?: string;
}

const partOf = (text: Text): Part => ({ path: text.path, text: printedLine(text) });
const textPart = (text: Text | undefined) => text && partOf(text);

export const headFields: readonly Field[] = [
  { subject: 'parentUnit', of: ({ parentUnit }) => textPart(parentUnit) },
  { subject: 'unit', of: ({ unit }) => textPart(unit) },
];

export const signatureFields: readonly Field[] = [
  {
    subject: 'preparedByTitle',
    of: ({ preparedBy }) => textPart(preparedBy?.title),
    own: ownSignatoryTitles.preparedBy,
  },
  { subject: 'preparedByName', of: ({ preparedBy }) => textPart(preparedBy?.name) },
  {
    subject: 'approvedByTitle',
    of: ({ approvedBy }) => textPart(approvedBy?.title),
    own: ownSignatoryTitles.approvedBy,
  },
  { subject: 'approvedByName', of: ({ approvedBy }) => textPart(approvedBy?.name) },
  { subject: 'place', of: ({ place }) => textPart(place) },
  { subject: 'date', of: ({ date }) => date && { path: date.path, text: showValue(date.value) } },
];

export function differencesOfFields(
  before: Form,
  after: Form,
  fields: readonly Field[],
  { withWord }: CompareOptions,
): Difference[] {
  return fields.flatMap(({ subject, of, own }) => {
    const [old, fresh] = [of(before), of(after)];
    // A missing field is printed in the wording of the form or of the template.
    const isSame = own !== undefined && (!old || !fresh) && (withWord || (old ?? fresh)?.text === own);
    return isSame ? [] : compareParts(subject, old, fresh);
  });
}

/** Notes are matched by their text, else by similarity; their order does not matter. */
export function differencesOfNotes(before: Form, after: Form, { withWord }: CompareOptions): Difference[] {
  if ((!before.notes || !after.notes) && (withWord || isOwn(before.notes ?? after.notes))) return [];
  const [old, fresh] = [before, after].map(({ notes = [] }) => notes.map(partOf));
  if (!old || !fresh) return [];
  const pairing = new Pairing<Part>();
  const textOf = ({ text }: Part) => foldText(text);
  pairing.addEqual(old, fresh, textOf);
  pairing.addFound(old, fresh, textOf, (one, other) =>
    pairSimilar(one, other, textOf, () => ({ least: 0.4, bonus: 0 })),
  );
  return [
    ...fresh.flatMap((note) => compareParts('note', pairing.oldOf(note), note)),
    ...old.flatMap((note) => (pairing.freshOf(note) ? [] : compareParts('note', note, undefined))),
  ];
}

const isOwn = (notes: readonly Text[] | undefined): boolean =>
  notes?.map(({ value }) => foldText(value)).join('\n') === ownNotes.map(foldText).join('\n');
