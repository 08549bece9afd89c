import type { Form } from '../form/form.ts';
import { changesOf, groupPart, sectionPart, taskPart } from './changes-of.ts';
import { differencesOfFields, differencesOfNotes, headFields, signatureFields } from './compare-fields.ts';
import { compareParts } from './compare-parts.ts';
import type { CompareOptions, Difference } from './difference.ts';
import { movedItems } from './kept-order.ts';
import { type Matching, matchForms } from './match-forms.ts';
import { type Entry, type OutlineGroup, outline, type TaskList } from './outline.ts';
import type { Pairing } from './pairing.ts';

/**
 * The changes between two forms, in the order of the new one; removed parts come after what remains of their
 * position or area. Numbers that differ only by counting are not changes, nor are spaces and Unicode composition.
 */
export function compareForms(before: Form, after: Form, options: CompareOptions = {}): Difference[] {
  const [old, fresh] = [outline(before), outline(after)];
  return [
    ...differencesOfFields(before, after, headFields, options),
    ...new Comparison(matchForms(old, fresh), options).ofGroups(old, fresh),
    ...differencesOfFields(before, after, signatureFields, options),
    ...differencesOfNotes(before, after, options),
  ];
}

class Comparison {
  readonly #matching: Matching;
  readonly #options: CompareOptions;

  constructor(matching: Matching, options: CompareOptions) {
    this.#matching = matching;
    this.#options = options;
  }

  *ofGroups(before: readonly OutlineGroup[], after: readonly OutlineGroup[]): Generator<Difference> {
    for (const { old, fresh } of paired(before, after, this.#matching.groups)) {
      yield* compareParts('group', old && groupPart(old), fresh && groupPart(fresh));
      yield* this.#ofLists(old?.lists, fresh?.lists);
    }
  }

  *#ofLists(before: readonly TaskList[] = [], after: readonly TaskList[] = []): Generator<Difference> {
    for (const { old, fresh, hasMoved } of paired(before, after, this.#matching.lists)) {
      const { kind = 'group' } = fresh ?? old ?? {};
      if (kind !== 'group')
        yield* compareParts(kind, old && sectionPart(old), fresh && sectionPart(fresh), hasMoved);
      yield* this.#ofTasks(old?.entries, fresh?.entries);
    }
  }

  *#ofTasks(before: readonly Entry[] = [], after: readonly Entry[] = []): Generator<Difference> {
    for (const { old, fresh, hasMoved } of paired(before, after, this.#matching.entries)) {
      const changes = old && fresh && changesOf(old, fresh, this.#options);
      yield* compareParts('task', old && taskPart(old), fresh && taskPart(fresh), hasMoved, changes);
    }
  }
}

/** The items in one place of the new form, in order, with their old versions; then the items removed from that place. */
function* paired<Item>(before: readonly Item[], after: readonly Item[], pairing: Pairing<Item>) {
  const moved = movedItems(before, after, pairing);
  for (const fresh of after) yield { old: pairing.oldOf(fresh), fresh, hasMoved: moved.has(fresh) };
  for (const old of before) if (!pairing.freshOf(old)) yield { old, fresh: undefined, hasMoved: false };
}
