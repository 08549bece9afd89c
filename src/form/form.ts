import type { Path } from '../diagnostics/finding.ts';

/** A text of the form and where it is. */
export interface Text {
  readonly value: string;
  readonly path: Path;
}

/**
 * A task (công việc cụ thể), or a duty of a position, as far as it has a shape. Faulty values stay as they
 * were written, so that the rules can speak of them.
 */
export interface Task {
  readonly path: Path;
  /**
   * The item is not a task at all (a list, a number, a map with none of a task's keys): it is counted, but no
   * rule checks it.
   */
  readonly isFaulty: boolean;
  readonly text?: Text | undefined;
  /** As written: “1.10”; empty where it is not a scalar. */
  readonly number?: Text | undefined;
  /** As written: “1.1.2”; empty where it is not a scalar. */
  readonly code?: Text | undefined;
  /** Absent where the key is absent; a level when it is an integer 1–5, else a fault. */
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
  /** Where the list of tasks is, if there is nothing in it. */
  readonly emptyTasks?: Path | undefined;
}

/** A group of work (nhóm công việc). */
export interface Group {
  /** As written, such as “II”. `ordinal` is the value that was meant (by “ii”, too); undefined if none can be. */
  readonly key: string;
  readonly ordinal: number | undefined;
  readonly path: Path;
  readonly title?: Text | undefined;
  /** The group holds nothing, neither well nor badly written. */
  readonly isEmpty: boolean;
  readonly positions: readonly Section[];
  readonly areas: readonly Section[];
  /** Tasks that are in the group without an area. */
  readonly tasks: readonly Task[];
}

/** Who signs, on the left (`preparedBy`) or on the right (`approvedBy`). */
export interface Signatory {
  readonly title?: Text | undefined;
  readonly name?: Text | undefined;
}

/**
 * A form as decoded: every part that has a shape, each with its path in the source. It may hold faults;
 * when validation found no error, it is complete.
 */
export interface Form {
  readonly parentUnit?: Text | undefined;
  readonly unit?: Text | undefined;
  /** Where `groups` is, if it exists and has the shape of a map or is empty. */
  readonly groupsPath?: Path | undefined;
  /** In the order in which they were written. */
  readonly groups: readonly Group[];
  readonly preparedBy?: Signatory | undefined;
  readonly approvedBy?: Signatory | undefined;
  readonly place?: Text | undefined;
  readonly date?: { readonly value: unknown; readonly path: Path } | undefined;
  readonly notes?: readonly Text[] | undefined;
}
