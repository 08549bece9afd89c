import type { Path } from '../diagnostics/finding.ts';

/** A text of the form and its path. */
export interface Text {
  readonly value: string;
  readonly path: Path;
}

/**
 * A task (công việc cụ thể), or a duty of a position, as far as it could be decoded. Invalid values stay as
 * written, so that the rules can report them.
 */
export interface Task {
  readonly path: Path;
  /**
   * The item is not a task (a list, a number, a map without any key of a task): it is counted, but no
   * rule checks it.
   */
  readonly isFaulty: boolean;
  readonly text?: Text | undefined;
  /** As written: “1.10”; empty if it is not a scalar. */
  readonly number?: Text | undefined;
  /** As written: “1.1.2”; empty if it is not a scalar. */
  readonly code?: Text | undefined;
  /** Absent if the key is; a valid level is an integer 1–5. */
  readonly complexity?: { readonly value: unknown; readonly path: Path } | undefined;
  /** The reason why the task has no level. */
  readonly unrated?: { readonly value: unknown; readonly path: Path } | undefined;
}

/** A position (chức vụ) with its duties, or an area (mảng công việc) with its tasks. */
export interface Section {
  readonly path: Path;
  readonly number?: Text | undefined;
  readonly title?: Text | undefined;
  readonly tasks: readonly Task[];
  /** The path of the list of tasks, if it is empty. */
  readonly emptyTasks?: Path | undefined;
}

/** A group of work (nhóm công việc). */
export interface Group {
  /** As written, such as “II”. `ordinal` is the number it means (“ii” as well); undefined if it means none. */
  readonly key: string;
  readonly ordinal: number | undefined;
  readonly path: Path;
  readonly title?: Text | undefined;
  /** The group has no content, valid or invalid. */
  readonly isEmpty: boolean;
  readonly positions: readonly Section[];
  readonly areas: readonly Section[];
  /** Tasks directly in the group, without an area. */
  readonly tasks: readonly Task[];
}

/** Who signs, on the left (`preparedBy`) or on the right (`approvedBy`). */
export interface Signatory {
  readonly title?: Text | undefined;
  readonly name?: Text | undefined;
}

/**
 * A decoded form: every part that could be decoded, with its path in the source. It may have errors;
 * if validation found none, it is complete.
 */
export interface Form {
  readonly parentUnit?: Text | undefined;
  readonly unit?: Text | undefined;
  /** The path of `groups`, if it is a map or empty. */
  readonly groupsPath?: Path | undefined;
  /** In the order in which they were written. */
  readonly groups: readonly Group[];
  readonly preparedBy?: Signatory | undefined;
  readonly approvedBy?: Signatory | undefined;
  readonly place?: Text | undefined;
  readonly date?: { readonly value: unknown; readonly path: Path } | undefined;
  readonly notes?: readonly Text[] | undefined;
}

/** A level of complexity (mức độ phức tạp). */
export type Level = 1 | 2 | 3 | 4 | 5;

export const levels: readonly Level[] = [1, 2, 3, 4, 5];

/** The level of a task; undefined if it has none or an invalid one. */
export function levelOf(task: Task): Level | undefined {
  return levels.find((level) => level === task.complexity?.value);
}
