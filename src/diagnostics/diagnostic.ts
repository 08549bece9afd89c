import type { Path, Severity } from './finding.ts';
import type { Place } from './place.ts';
import type { Wording } from './wording.ts';

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
