import type { Facts, Path } from '../diagnostics/finding.ts';
import { type Form, type Group, levelOf, type Section, type Task } from '../form/form.ts';
import type { PlacedTask } from '../form/walk-form.ts';
import type { Source } from '../source/source.ts';
import type { mergeRules } from './merge-rules.ts';

/** A form to merge, without errors. */
export interface MergeInput {
  readonly source: Source;
  readonly form: Form;
  /** The same values as YAML, if the source is not text. */
  readonly yaml?: string;
}

/** Something in one of the inputs; `input` counts from 0. */
export interface At {
  readonly input: number;
  readonly path: Path;
}

/** A task of an input, and its name there. */
export interface TaskOrigin {
  readonly input: number;
  readonly placed: PlacedTask;
}

/** The origin of a group or section; a section may also come from a group without areas. */
export interface Origin<Owner = Section | Group> {
  readonly input: number;
  readonly owner: Owner;
}

/** An item of the merged form: from `origin`, joined by the `copies` of later inputs. */
export interface Merged<From> {
  readonly origin: From;
  readonly copies: From[];
}

export interface MergedTask extends Merged<TaskOrigin> {
  /** Absent if its list has no numbers. */
  number?: string;
  /** Absent if the task has none. */
  code?: string;
}

export interface MergedSection extends Merged<Origin> {
  readonly title: string;
  readonly tasks: MergedTask[];
  number?: string;
}

export interface MergedGroup extends Merged<Origin<Group>> {
  readonly key: string;
  readonly kind: 'positions' | 'areas' | 'tasks';
  /** Positions or areas; empty where the group holds tasks directly. */
  readonly sections: readonly MergedSection[];
  readonly tasks: readonly MergedTask[];
}

/** A section or group whose tasks are all duplicates. */
export interface Emptied extends Origin {
  /** The merged task that keeps its first task. */
  readonly keeper: MergedTask;
}

/** A finding of a merge, before it has a sentence or a line number. */
export interface MergeFinding {
  readonly kind: keyof typeof mergeRules;
  readonly at: At;
  readonly other?: At;
  readonly facts: Facts;
}

/** The level of a task; “unrated” if it has none on purpose, else empty. */
export const ratingOf = ({ placed: { task } }: TaskOrigin): number | 'unrated' | '' =>
  levelOf(task) ?? (task.unrated ? 'unrated' : '');

/** Whether two tasks have the same level, or none. */
export const isRatedAlike = (a: TaskOrigin, b: TaskOrigin): boolean => ratingOf(a) === ratingOf(b);

export const taskOf = ({ origin }: { readonly origin: TaskOrigin }): Task => origin.placed.task;

/** Every task of a merged form, in its order. */
export const mergedTasks = (groups: readonly MergedGroup[]): MergedTask[] =>
  groups.flatMap(({ sections, tasks }) => [...sections.flatMap((section) => section.tasks), ...tasks]);
