import type { FileReport } from '../diagnostics/diagnostic.ts';
import type { Finding, Range } from '../diagnostics/finding.ts';
import type { Wording } from '../diagnostics/wording.ts';
import type { Source } from '../source/source.ts';
import type { InspectOptions } from '../validate.ts';

/** What the client says about itself; languages by the name of a locale or of a language. */
export interface ClientSettings {
  /** Set for bieu2, in the client's options. */
  readonly chosen?: string;
  /** That of the client's own interface. */
  readonly locale?: string;
  /** The folders that are open, as URIs: a document in one of them is checked as in a run from there. */
  readonly folders: readonly string[];
}

/** How one document is checked, and what keeps it from being checked as configured. */
export interface DocumentSettings {
  readonly options: InspectOptions;
  /** The configuration leaves this document out. */
  readonly isExcluded: boolean;
  /** Leaves out the findings that a baseline knows. */
  readonly withoutKnown?: (report: FileReport) => FileReport;
  /** Checks a value by the office's own schema, elsewhere. Never rejects. */
  readonly bySchema?: (value: unknown) => Promise<readonly Finding[]>;
  /** What is wrong with the configuration; the options are then the defaults. */
  readonly problem?: HostProblem;
}

export interface HostProblem {
  readonly message: string;
  /** The configuration file, where the fault is in it. */
  readonly file?: { readonly uri: string; readonly text: string };
}

/** Something that is wrong with a configuration while it is edited. */
export interface ConfigFault {
  /** In the text of the configuration, without a byte order mark. */
  readonly span: Range;
  readonly message: Wording;
}

/** What the server needs of its environment. */
export interface Host {
  readonly version: string;
  /** The JSON Schema of forms, which says what each field means. */
  readonly formSchema: unknown;
  /** Reads the configuration that holds for a document. Never throws. */
  settingsFor(uri: string, client: ClientSettings): Promise<DocumentSettings>;
  isForm(source: Source): boolean;
  /** Undefined for a document that is not a configuration of bieu2. */
  configFaults(uri: string, text: string): readonly ConfigFault[] | undefined;
}
