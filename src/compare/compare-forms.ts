import type { Form } from '../form/form.ts';
import { changesOf, sectionPart, taskPart } from './changes-of.ts';
import { differencesOfFields, differencesOfNotes } from './compare-fields.ts';
import { compareTexts } from './compare-texts.ts';
import type { CompareOptions, Difference, Part, PartChange, Subject } from './difference.ts';
import { keptOrder } from './kept-order.ts';
import { type Matching, matchForms } from './match-forms.ts';
import { type OutlineGroup, outline, type TaskList } from './outline.ts';

/**
 * What changed between two forms, in the order of the new one; what was removed comes after what remains of its
 * position or area. Numbers that differ by counting alone do not count as a change, nor do spaces and Unicode composition.
 */
export function compareForms(before: Form, after: Form, options: CompareOptions = {}): Difference[] {
  return [
    ...differencesOfFields(before, after, ['parentUnit', 'unit'], options),
    ...new Comparison(outline(before), outline(after), options).differences(),
    ...differencesOfFields(before, after, signatureFields, options),
    ...differencesOfNotes(before, after, options),
  ];
}

const signatureFields = [
  'preparedByTitle',
  'preparedByName',
  'approvedByTitle',
  'approvedByName',
  'place',
  'date',
] as const;

class Comparison {
  readonly #before: readonly OutlineGroup[];
  readonly #after: readonly OutlineGroup[];
  readonly #options: CompareOptions;
  readonly #matching: Matching;

  constructor(before: readonly OutlineGroup[], after: readonly OutlineGroup[], options: CompareOptions) {
    this.#before = before;
    this.#after = after;
    this.#options = options;
    this.#matching = matchForms(before, after);
  }

  *differences(): Generator<Difference> {
    const idsAfter = new Set(this.#after.map(({ id }) => id));
    for (const fresh of this.#after) {
      const old = this.#before.find(({ id }) => id === fresh.id);
      yield* compareParts('group', old && groupPart(old), groupPart(fresh));
      yield* this.#lists(old, fresh);
    }
    for (const old of this.#before) {
      if (idsAfter.has(old.id)) continue;
      yield* compareParts('group', groupPart(old), undefined);
      yield* this.#removedLists(old);
    }
  }

  *#lists(oldGroup: OutlineGroup | undefined, freshGroup: OutlineGroup): Generator<Difference> {
    const { lists } = this.#matching;
    const stayed = freshGroup.lists.filter((list) => lists.oldOf(list)?.group === oldGroup);
    const inOrder = keptOrder(stayed, oldGroup?.lists ?? [], (list) => lists.oldOf(list));
    for (const fresh of freshGroup.lists) {
      const old = lists.oldOf(fresh);
      if (fresh.kind !== 'group') {
        const [from, to] = [old && sectionPart(old), sectionPart(fresh)];
        const hasMoved = from && !inOrder.has(fresh);
        yield* compareParts(fresh.kind, from, to, hasMoved ? [{ kind: 'moved', from, to }] : []);
      }
      yield* this.#entries(old, fresh);
    }
    if (oldGroup) yield* this.#removedLists(oldGroup);
  }

  *#entries(oldList: TaskList | undefined, freshList: TaskList): Generator<Difference> {
    const { entries } = this.#matching;
    const stayed = freshList.entries.filter((entry) => entries.oldOf(entry)?.list === oldList);
    const inOrder = keptOrder(stayed, oldList?.entries ?? [], (entry) => entries.oldOf(entry));
    for (const fresh of freshList.entries) {
      const old = entries.oldOf(fresh);
      if (!old) {
        yield { kind: 'added', subject: 'task', after: taskPart(fresh) };
        continue;
      }
      const [from, to] = [taskPart(old), taskPart(fresh)];
      const changes: PartChange[] = inOrder.has(fresh) ? [] : [{ kind: 'moved', from, to }];
      changes.push(...changesOf(old, fresh, this.#options));
      if (changes.length > 0) yield { kind: 'changed', subject: 'task', before: from, after: to, changes };
    }
    if (oldList) yield* this.#removedEntries(oldList);
  }

  *#removedLists({ lists }: OutlineGroup): Generator<Difference> {
    for (const old of lists) {
      if (this.#matching.lists.freshOf(old)) continue;
      if (old.kind !== 'group') yield* compareParts(old.kind, sectionPart(old), undefined);
      yield* this.#removedEntries(old);
    }
  }

  *#removedEntries({ entries }: TaskList): Generator<Difference> {
    for (const old of entries) {
      if (this.#matching.entries.freshOf(old)) continue;
      yield { kind: 'removed', subject: 'task', before: taskPart(old) };
    }
  }
}

const groupPart = ({ group, title }: OutlineGroup): Part => ({
  path: group.path,
  group: group.key,
  text: title,
});

function* compareParts(
  subject: Subject,
  before: Part | undefined,
  after: Part | undefined,
  moves: readonly PartChange[] = [],
): Generator<Difference> {
  if (!before && after) yield { kind: 'added', subject, after };
  if (before && !after) yield { kind: 'removed', subject, before };
  if (!before || !after) return;
  const changes = [...moves, ...compareTexts(before.text, after.text)];
  if (changes.length > 0) yield { kind: 'changed', subject, before, after, changes };
}
