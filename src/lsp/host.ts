import type { FileReport } from '../diagnostics/diagnostic.ts';
import type { Range } from '../diagnostics/finding.ts';
import type { Wording } from '../diagnostics/wording.ts';
import type { Source } from '../source/source.ts';
import type { ValidateOptions } from '../validate.ts';

/** What the client says about its language, each by the name of a locale or of a language. */
export interface ClientLanguage {
  /** Set for bieu2, in the client's options. */
  readonly chosen?: string;
  /** That of the client's own surface. */
  readonly locale?: string;
}

/** How one document is checked, and whether it cannot be checked as it ought to be. */
export interface DocumentSettings {
  readonly options: ValidateOptions;
  /** The configuration leaves this document out. */
  readonly isExcluded: boolean;
  /** Leaves out the findings that a baseline knows. */
  readonly withoutKnown?: (report: FileReport) => FileReport;
  /** What is wrong with the configuration, in a sentence; the options are then the tool's own. */
  readonly problem?: string;
}

/** Something that is wrong with a configuration while it is edited. */
export interface ConfigFault {
  /** In the text of the configuration, without a byte order mark. */
  readonly span: Range;
  readonly message: Wording;
}

/** What the server is given of the world around it. */
export interface Host {
  readonly version: string;
  /** The JSON Schema of forms, which says what each field means. */
  readonly formSchema: unknown;
  /** Reads the configuration that holds for a document anew. Never throws. */
  settingsFor(uri: string, client: ClientLanguage): Promise<DocumentSettings>;
  isForm(source: Source): boolean;
  /** Undefined for a document that is no configuration of bieu2. */
  configFaults(uri: string, text: string): readonly ConfigFault[] | undefined;
}
