import type { Facts } from '../diagnostics/finding.ts';
import type { Form, Group, Task } from '../form/form.ts';
import { groupsInOrder, groupTitleOf } from '../form/own-wording.ts';
import { toRoman } from '../form/roman.ts';
import { sectionsOf, taskFacts, tasksOf } from '../form/walk-form.ts';
import { foldText } from '../vietnamese/fold-text.ts';
import { lazyPattern } from '../vietnamese/once.ts';
import {
  type At,
  type Emptied,
  isRatedAlike,
  type MergedGroup,
  type MergedSection,
  type MergedTask,
  type MergeFinding,
  type MergeInput,
  type Origin,
  ratingOf,
  type TaskOrigin,
} from './merge.ts';
import { type MergeNames, mergeFields } from './merge-fields.ts';
import { numberMerged } from './number-merged.ts';
import {
  groupId,
  kindOf,
  named,
  type OpenGroup,
  openSection,
  otherIn,
  rankOf,
  titleOf,
} from './open-group.ts';

/**
 * Plans the merge of several forms, in order. Groups I–III are matched by numeral, others by title;
 * positions and areas with the same folded title are joined. A task that an earlier form has is not added
 * again: duties are compared within their position, all others within the whole form, as the rule
 * `duplicate-task` does. Duplicates within one form stay. Numbered lists are renumbered.
 *
 * @param inputs forms without errors, at least one
 */
export function mergeForms(inputs: readonly MergeInput[], names: MergeNames = {}) {
  const merger = new Merger();
  for (const [input, { form }] of inputs.entries()) merger.meet(input, form);
  for (const [input, { form }] of inputs.entries()) merger.take(input, form);
  const groups = merger.groups();
  numberMerged(groups);
  const { fields, findings } = mergeFields(inputs, names);
  const all = [...findings, ...merger.findings];
  // If not, there is nothing to write.
  const isPossible = !all.some(({ kind }) => kind === 'positions' || kind === 'too-many-groups');
  return { inputs, fields, groups, emptied: merger.emptied, findings: all, isPossible };
}

/** The plan of a merged form. */
export type Merge = ReturnType<typeof mergeForms>;

/** The highest numeral of a group. */
const maxGroups = 89;

const LETTER = lazyPattern('u')`\p{L}`;

/** Merges forms step by step: first `meet` all of them, then `take` all of them, then read `groups`. */
class Merger {
  readonly findings: MergeFinding[] = [];
  readonly emptied: Emptied[] = [];
  readonly #groups = new Map<string, OpenGroup>();
  /** By the scope in which texts are unique, and the folded text. */
  readonly #seen = new Map<string, MergedTask[]>();
  readonly #keepers = new Map<Task, MergedTask>();

  /** Registers the groups and sections of a form. */
  meet(input: number, form: Form): void {
    for (const [id, owner] of named(groupsInOrder(form), groupId)) {
      const origin = { input, owner };
      const kind = kindOf(owner);
      const open = this.#groups.get(id);
      if (!open) {
        this.#groups.set(id, { kind, origin, copies: [], sections: new Map(), tasks: [] });
        continue;
      }
      open.copies.push(origin);
      this.#compareTitles(open.origin, origin);
      if (kind === open.kind) continue;
      if (kind === 'positions' || open.kind === 'positions') {
        const other = otherIn(open, (group) => kindOf(group) !== kind);
        this.#report('positions', at(origin), other && at(other), { group: owner.key });
      }
      open.kind = 'areas';
    }
  }

  take(input: number, form: Form): void {
    const placed = new Map(tasksOf(form).map((one) => [one.task, one]));
    const times = new Map<string, number>();
    const add = (tasks: readonly Task[], list: MergedTask[], scope = '') => {
      const known = tasks.flatMap((task) => placed.get(task) ?? []);
      for (const one of known) this.#add({ input, placed: one }, list, scope, times);
    };
    for (const [id, group] of named(groupsInOrder(form), groupId)) {
      const open = this.#groups.get(id);
      if (!open) continue;
      for (const [key, owner] of named(sectionsOf(group), titleOf)) {
        const section = openSection(open, key, owner.title?.value ?? '', { input, owner });
        add(owner.tasks, section.tasks, open.kind === 'positions' ? `${id}\n${key}` : '');
      }
      if (group.tasks.length === 0) continue;
      if (open.kind === 'tasks') {
        add(group.tasks, open.tasks);
        continue;
      }
      const origin = { input, owner: group };
      const title = form.unit?.value ?? '';
      add(group.tasks, openSection(open, `${foldText(title)}\n0`, title, origin).tasks);
      const other = otherIn(open, ({ tasks }) => tasks.length === 0);
      this.#report('into-area', at(origin), other && at(other), { group: group.key, title });
    }
  }

