import type { Report } from '../diagnostics/diagnostic.ts';
import type { Language } from '../diagnostics/wording.ts';

export interface ReporterOptions {
  /** Of the reporter's own words; the sentences of the findings are made already. */
  readonly language: Language;
  /** 0 none, 1 the sixteen basic colours, 2 256 colours, 3 true colour. */
  readonly colorLevel: 0 | 1 | 2 | 3;
  /** Columns of the terminal. */
  readonly width: number;
}

/**
 * Turns the result of a run into one format. The text is to be written as it is: it ends with a line feed, or
 * is empty where the format has nothing to say.
 */
export type Reporter = (report: Report, options: ReporterOptions) => string;
