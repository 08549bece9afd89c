import type { FileReport } from '../../diagnostics/finding.ts';
import { reporters } from '../../reporters/index.ts';
import { reportText } from '../../reporters/report-text.ts';
import type { ReporterOptions } from '../../reporters/reporter.ts';
import { version } from '../../version.ts';
import type { Context } from '../context.ts';
import type { Output } from '../io/io.ts';
import type { RunRecord } from './run-record.ts';

/** The style in which commands other than `validate` report findings. */
export interface FindingsStyle {
  readonly format: 'pretty' | 'line';
  readonly style: ReporterOptions;
}

/** Code frames at a terminal, else one line each. */
export const findingsStyle = (output: Output, { styleFor }: Context): FindingsStyle => ({
  format: output.isTTY ? 'pretty' : 'line',
  style: styleFor(output),
});

/** Writes the findings of files, if any. */
export async function showFindings(
  reports: readonly FileReport[],
  output: Output,
  context: Context,
): Promise<void> {
  const files = reports.filter(({ diagnostics }) => diagnostics.length > 0);
  if (files.length === 0) return;
  const { format, style } = findingsStyle(output, context);
  const report = { toolVersion: version, files, notForms: 0, rules: [] };
  output.write(context.forPeople(reportText(await reporters[format](), report, style)));
}

/** The line after the findings of a run: their number; empty if there are none. */
export async function findingsEnd(
  { files, counts, context }: RunRecord,
  { format, style }: FindingsStyle,
): Promise<string> {
  if (files === 0) return '';
  const reporter = await reporters[format]();
  // A failure need not concern reading.
  const summary = { ...counts, unreadable: 0 };
  const overview = { files: [], rules: [] };
  const end = { summary, overview, isEmpty: false, failures: [] };
  return context.forPeople(reporter.close?.(end, style) ?? '');
}
