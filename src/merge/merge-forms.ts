import type { Form, Group } from '../form/form.ts';
import { groupsInOrder, groupTitleOf } from '../form/groups.ts';
import { levelOf } from '../form/level.ts';
import { toRoman } from '../form/roman.ts';
import { type PlacedTask, sectionsOf, tasksOf } from '../form/walk-form.ts';
import { foldText } from '../vietnamese/fold-text.ts';
import { lazyPattern } from '../vietnamese/once.ts';
import {
  type Emptied,
  type Merge,
  type MergedGroup,
  type MergedTask,
  type MergeFinding,
  type MergeInput,
  type SectionOrigin,
  type TaskOrigin,
  taskOf,
} from './merge.ts';
import { type MergeNames, mergeFields } from './merge-fields.ts';
import { numberMerged } from './number-merged.ts';
import { groupId, kindOf, named, type OpenGroup, openSection, rankOf, titleOf } from './open-group.ts';

/**
 * Plans one form out of several, in their order. Groups I–III go by their numeral, further ones by their title;
 * positions and areas of one title (folded) are joined. A task that an earlier form has already is not taken
 * again: duties are compared within their position, all others within the whole form, as the rule
 * `duplicate-task` does. What one form has twice stays. What is numbered is renumbered.
 *
 * @param inputs forms without errors, at least one
 */
export function mergeForms(inputs: readonly MergeInput[], names: MergeNames = {}): Merge {
  const merger = new Merger();
  for (const [input, { form }] of inputs.entries()) merger.meet(input, form);
  for (const [input, { form }] of inputs.entries()) merger.take(input, form);
  const groups = merger.groups();
  numberMerged(groups);
  const { fields, findings } = mergeFields(inputs, names);
  const all = [...findings, ...merger.findings];
  const isPossible = !all.some(({ kind }) => kind === 'positions' || kind === 'too-many-groups');
  return { inputs, fields, groups, emptied: merger.emptied, findings: all, isPossible };
}

/** More groups have no numeral. */
const maxGroups = 89;

const LETTER = lazyPattern('u')`\p{L}`;

/** Brings forms together step by step: first `meet` all of them, then `take` all of them, then ask for `groups`. */
class Merger {
  readonly findings: MergeFinding[] = [];
  readonly emptied: Emptied[] = [];
  readonly #groups = new Map<string, OpenGroup>();
  /** By where they are one, and their folded text. */
  readonly #seen = new Map<string, MergedTask[]>();
  /** Where the tasks of an input are kept. */
  readonly #keepers = new Map<PlacedTask['task'], MergedTask>();

  /** Finds the groups of a form and what they are to hold. */
  meet(input: number, form: Form): void {
    for (const [id, group] of named(groupsInOrder(form), groupId)) {
      const kind = kindOf(group);
      const open = this.#groups.get(id);
      if (!open) {
        this.#groups.set(id, { kind, origins: [{ input, group }], sections: new Map(), tasks: [] });
        continue;
      }
      open.origins.push({ input, group });
      this.#compareTitles(open);
      if (kind === open.kind) continue;
      if (kind === 'positions' || open.kind === 'positions') {
        const other = open.origins.find((origin) => kindOf(origin.group) !== kind);
        if (other) this.#report('positions', { input, group }, other);
      }
      open.kind = 'areas';
    }
  }

  /** Takes over the tasks of a form that were met. */
  take(input: number, form: Form): void {
    const placed = new Map(tasksOf(form).map((one) => [one.task, one]));
    const times = new Map<string, number>();
    const origins = (tasks: Group['tasks']): TaskOrigin[] =>
      tasks.flatMap((task) => {
        const found = placed.get(task);
        return found ? [{ input, placed: found }] : [];
      });
    for (const [id, group] of named(groupsInOrder(form), groupId)) {
      const open = this.#groups.get(id);
      if (!open) continue;
      for (const [key, section] of named(sectionsOf(group), titleOf)) {
        const joined = openSection(open, key, section.title?.value ?? '', { input, owner: section });
        const scope = open.kind === 'positions' ? `${id}\n${key}` : '';
        this.#add(origins(section.tasks), joined.tasks, scope, times);
      }
      if (group.tasks.length === 0) continue;
      if (open.kind === 'tasks') {
        this.#add(origins(group.tasks), open.tasks, '', times);
        continue;
      }
      const title = form.unit?.value ?? '';
      const joined = openSection(open, `${foldText(title)}\n0`, title, { input, owner: group });
      this.#add(origins(group.tasks), joined.tasks, '', times);
      const other = open.origins.find((origin) => origin.group.tasks.length === 0);
      if (other) this.#report('into-area', { input, group }, other, title);
    }
  }

