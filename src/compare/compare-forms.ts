import type { Form } from '../form/form.ts';
import { differencesOfFields, differencesOfNotes, headFields, signatureFields } from './compare-fields.ts';
import { changesOf, compareParts, groupPart, sectionPart, taskPart } from './compare-parts.ts';
import type { CompareOptions, Difference } from './difference.ts';
import { matchForms } from './match-forms.ts';
import { type OutlineGroup, outline } from './outline.ts';

/**
 * The changes between two forms, in the order of the new one; removed parts come after what remains of their
 * position or area. Numbers that differ only by counting are not changes, nor are spaces and Unicode composition.
 */
export function compareForms(before: Form, after: Form, options: CompareOptions = {}): Difference[] {
  return [
    ...differencesOfFields(before, after, headFields, options),
    ...differencesOfGroups(outline(before), outline(after), options),
    ...differencesOfFields(before, after, signatureFields, options),
    ...differencesOfNotes(before, after, options),
  ];
}

function* differencesOfGroups(
  before: readonly OutlineGroup[],
  after: readonly OutlineGroup[],
  options: CompareOptions,
): Generator<Difference> {
  const { groups, lists, entries } = matchForms(before, after);
  for (const group of groups.inOrder(before, after)) {
    yield* compareParts('group', group.old && groupPart(group.old), group.fresh && groupPart(group.fresh));
    for (const { old, fresh, hasMoved } of lists.inOrder(group.old?.lists, group.fresh?.lists)) {
      const { kind = 'group' } = fresh ?? old ?? {};
      if (kind !== 'group')
        yield* compareParts(kind, old && sectionPart(old), fresh && sectionPart(fresh), hasMoved);
      for (const task of entries.inOrder(old?.entries, fresh?.entries)) {
        const changes = task.old && task.fresh && changesOf(task.old, task.fresh, options);
        const [was, is] = [task.old && taskPart(task.old), task.fresh && taskPart(task.fresh)];
        yield* compareParts('task', was, is, task.hasMoved, changes);
      }
    }
  }
}
