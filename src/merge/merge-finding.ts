import type { At, TaskOrigin } from './merge.ts';

/** What of a form differs and can stand there only once. */
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
  /** The same task with another level; told at both places. */
  | { readonly kind: 'level'; readonly at: TaskOrigin; readonly other: TaskOrigin; readonly kept: TaskOrigin }
  /**
   * The first value, and another one (empty where a form gives none); `others` counts what is said besides;
   * `isKept` whether the first stands in the merged form.
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