  /** What came of it, without what has no task of its own. */
  groups(): MergedGroup[] {
    const groups: MergedGroup[] = [];
    const entries = [...this.#groups.values()].sort((a, b) => rankOf(a) - rankOf(b));
    for (const { kind, origins, sections, tasks } of entries) {
      const kept = [...sections.values()].filter((section) => section.tasks.length > 0);
      for (const section of sections.values()) {
        if (section.tasks.length === 0) this.#empty(section.origins, section.title);
      }
      if (kept.length === 0 && tasks.length === 0) {
        const title = origins[0]?.group.title?.value ?? '';
        this.#empty(
          origins.map(({ input, group }) => ({ input, owner: group })),
          title,
        );
        continue;
      }
      const key = groups.length < maxGroups ? toRoman(groups.length + 1) : '';
      const [first] = origins;
      if (key === '' && first) {
        this.findings.push({ kind: 'too-many-groups', at: { input: first.input, path: first.group.path } });
        break;
      }
      groups.push({ key, kind, origins, sections: kept, tasks });
    }
    return groups;
  }

  /**
   * Adds tasks to a list, or to the tasks of earlier forms that they repeat.
   *
   * @param scope where tasks of the same text are one: a position, or empty for the whole form
   * @param times how often each text was met in this form
   */
  #add(origins: readonly TaskOrigin[], list: MergedTask[], scope: string, times: Map<string, number>): void {
    for (const origin of origins) {
      const text = foldText(origin.placed.task.text?.value ?? '');
      const key = `${scope}\n${text}`;
      const time = times.get(key) ?? 0;
      times.set(key, time + 1);
      const known = this.#seen.get(key) ?? [];
      const isKnown = known[0] !== undefined && known[0].origin.input < origin.input;
      const keeper = isKnown ? known[Math.min(time, known.length - 1)] : undefined;
      if (keeper && LETTER().test(text)) {
        keeper.copies.push(origin);
        this.#keepers.set(origin.placed.task, keeper);
        this.#compareLevels(keeper, origin);
        continue;
      }
      const task: MergedTask = { origin, copies: [] };
      list.push(task);
      this.#keepers.set(origin.placed.task, task);
      known.push(task);
      this.#seen.set(key, known);
    }
  }

  #compareLevels(keeper: MergedTask, copy: TaskOrigin): void {
    const kept = keeper.origin;
    if (isRatedAlike(taskOf(keeper), copy.placed.task)) {
      this.findings.push({ kind: 'duplicate', copy, kept });
      return;
    }
    this.findings.push({ kind: 'level', at: kept, other: copy, kept });
    this.findings.push({ kind: 'level', at: copy, other: kept, kept });
  }

  #compareTitles({ origins }: OpenGroup): void {
    const [first] = origins;
    const last = origins.at(-1);
    if (!first || !last) return;
    const values = [groupTitleOf(first.group), groupTitleOf(last.group)] as const;
    if (foldText(values[0]) === foldText(values[1])) return;
    const at = ({ input, group }: (typeof origins)[number]) => ({
      input,
      path: group.title?.path ?? group.path,
    });
    this.findings.push({
      ...{
        kind: 'field',
        field: 'groupTitle',
        at: at(first),
        other: at(last),
        values,
        others: 0,
        isKept: true,
      },
      group: last.group.key,
    });
  }

  #report(
    kind: 'positions' | 'into-area',
    at: { input: number; group: Group },
    other: { input: number; group: Group },
    title = '',
  ): void {
    const places = {
      at: { input: at.input, path: at.group.path },
      other: { input: other.input, path: other.group.path },
      group: at.group.key,
    };
    this.findings.push(kind === 'positions' ? { kind, ...places } : { kind, ...places, title });
  }

  #empty(origins: readonly SectionOrigin[], title: string): void {
    for (const { input, owner } of origins) {
      const [first] =
        'positions' in owner
          ? [...owner.tasks, ...sectionsOf(owner).flatMap((one) => one.tasks)]
          : owner.tasks;
      const keeper = first && this.#keepers.get(first);
      if (!keeper) continue;
      this.emptied.push({ input, owner, keeper });
      this.findings.push({ kind: 'emptied', at: { input, path: owner.path }, title });
    }
  }
}

const isRatedAlike = (a: PlacedTask['task'], b: PlacedTask['task']): boolean =>
  levelOf(a) === levelOf(b) && (a.unrated === undefined) === (b.unrated === undefined);
