import type { FileReport, RuleInfo } from '../diagnostics/diagnostic.ts';
import type { Severity } from '../diagnostics/finding.ts';
import type { Language, Wording } from '../diagnostics/wording.ts';
import type { Overview, ReportCounts } from './overview.ts';

/** How texts for people are written. */
export interface TextStyle {
  readonly language: Language;
  /** 0 none, 1 the sixteen basic colours, 2 256 colours, 3 true colour. */
  readonly colorLevel: 0 | 1 | 2 | 3;
  /** Columns of the terminal. */
  readonly width: number;
}

/** The sentences of the findings are made already. */
export interface ReporterOptions extends TextStyle {
  /** The address of the page that explains the rules, each under its id; absent where there is none. */
  readonly rulesPage?: string;
  /** The output is the log of a CI job, whose runner obeys commands in it: see `withoutCommands`. */
  readonly isObeyed?: boolean;
  /** Only how often each rule reported something is wanted, by formats that know it. */
  readonly onlyStatistics?: boolean;
}

/** What a report says of the tool. */
export interface ReportHead {
  readonly toolVersion: string;
  readonly rules: readonly RuleInfo[];
}

/** A file that could not be read as a form, and why, in a sentence. */
export interface UnreadFile {
  readonly file: string;
  readonly reason: string;
}

/** What came before the end of a report. */
export interface ReportEnd {
  readonly summary: ReportCounts;
  readonly overview: Pick<Overview, 'files' | 'rules'>;
  /** Warnings are neither reported nor counted. */
  readonly isQuiet?: boolean;
  /** No file had anything to report: every piece was empty. */
  readonly isEmpty: boolean;
  /** The configuration that was used, as messages call it; absent where there was none. */
  readonly config?: string;
  /** What could not be read, one sentence each. */
  readonly failures: readonly string[];
  /** Those of them that are files, with the sentence. */
  readonly failedFiles?: readonly UnreadFile[];
  /** Files found in folders that may hold forms and are not read, with the reason. */
  readonly unread?: readonly UnreadFile[];
  /** Where the run was stopped: whether by Ctrl-C or a signal, and the files that were not done. */
  readonly stopped?: { readonly isInterrupted: boolean; readonly notDone: readonly string[] };
  /** How many findings are not in the report, where the format has a limit. */
  readonly leftOut?: number;
}

/** The piece of one finding. */
export interface FindingText {
  readonly severity: Severity;
  readonly text: string;
}

/**
 * One format, in pieces, since a run can have more files than fit in memory. The texts are written as they
 * are, one after the other; the whole ends with a line feed, or is empty where the format has nothing to say.
 */
export interface Reporter {
  /** The text before the first piece. */
  open?(head: ReportHead, options: ReporterOptions): string;
  /**
   * What is reported of one file, finding by finding: a file may have half a million; may be empty. A format with a
   * limit gives a `FindingText` for each, other formats give texts.
   */
  file(report: FileReport, options: ReporterOptions): Iterable<string | FindingText>;
  /** The text between two pieces that are not empty. */
  readonly separator?: string;
  /** The text after the last piece. */
  close?(end: ReportEnd, options: ReporterOptions): string;
  /** The format is for people, to whom there is nothing to report where nothing was read. */
  readonly isForPeople?: true;
  /** Its end lists the files of the run: `ReportEnd.overview` has them. */
  readonly listsFiles?: true;
  /** Whoever reads the format finds files by their names from the root of the repository. */
  readonly namesFromRoot?: true;
  /** The text before the first piece that only the end of a run makes known, in a format with a limit. */
  before?(end: ReportEnd, options: ReporterOptions): string;
  /** For a format whose readers refuse more than `max`. */
  readonly limit?: {
    readonly max: number;
    /** What a finding counts towards it; 1 unless said otherwise. */
    readonly sizeOf?: (finding: FindingText) => number;
    /** What to say elsewhere of so many findings that are not in the report. */
    readonly leftOut?: (count: number) => Wording;
  };
}
