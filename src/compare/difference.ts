import type { Path } from '../diagnostics/finding.ts';
import type { Level } from '../form/form.ts';
import type { DiffSegment } from './word-difference.ts';

/** A part of a form: its place and its content. */
export interface Part {
  readonly path: Path;
  /** For groups and their parts: “II”. */
  readonly group?: string;
  readonly section?: SectionName;
  /** As written, else as counted; for a duty its index within its position. */
  readonly number?: string;
  readonly code?: string;
  /** The title of a group, position or area; else the text itself. */
  readonly text: string;
  readonly rating?: TaskRating;
}

export interface SectionName {
  readonly kind: 'position' | 'area';
  readonly number: string;
  readonly title: string;
}

/** How a task is rated. */
export interface TaskRating {
  /** Null if it has no level. */
  readonly level: Level | null;
  /** The reason for having none, or the invalid value as written. */
  readonly note?: string;
}

/** The subject of a difference: a part of a group, or a field that a form has once. */
export type Subject =
  | ('group' | 'position' | 'area' | 'task')
  | ('parentUnit' | 'unit' | 'place' | 'date' | 'note')
  | `${'preparedBy' | 'approvedBy'}${'Title' | 'Name'}`;

/** One change of a part that both forms have. */
export type PartChange =
  | { readonly kind: 'moved'; readonly from: Part; readonly to: Part }
  | { readonly kind: 'reworded'; readonly words: readonly DiffSegment[] }
  /** A higher or lower level, a level added or removed, or another reason for having none. */
  | {
      readonly kind: 'raised' | 'lowered' | 'rated' | 'unrated' | 'reason';
      readonly from: TaskRating;
      readonly to: TaskRating;
    }
  | { readonly kind: 'number' | 'code'; readonly from: string | null; readonly to: string | null };

/** A part that only one of the forms has, or that was changed. */
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

/** Two forms and their differences. */
export interface Comparison {
  readonly toolVersion: string;
  /** The names of the files. */
  readonly before: string;
  readonly after: string;
  readonly differences: readonly Difference[];
}

export interface CompareOptions {
  /**
   * One of the forms is a Word form: it has no reasons for unrated tasks, and prints signatory titles and
   * notes in the template's words where a form file omits them. Neither is compared.
   */
  readonly withWord?: boolean;
}
