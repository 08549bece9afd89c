import type { FileReport, Report } from '../diagnostics/finding.ts';
import { LimitedFindings } from './limit-findings.ts';
import { summarize } from './overview.ts';
import type { FindingText, Reporter, ReporterOptions } from './reporter.ts';

/** A complete result in one format. */
export function reportText(reporter: Reporter, report: Report, options: ReporterOptions): string {
  const { limit } = reporter;
  const limited = limit && new LimitedFindings(limit.max, limit.sizeOf);
  const texts: string[] = [];
  for (const file of report.files) {
    if (limited) limited.addFile(reporter.file(file, options));
    else texts.push(fileText(reporter, file, options));
  }
  const pieces = (limited?.texts ?? texts).filter((text) => text !== '');
  const { summary, overview } = summarize(report);
  const leftOut = limited ? summary.errors + summary.warnings - pieces.length : 0;
  const end = { summary, overview, isEmpty: pieces.length === 0, failures: [], leftOut };
  return [
    reporter.open?.(report, options),
    reporter.before?.(end, options),
    pieces.join(reporter.separator ?? ''),
    reporter.close?.(end, options),
  ].join('');
}

/** The report of one file as one text. */
export const fileText = (reporter: Reporter, file: FileReport, options: ReporterOptions): string =>
  [...reporter.file(file, options)].map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

/** How many UTF-16 units are written or sent to another thread at once. */
const blockLength = 16_384;

/** Joins the texts of findings into nonempty blocks; findings with a size stay as they are. */
export function* inBlocks(pieces: Iterable<string | FindingText>): Generator<string | FindingText> {
  let block = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      yield piece;
      continue;
    }
    block += piece;
    if (block.length < blockLength) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}
