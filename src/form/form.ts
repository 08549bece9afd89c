import type { Path } from '../diagnostics/finding.ts';

/** A text of the form and where it stands. */
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
  readonly text?: Text;
  /** As written: “1.10”. */
  readonly number?: Text;
  /** As written: “1.1.2”. */
  readonly code?: Text;
  /** Absent where the key is absent; a level when it is an integer 1–5, else a fault. */
  readonly complexity?: { readonly value: unknown; readonly path: Path };
  /** The reason why the task has no level. */
  readonly unrated?: { readonly value: unknown; readonly path: Path };
}

/** A position (chức vụ) with its duties, or an area (mảng công việc) with its tasks. */
export interface Section {
  readonly path: Path;
  readonly number?: Text;
  readonly title?: Text;
  readonly tasks: readonly Task[];
}

/** A group of work (nhóm công việc). */
export interface Group {
  /** The key as written, such as “II”; `ordinal` is its value, or undefined if it is no Roman numeral. */
  readonly key: string;
  readonly ordinal: number | undefined;
  readonly path: Path;
  readonly title?: Text;
  /** Which one of the three kinds of content the group holds; undefined when it has none, or several. */
  readonly holds: 'positions' | 'areas' | 'tasks' | undefined;
  readonly positions: readonly Section[];
  readonly areas: readonly Section[];
  /** Tasks that stand in the group without an area. */
  readonly tasks: readonly Task[];
}

/** Who signs, on the left (`preparedBy`) or on the right (`approvedBy`). */
export interface Signatory {
  readonly title?: Text;
  readonly name?: Text;
}

/**
 * A form as decoded: every part that has a shape, each with its path in the source. It may hold faults;
 * when validation found no error, it is complete.
 */
export interface Form {
  readonly parentUnit?: Text;
  readonly unit?: Text;
  /** In the order in which they were written. */
  readonly groups: readonly Group[];
  readonly preparedBy?: Signatory;
  readonly approvedBy?: Signatory;
  readonly place?: Text;
  readonly date?: { readonly value: unknown; readonly path: Path };
  readonly notes?: readonly Text[];
}
