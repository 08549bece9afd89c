import { showValue } from '../diagnostics/show-value.ts';
import type { Form, Text } from '../form/form.ts';
import { ownNotes, ownSignatoryTitles } from '../form/own-wording.ts';
import { foldText } from '../vietnamese/fold-text.ts';
import { compareParts } from './compare-parts.ts';
import type { CompareOptions, Difference, fields, Part } from './difference.ts';
import { printedLine } from './outline.ts';
import { pairSimilar } from './pair-similar.ts';
import { Pairing } from './pairing.ts';

type Field = Exclude<(typeof fields)[number], 'note'>;

/** Differences of parts that a form has once. */
export function differencesOfFields(
  before: Form,
  after: Form,
  names: readonly Field[],
  { withWord }: CompareOptions,
): Difference[] {
  return names.flatMap((name) => {
    const [old, fresh] = [fieldOf(before, name), fieldOf(after, name)];
    const own = ownTitle(name);
    // What is left out is printed in the wording of the form, or of the template.
    const isSame = own !== undefined && (!old || !fresh) && (withWord || (old ?? fresh)?.text === own);
    return isSame ? [] : compareParts(name, old, fresh);
  });
}

function ownTitle(name: Field): string | undefined {
  if (name === 'preparedByTitle') return ownSignatoryTitles.preparedBy;
  return name === 'approvedByTitle' ? ownSignatoryTitles.approvedBy : undefined;
}

/** Notes are the same by their text, else by what is most like it; their order does not matter. */
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

function fieldOf({ preparedBy, approvedBy, date, ...form }: Form, name: Field): Part | undefined {
  if (name === 'date') return date && { path: date.path, text: showValue(date.value) };
  const texts = {
    ...form,
    preparedByTitle: preparedBy?.title,
    preparedByName: preparedBy?.name,
    approvedByTitle: approvedBy?.title,
    approvedByName: approvedBy?.name,
  };
  const text = texts[name];
  return text && partOf(text);
}

const partOf = (text: Text): Part => ({ path: text.path, text: printedLine(text) });
