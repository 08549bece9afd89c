import type { Path, Severity } from './finding.ts';
import type { Place } from './place.ts';
import type { Wording } from './wording.ts';

/** A finding that has its place and its sentences; what reporters print. */
export interface Diagnostic {
  readonly rule: string;
  /** Which of the rule's messages this is, such as `missing`; stable like the rule's id. */
  readonly messageId: string;
  readonly severity: Severity;
  readonly path: Path;
  /** What the finding is about, in words that outlast other changes: the text of its task. Folded to be compared. */
  readonly subject?: string | undefined;
  readonly place: Place;
  readonly message: string;
  /** How to fix it, in a sentence; absent where the message suffices. */
  readonly hint?: string | undefined;
}

/** What was found in one file. */
export interface FileReport {
  /** As named on the command line or found in a folder; `/` as separator. */
  readonly file: string;
  /** As the form gives it, on one line; absent where it gives none. */
  readonly unit?: string;
  /** The source text, for code frames; absent for Word files and for content that is not text. */
  readonly text?: string;
  /** Sorted by place, each once. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a reporter may say about a rule. */
export interface RuleInfo {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: Wording;
  readonly explanation: Wording;
  /** Absent where nothing that the rule finds is fixed automatically. */
  readonly fix?: { readonly summary: Wording };
}

/** The whole result of a run of `validate`. */
export interface Report {
  readonly toolVersion: string;
  readonly files: readonly FileReport[];
  /** Files found in folders that are not form files (no `form:` key). */
  readonly notForms: number;
  readonly rules: readonly RuleInfo[];
}
