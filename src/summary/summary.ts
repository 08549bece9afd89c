import type { Cells } from './cells.ts';
import type { RuleCount } from './form-facts.ts';

/** The forms of one unit together. */
export interface UnitSummary {
  /** As first written; a form that names none stands for itself, under the name of its file. */
  readonly name: string;
  readonly isFile: boolean;
  /** Empty where the forms name none. */
  readonly parentUnit: string;
  /** Another unit has this name under another parent. */
  readonly isAmbiguous: boolean;
  readonly forms: number;
  readonly cells: Cells;
  /** Which of the groups I–III (1–3) no form of the unit has. */
  readonly missingGroups: readonly number[];
  readonly errors: number;
  readonly warnings: number;
}

/** What is looked at to find unusual units. */
export type MeasureId = 'high' | 'low' | 'unrated' | 'missing' | 'leadership' | 'support' | 'tasks';

/** A unit that differs from most others in one respect. */
export interface Outlier {
  readonly unit: UnitSummary;
  readonly measure: MeasureId;
  /** Of the unit: a share from 0 to 1; for `tasks` their number. */
  readonly value: number;
  /** How many tasks the share is a part of. */
  readonly of: number;
  /** Of all units that were compared. */
  readonly median: number;
  /** How many those are. */
  readonly units: number;
  /** How far the value is from the median, in robust standard deviations; negative below it. */
  readonly score: number;
}

/** A task whose text, folded, stands in the forms of several units. */
export interface SharedTask {
  readonly text: string;
  readonly units: number;
  /** The greatest number of units that it may be; more than `units` only where those are an estimate. */
  readonly atMost: number;
  /** Which levels it was given, each once. */
  readonly levels: readonly number[];
  /** A few of the units, in the order in which they were read. */
  readonly examples: readonly UnitSummary[];
}

/** What is known of tasks that several units share. */
export interface SharedTasks {
  /** Those in most units, most first. */
  readonly top: readonly SharedTask[];
  /** How many texts stand in more than one unit. */
  readonly texts: number;
  /** How many different texts there are. */
  readonly of: number;
  /**
   * 0 where every number is exact. Else texts in up to so many units may have been missed, and the two counts of
   * texts are lower bounds.
   */
  readonly floor: number;
  /** Forms of one unit stood so far apart that a text of it may be counted twice. */
  readonly mayRepeat: boolean;
}

/** How often a rule spoke, and in how many forms. */
export interface RuleSummary extends RuleCount {
  readonly forms: number;
}

/** Many forms in figures. */
export interface Summary {
  readonly toolVersion: string;
  readonly forms: number;
  /** Files that could not be read as forms. */
  readonly unreadable: number;
  readonly cells: Cells;
  /** Those with most tasks first. */
  readonly units: readonly UnitSummary[];
  /** Most findings first. */
  readonly rules: readonly RuleSummary[];
  /** The most unusual first. */
  readonly outliers: readonly Outlier[];
  readonly shared: SharedTasks;
}
