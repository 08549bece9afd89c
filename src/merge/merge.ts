import type { Path } from '../diagnostics/finding.ts';
import type { Form, Group, Section, Task } from '../form/form.ts';
import type { PlacedTask } from '../form/walk-form.ts';
import type { Source } from '../source/source.ts';

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

/** A task of the merged form, with the same task of other inputs, which are kept no second time. */
export interface MergedTask {
  readonly origin: TaskOrigin;
  readonly copies: TaskOrigin[];
  /** Absent where its list has no numbers. */
  number?: string;
  /** Absent where the task has none. */
  code?: string;
}

/** Where a section comes from: a position or an area, or a group whose tasks are in no area. */
export interface SectionOrigin {
  readonly input: number;
  readonly owner: Section | Group;
}

export interface MergedSection {
  readonly title: string;
  /** The first gives the section, the others join it. */
  readonly origins: SectionOrigin[];
  readonly tasks: MergedTask[];
  number?: string;
}

export interface MergedGroup {
  /** Its numeral. */
  readonly key: string;
  readonly kind: 'positions' | 'areas' | 'tasks';
  /** The first gives the group, the others join it. */
  readonly origins: readonly { readonly input: number; readonly group: Group }[];
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
export interface Emptied {
  readonly input: number;
  readonly owner: Section | Group;
  /** Where its first task is kept. */
  readonly keeper: MergedTask;
}

/** What of a form differs and is there only once. */
export type MergedField =
  | 'parentUnit'
  | 'unit'
  | 'preparedBy'
  | 'approvedBy'
  | 'place'
  | 'date'
  | 'groupTitle';

/** What people should know about a merge, before it has a sentence or a line number. */
export type MergeFinding =
  /** A task that another input has already. */
  | { readonly kind: 'duplicate'; readonly copy: TaskOrigin; readonly kept: TaskOrigin }
  /** The same task with another level; reported at both places. */
  | { readonly kind: 'level'; readonly at: TaskOrigin; readonly other: TaskOrigin; readonly kept: TaskOrigin }
  /**
   * The first value, and another one (empty where a form gives none); `others` counts what is said besides;
   * `isKept` whether the merged form has the first.
   */
  | {
      readonly kind: 'field';
      readonly field: MergedField;
      readonly at: At;
      readonly other: At;
      readonly values: readonly [first: string, other: string];
      readonly others: number;
      readonly isKept: boolean;
      readonly group?: string;
    }
  /** Tasks without an area, where the group has areas: they get one of their unit's name. */
  | {
      readonly kind: 'into-area';
      readonly at: At;
      readonly other: At;
      readonly group: string;
      readonly title: string;
    }
  /** Positions do not go together with areas or tasks. */
  | { readonly kind: 'positions'; readonly at: At; readonly other: At; readonly group: string }
  /** All tasks of a position, area or group are kept elsewhere. */
  | { readonly kind: 'emptied'; readonly at: At; readonly title: string }
  | { readonly kind: 'too-many-groups'; readonly at: At };

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

/** The task itself. */
export const taskOf = ({ origin }: { readonly origin: TaskOrigin }): Task => origin.placed.task;

/** Every task of a merged form, in its order. */
export const mergedTasks = (groups: readonly MergedGroup[]): MergedTask[] =>
  groups.flatMap(({ sections, tasks }) => [...sections.flatMap((section) => section.tasks), ...tasks]);
