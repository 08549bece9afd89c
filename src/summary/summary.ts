import type { RuleTotal } from '../diagnostics/count-findings.ts';
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

/** The measures for finding unusual units. */
export type MeasureId = 'high' | 'low' | 'unrated' | 'missing' | 'leadership' | 'support' | 'tasks';

/** A unit that differs from most others in one respect. */
export interface Outlier {
  readonly unit: UnitSummary;
  readonly measure: MeasureId;
  /** The unit's value: a share from 0 to 1; for `tasks` their number. */
  readonly value: number;
  /** How many tasks the share refers to. */
  readonly of: number;
  /** The median of all compared units. */
  readonly median: number;
  readonly units: number;
  /** How far the value is from the median, in robust standard deviations; negative below it. */
  readonly score: number;
}

/** A task whose text, folded, is in the forms of several units. */
export interface SharedTask {
  readonly text: string;
  readonly units: number;
  /** The levels it was given, each once. */
  readonly levels: readonly number[];
  /** A few of the units, in the order in which they were read. */
  readonly examples: readonly UnitSummary[];
}

/** The tasks that several units share. */
export interface SharedTasks {
  /** Those in most units, most first. */
  readonly top: readonly SharedTask[];
  /** How many texts are in more than one unit. */
  readonly texts: number;
  /** How many different texts were compared. */
  readonly of: number;
  /** How many tasks were not compared, since the maximum of texts was reached. */
  readonly leftOut: number;
}

export interface RuleSummary extends RuleTotal {
  /** The files of a few forms, those with errors first. */
  readonly examples: readonly string[];
}

/** What a summary leaves out. */
export interface LeftOut {
  readonly unreadable: readonly UnreadFile[];
  /** Files in folders that are not forms. */
  readonly skipped: readonly string[];
}

/** Many forms in figures. */
export interface Summary extends LeftOut {
  readonly toolVersion: string;
  readonly forms: number;
  readonly formsWithErrors: number;
  readonly cells: Cells;
  /** Those with errors first; then by name. */
  readonly units: readonly UnitSummary[];
  /** Most findings first. */
  readonly rules: readonly RuleSummary[];
  /** The most unusual first. */
  readonly outliers: readonly Outlier[];
  readonly shared: SharedTasks;
}
