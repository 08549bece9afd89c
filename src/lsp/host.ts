import type { FileReport, Finding, Range } from '../diagnostics/finding.ts';
import type { Wording } from '../diagnostics/wording.ts';
import type { Source } from '../source/source.ts';
import type { InspectOptions } from '../validate.ts';

/** The client's settings; languages are names of locales or languages. */
export interface ClientSettings {
  /** The language set for bieu2, in the client's options. */
  readonly chosen?: string;
  readonly locale?: string;
  /** The open folders, as URIs: a document in one of them is checked as in a run from there. */
  readonly folders: readonly string[];
}

/** How to check one document, and what prevents checking it as configured. */
export interface DocumentSettings {
  readonly options: InspectOptions;
  readonly isExcluded: boolean;
  readonly withoutKnown?: (report: FileReport) => FileReport;
  /** Checks a value by the office's own schema in another thread. Never rejects. */
  readonly bySchema?: (value: unknown) => Promise<readonly Finding[]>;
  /** What is wrong with the configuration; the options are then the defaults. */
  readonly problem?: HostProblem;
}

export interface HostProblem {
  readonly message: string;
  readonly file?: { readonly uri: string; readonly text: string };
}

/** An error in a configuration that is being edited. */
export interface ConfigFault {
  /** In the text of the configuration, without a byte order mark. */
  readonly span: Range;
  readonly message: Wording;
}

/** What the server needs of its environment. */
export interface Host {
  readonly version: string;
  /** The JSON Schema of forms, which describes each field. */
  readonly formSchema: unknown;
  isGone(pid: number): boolean;
  /** Reads the configuration of a document. Never throws. */
  settingsFor(uri: string, client: ClientSettings): Promise<DocumentSettings>;
  isForm(source: Source): boolean;
  /** Undefined for a document that is not a configuration of bieu2. */
  configFaults(uri: string, text: string): readonly ConfigFault[] | undefined;
}