  /** The merged groups, without those that got no tasks. */
  groups(): MergedGroup[] {
    const groups: MergedGroup[] = [];
    const entries = [...this.#groups.values()].sort((a, b) => rankOf(a) - rankOf(b));
    for (const { sections: all, ...group } of entries) {
      const sections = [...all.values()].filter((section) => section.tasks.length > 0);
      for (const section of all.values()) if (section.tasks.length === 0) this.#empty(section, section.title);
      const { origin, tasks } = group;
      if (sections.length === 0 && tasks.length === 0) {
        this.#empty(group, origin.owner.title?.value ?? '');
        continue;
      }
      if (groups.length === maxGroups) {
        this.#report('too-many-groups', at(origin), undefined, {});
        break;
      }
      groups.push({ ...group, key: toRoman(groups.length + 1), sections });
    }
    return groups;
  }

  /**
   * Adds a task to a list, or to the task of an earlier form that it repeats.
   *
   * @param scope where tasks with the same text are duplicates: a position, or empty for the whole form
   * @param times how often each text was met in this form
   */
  #add(origin: TaskOrigin, list: MergedTask[], scope: string, times: Map<string, number>): void {
    const { task } = origin.placed;
    const text = foldText(task.text?.value ?? '');
    const key = `${scope}\n${text}`;
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    const known = this.#seen.get(key) ?? [];
    const isKnown = known[0] !== undefined && known[0].origin.input < origin.input;
    const keeper = isKnown ? known[Math.min(time, known.length - 1)] : undefined;
    if (keeper && LETTER().test(text)) {
      keeper.copies.push(origin);
      this.#keepers.set(task, keeper);
      this.#compareLevels(keeper.origin, origin);
      return;
    }
    const fresh: MergedTask = { origin, copies: [] };
    list.push(fresh);
    this.#keepers.set(task, fresh);
    known.push(fresh);
    this.#seen.set(key, known);
  }

  #compareLevels(kept: TaskOrigin, copy: TaskOrigin): void {
    if (isRatedAlike(kept, copy)) {
      this.#report('duplicate', textAt(copy), textAt(kept), taskFacts(kept.placed));
      return;
    }
    const report = (here: TaskOrigin, there: TaskOrigin) => {
      const levels = { level: ratingOf(here), otherLevel: ratingOf(there), keptLevel: ratingOf(kept) };
      this.#report('level', ratingAt(here), ratingAt(there), { ...taskFacts(here.placed), ...levels });
    };
    report(kept, copy);
    report(copy, kept);
  }

  #compareTitles(one: Origin<Group>, other: Origin<Group>): void {
    const [first, second] = [groupTitleOf(one.owner), groupTitleOf(other.owner)];
    if (foldText(first) === foldText(second)) return;
    const titleAt = ({ input, owner }: Origin<Group>) => ({ input, path: owner.title?.path ?? owner.path });
    const facts = { field: 'groupTitle', group: other.owner.key, first, second, others: 0 };
    this.#report('field', titleAt(one), titleAt(other), facts);
  }

  #report(kind: MergeFinding['kind'], at: At, other: At | undefined, facts: Facts): void {
    this.findings.push({ kind, at, ...(other && { other }), facts });
  }

  #empty({ origin, copies }: Pick<OpenGroup | MergedSection, 'origin' | 'copies'>, title: string): void {
    for (const { input, owner } of [origin, ...copies]) {
      const sections = 'positions' in owner ? sectionsOf(owner) : [];
      const [first] = [...owner.tasks, ...sections.flatMap(({ tasks }) => tasks)];
      const keeper = first && this.#keepers.get(first);
      if (!keeper) continue;
      this.emptied.push({ input, owner, keeper });
      this.#report('emptied', at({ input, owner }), undefined, { title });
    }
  }
}

const at = ({ input, owner }: Origin): At => ({ input, path: owner.path });

const textAt = ({ input, placed: { task } }: TaskOrigin): At => ({ input, path: (task.text ?? task).path });

/** The place of a task's level, or of what it has instead. */
const ratingAt = ({ input, placed: { task } }: TaskOrigin): At => ({
  input,
  path: (task.complexity ?? task.unrated ?? task.text ?? task).path,
});
