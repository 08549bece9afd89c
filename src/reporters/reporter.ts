import type { FileReport, RuleInfo, Severity } from '../diagnostics/finding.ts';
import type { Language, Wording } from '../diagnostics/wording.ts';
import type { Overview, ReportCounts } from './overview.ts';

/** The style of texts for people. */
export interface TextStyle {
  readonly language: Language;
  /** 0 none, 1 the sixteen basic colours, 2 256 colours, 3 true colour. */
  readonly colorLevel: 0 | 1 | 2 | 3;
  readonly width: number;
}

/** The sentences of the findings are already in the chosen language. */
export interface ReporterOptions extends TextStyle {
  /** The address of the page that explains the rules, each under its id; absent if there is none. */
  readonly rulesPage?: string;
  /** Only counts by rule, in formats that support it. */
  readonly onlyStatistics?: boolean;
}

/** What a report says about the tool. */
export interface ReportHead {
  readonly toolVersion: string;
  readonly rules: readonly RuleInfo[];
}

/** A file that could not be read as a form, and why, in a sentence. */
export interface UnreadFile {
  readonly file: string;
  readonly reason: string;
}

/** What is known at the end of a report. */
export interface ReportEnd {
  readonly summary: ReportCounts;
  readonly overview: Pick<Overview, 'files' | 'rules'>;
  /** Warnings are neither reported nor counted. */
  readonly isQuiet?: boolean;
  /** Whether every piece was empty. */
  readonly isEmpty: boolean;
  /** The name of the configuration used; absent if there was none. */
  readonly config?: string;
  /** What could not be read, one sentence each. */
  readonly failures: readonly string[];
  /** Those failures that concern files. */
  readonly failedFiles?: readonly UnreadFile[];
  /** Files found in folders that may be forms and are not read, with the reason. */
  readonly unread?: readonly UnreadFile[];
  /** If the run was stopped: whether by Ctrl-C or a signal, and the files not done. */
  readonly stopped?: { readonly isInterrupted: boolean; readonly notDone: readonly string[] };
  /** How many findings are left out of a format with a limit. */
  readonly leftOut?: number;
}

export interface FindingText {
  readonly severity: Severity;
  readonly text: string;
}

/**
 * One format, in pieces, since a run can have more files than fit in memory. The texts are concatenated
 * as they are; the result ends with a line feed, or is empty if there is nothing to report.
 */
export interface Reporter {
  /** The text before the first piece. */
  open?(head: ReportHead, options: ReporterOptions): string;
  /**
   * The report on one file, finding by finding, since a file may have half a million; may be empty. A format with a
   * limit gives a `FindingText` for each, other formats give texts.
   */
  file(report: FileReport, options: ReporterOptions): Iterable<string | FindingText>;
  /** The text between two pieces that are not empty. */
  readonly separator?: string;
  /** The text after the last piece. */
  close?(end: ReportEnd, options: ReporterOptions): string;
  /** The format is for people, who get no report if nothing was read. */
  readonly isForPeople?: true;
  /** Its end lists the files of the run, from `ReportEnd.overview`. */
  readonly listsFiles?: true;
  /** File names are relative to the root of the repository. */
  readonly namesFromRoot?: true;
  /** In a format with a limit, the text before the first piece that is known only at the end. */
  before?(end: ReportEnd, options: ReporterOptions): string;
  /** For a format whose consumers refuse more than `max`. */
  readonly limit?: {
    readonly max: number;
    /** The size of a finding towards the limit; default: 1. */
    readonly sizeOf?: (finding: FindingText) => number;
    /** The note about findings that are left out. */
    readonly leftOut?: (count: number) => Wording;
  };
}
