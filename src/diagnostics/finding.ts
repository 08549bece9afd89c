export type Severity = 'error' | 'warning';

/** Keys and 0-based indices that lead from the top of a form file to a value. */
export type Path = readonly (string | number)[];

/** What a rule's wording needs to know about one finding. */
export type Facts = Readonly<Record<string, string | number>>;

/** A half-open range `[start, end)` in UTF-16 units. */
export type Range = readonly [start: number, end: number];

/**
 * One fault as data, before it has a sentence or a line number.
 *
 * `message` names one of the rule's own messages. `range` counts within the decoded text of the value at
 * `path`. `span` counts within the source text instead: for faults that no path can name (syntax).
 */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly path: Path;
  /** Whether the key or the value at `path` is meant; the value unless said otherwise. */
  readonly at?: 'key' | 'value';
  readonly range?: Range;
  readonly span?: Range;
  readonly facts?: Facts;
}
