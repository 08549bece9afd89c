import type { Report } from '../diagnostics/diagnostic.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { summarize } from './summarize.ts';

/** A whole result in one format, where all of it is known. */
export function reportText(reporter: Reporter, report: Report, options: ReporterOptions): string {
  const pieces = report.files.map((file) => reporter.file(file, options)).filter((piece) => piece !== '');
  const end = { summary: summarize(report), isEmpty: pieces.length === 0, failures: [] };
  return reporter.open(report, options) + pieces.join(reporter.separator) + reporter.close(end, options);
}
