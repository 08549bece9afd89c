import type { Facts, Path } from '../diagnostics/finding.ts';
import type { Form, Group, Section, Task } from '../form/form.ts';
import { levelOf } from '../form/level.ts';
import type { PlacedTask } from '../form/walk-form.ts';
import type { Source } from '../source/source.ts';
import type { mergeRules } from './merge-rules.ts';

/** A form that is merged with others: one without errors. */
export interface MergeInput {
  readonly source: Source;
  readonly form: Form;
  /** The same values as YAML, where the source is not text. */
  readonly yaml?: string;
}

/** Something in one of the inputs; `input` counts from 0. */
export interface At {
  readonly input: number;
  readonly path: Path;
}

/** A task of an input, and what it is called there. */
export interface TaskOrigin {
  readonly input: number;
  readonly placed: PlacedTask;
}

/** Where a group or section comes from; a section also from a group whose tasks are in no area. */
export interface Origin<Owner = Section | Group> {
  readonly input: number;
  readonly owner: Owner;
}

/** What the merged form has once: `origin` gives it, the `copies` of later inputs join it. */
export interface Merged<From> {
  readonly origin: From;
  readonly copies: From[];
}

export interface MergedTask extends Merged<TaskOrigin> {
  /** Absent where its list has no numbers. */
  number?: string;
  /** Absent where the task has none. */
  code?: string;
}

export interface MergedSection extends Merged<Origin> {
  readonly title: string;
  readonly tasks: MergedTask[];
  number?: string;
}

export interface MergedGroup extends Merged<Origin<Group>> {
  /** Its numeral. */
  readonly key: string;
  readonly kind: 'positions' | 'areas' | 'tasks';
  /** Positions or areas; empty where the group holds tasks directly. */
  readonly sections: readonly MergedSection[];
  /** Those that are directly in the group. */
  readonly tasks: readonly MergedTask[];
}

/** The parts of the form outside its groups, as plain values. */
export interface MergedFields {
  readonly parentUnit: string | undefined;
  readonly unit: string;
  readonly signatures: Readonly<Record<string, unknown>> | undefined;
  readonly notes: readonly string[] | undefined;
}

/** A section or group whose tasks are all elsewhere already. */
export interface Emptied extends Origin {
  /** Where its first task is kept. */
  readonly keeper: MergedTask;
}

/** What people should know about a merge, before it has a sentence or a line number. */
export interface MergeFinding {
  readonly kind: keyof typeof mergeRules;
  readonly at: At;
  /** What it has to do with in another input. */
  readonly other?: At;
  readonly facts: Facts;
}

/** What becomes of several forms: the plan of the merged one. */
export interface Merge {
  readonly inputs: readonly MergeInput[];
  readonly fields: MergedFields;
  readonly groups: readonly MergedGroup[];
  readonly emptied: readonly Emptied[];
  readonly findings: readonly MergeFinding[];
  /** False where the forms do not go together: then there is nothing to write. */
  readonly isPossible: boolean;
}

/** Whether two tasks have the same level, or both none. */
export const isRatedAlike = (
  { placed: { task: a } }: TaskOrigin,
  { placed: { task: b } }: TaskOrigin,
): boolean => levelOf(a) === levelOf(b) && (a.unrated === undefined) === (b.unrated === undefined);

/** The task itself. */
export const taskOf = ({ origin }: { readonly origin: TaskOrigin }): Task => origin.placed.task;

/** Every task of a merged form, in its order. */
export const mergedTasks = (groups: readonly MergedGroup[]): MergedTask[] =>
  groups.flatMap(({ sections, tasks }) => [...sections.flatMap((section) => section.tasks), ...tasks]);
