export type Severity = 'error' | 'warning';

/** Keys and 0-based indices that lead from the root of a form file to a value. */
export type Path = readonly (string | number)[];

/** The values that a rule's messages need for one finding. */
export type Facts = Readonly<Record<string, string | number>>;

/** A half-open range `[start, end)` in UTF-16 units. */
export type Range = readonly [start: number, end: number];

/**
 * One finding as data, before it has a sentence or a line number.
 *
 * `message` names one of the rule's own messages. `range` counts within the decoded text of the value at
 * `path`. `span` counts within the source text instead, for errors without a path (syntax).
 */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly path: Path;
  /** Whether the key or the value at `path` is meant; default: the value. */
  readonly at?: 'key' | 'value';
  readonly range?: Range;
  readonly span?: Range;
  readonly facts?: Facts;
}
