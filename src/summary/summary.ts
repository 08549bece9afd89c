import type { UnreadFile } from '../reporters/reporter.ts';
import type { Cells } from './cells.ts';

/** A form that was summed up. */
export interface FormSummary {
  readonly file: string;
  readonly errors: number;
  readonly warnings: number;
  readonly tasks: number;
}

/** The forms of one unit. */
export interface UnitSummary {
  /** As first written; empty for a form that names none, which is a unit of its own. */
  readonly name: string;
  /** Empty if the forms name none. */
  readonly parentUnit: string;
  /** Whether another unit has this name under another parent. */
  readonly isAmbiguous: boolean;
  /** In the order in which they were read. */
  readonly forms: readonly FormSummary[];
  readonly cells: Cells;
  /** Which of the groups I–III (1–3) no form of the unit has. */
  readonly missingGroups: readonly number[];
  readonly errors: number;
  readonly warnings: number;
}

/** What a summary leaves out. */
export interface LeftOut {
  readonly unreadable: readonly UnreadFile[];
  /** Files in folders that are not forms. */
  readonly skipped: readonly string[];
}
