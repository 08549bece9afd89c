import type { Path } from '../diagnostics/finding.ts';
import type { Level } from '../form/level.ts';
import type { DiffSegment } from './word-difference.ts';

/** A part of a form: where it is and what it says. */
export interface Part {
  readonly path: Path;
  /** Of groups and what is in them: “II”. */
  readonly group?: string;
  /** The position or area of a task. */
  readonly section?: SectionName;
  /** As written, else as counted; of a duty its place within its position. */
  readonly number?: string;
  readonly code?: string;
  /** The title of a group, position or area; else the text itself. */
  readonly text: string;
  /** Of tasks. */
  readonly rating?: TaskRating;
}

export interface SectionName {
  readonly kind: 'position' | 'area';
  readonly number: string;
  readonly title: string;
}

/** How a task is rated. */
export interface TaskRating {
  /** Null where it has no level. */
  readonly level: Level | null;
  /** The reason for having none, or the faulty value as written. */
  readonly note?: string;
}

/** What a difference is about: parts of groups, or what a form has once. */
export type Subject =
  | ('group' | 'position' | 'area' | 'task')
  | ('parentUnit' | 'unit' | 'place' | 'date' | 'note')
  | `${'preparedBy' | 'approvedBy'}${'Title' | 'Name'}`;

/** One thing that was changed about a part that both forms have. */
export type PartChange =
  | { readonly kind: 'moved'; readonly from: Part; readonly to: Part }
  | { readonly kind: 'reworded'; readonly words: readonly DiffSegment[] }
  /** To a higher or a lower level, from none to one, from one to none, or another reason for none. */
  | {
      readonly kind: 'raised' | 'lowered' | 'rated' | 'unrated' | 'reason';
      readonly from: TaskRating;
      readonly to: TaskRating;
    }
  | { readonly kind: 'number' | 'code'; readonly from: string | null; readonly to: string | null };

/** A part that only one of the forms has, or that both have and that was changed. */
export type Difference =
  | { readonly kind: 'added'; readonly subject: Subject; readonly after: Part }
  | { readonly kind: 'removed'; readonly subject: Subject; readonly before: Part }
  | {
      readonly kind: 'changed';
      readonly subject: Subject;
      readonly before: Part;
      readonly after: Part;
      readonly changes: readonly PartChange[];
    };

/** Two forms, and what changed from one to the other. */
export interface Comparison {
  readonly toolVersion: string;
  /** The names of the files. */
  readonly before: string;
  readonly after: string;
  readonly differences: readonly Difference[];
}

export interface CompareOptions {
  /**
   * One of the forms is a Word form: it has no reasons for leaving tasks unrated, and prints titles of who signs and
   * notes in the template's words where a form file leaves them out. Neither is compared.
   */
  readonly withWord?: boolean;
}
