import { reporters } from '../../reporters/index.ts';
import type { ReporterOptions } from '../../reporters/reporter.ts';
import type { RunRecord } from './run-record.ts';

/** How findings are reported that keep a file from being written. */
export interface FindingsStyle {
  readonly format: 'pretty' | 'line';
  readonly style: ReporterOptions;
}

/** What follows the findings of a run: their number; empty where there are none. */
export async function findingsEnd(
  { files, skipped, errors, warnings }: RunRecord,
  { format, style }: FindingsStyle,
): Promise<string> {
  if (files === 0) return '';
  const reporter = await reporters[format]();
  const summary = { files, passedOver: skipped.length, errors, warnings };
  return reporter.close({ summary, isEmpty: false, failures: [] }, style);
}
