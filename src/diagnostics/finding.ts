import type { Wording } from './wording.ts';

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

/** A point in a text: `offset` 0-based, `line` and `column` 1-based, all in UTF-16 units. */
export interface Point {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A span of a text file; `end` is exclusive. */
export interface TextPlace {
  readonly kind: 'text';
  readonly start: Point;
  readonly end: Point;
}

/** A row, or one cell of it, in a table of a Word document; all counts 1-based. */
export interface TablePlace {
  readonly kind: 'table';
  readonly table: number;
  readonly row: number;
  readonly column?: number;
  /** The name of the row in the form, such as “II, 2.18”. */
  readonly label?: string;
}

/** A paragraph of a Word document outside its tables, 1-based; without a number, the whole document. */
export interface DocumentPlace {
  readonly kind: 'document';
  readonly paragraph?: number;
}

/** Where a diagnostic points. */
export type Place = TextPlace | TablePlace | DocumentPlace;

/**
 * One step of a fix, in terms of the form: `editText` applies it to a text, whatever its format.
 * The last four concern the source text itself, for errors without a path (syntax).
 */
export type Change =
  /** Replaces a range of the text at `path` by `text`. */
  | { readonly kind: 'replace'; readonly path: Path; readonly range: Range; readonly text: string }
  /** Replaces the value at `path`: a number unquoted, a text in its existing quotes. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: string | number }
  /**
   * Inserts the key at the end of `path` before the key `before`, else first. If there is a text instead of the map,
   * it becomes the value of `before`.
   */
  | { readonly kind: 'add'; readonly path: Path; readonly before: string; readonly value: string }
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'rename'; readonly path: Path; readonly key: string }
  /** Quotes the value at `path`, which was meant as a text as written. */
  | { readonly kind: 'quote'; readonly path: Path }
  /** Quotes key and value at `path`, which were meant as one text: the value of the key `under`, or the item itself. */
  | { readonly kind: 'quote-pair'; readonly path: Path; readonly under: string }
  /** Quotes the unquoted text at an offset of the source. */
  | { readonly kind: 'quote-at'; readonly offset: number }
  | { readonly kind: 'insert'; readonly offset: number; readonly text: string }
  /** Replaces indentation tabs by spaces, if there is only one way to read the result. */
  | { readonly kind: 'expand-tabs' }
  /** Writes the unchanged text as UTF-8. @param from its encoding */
  | { readonly kind: 'to-utf8'; readonly from: string };

/** A finding with its place and its sentences, as reporters print it. */
export interface Diagnostic {
  readonly rule: string;
  /** The id of the message within the rule, such as `missing`; stable like the rule's id. */
  readonly messageId: string;
  readonly severity: Severity;
  readonly path: Path;
  /** What the finding is about, stable under other changes: the text of its task. Folded for comparing. */
  readonly subject?: string | undefined;
  readonly place: Place;
  readonly message: string;
  /** How to fix it, in a sentence; absent if the message suffices. */
  readonly hint?: string | undefined;
}

/** The findings in one file. */
export interface FileReport {
  /** As named on the command line or found in a folder, with `/` as separator. */
  readonly file: string;
  /** As in the form, on one line; absent if it has none. */
  readonly unit?: string;
  /** The source text, for code frames; absent for Word files and for content that is not text. */
  readonly text?: string;
  /** Sorted by place, each once. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What reporters know about a rule. */
export interface RuleInfo {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: Wording;
  readonly explanation: Wording;
  /** Absent if none of its findings can be fixed automatically. */
  readonly fix?: { readonly summary: Wording };
}

/** The result of a run of `validate`. */
export interface Report {
  readonly toolVersion: string;
  readonly files: readonly FileReport[];
  /** Files found in folders that are not form files (no `form:` key). */
  readonly notForms: number;
  readonly rules: readonly RuleInfo[];
}
