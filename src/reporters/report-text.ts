import type { FileReport, Report } from '../diagnostics/finding.ts';
import type { Wording } from '../diagnostics/wording.ts';
import { LimitedFindings } from './limit-findings.ts';
import { summarize } from './overview.ts';
import type { FindingText, ReportEnd, Reporter, ReporterOptions, ReportHead } from './reporter.ts';

/** A report that is written while files are still being checked. */
export interface OpenReport {
  /** Adds the texts of one file. */
  add(texts: Iterable<string | FindingText>): void | Promise<void>;
  /** Completes the report. Returns a note on findings that do not fit into it. */
  close(end: Omit<ReportEnd, 'isEmpty' | 'leftOut'>): Wording | undefined | Promise<undefined>;
}

/** Begins a report in one format. @param write receives its texts, which are not empty */
export function openReport(
  reporter: Reporter,
  head: ReportHead,
  options: ReporterOptions,
  write: (text: string) => void,
): OpenReport {
  const { limit, separator = '' } = reporter;
  const limited = limit && new LimitedFindings(limit.max, limit.sizeOf);
  let isEmpty = true;
  const put = (text = '') => {
    if (text !== '') write(text);
  };
  put(reporter.open?.(head, options));
  return {
    add(texts) {
      limited?.addFile(texts);
      if (limited) return;
      let before = isEmpty ? '' : separator;
      for (const text of texts) {
        if (typeof text !== 'string' || text === '') continue;
        write(before + text);
        before = '';
        isEmpty = false;
      }
    },
    close(end) {
      const texts = limited?.texts ?? [];
      const leftOut = limited ? end.summary.errors + end.summary.warnings - texts.length : 0;
      const whole = { ...end, isEmpty: isEmpty && texts.length === 0, leftOut };
      put(reporter.before?.(whole, options));
      put(texts.join(separator));
      put(reporter.close?.(whole, options));
      return leftOut > 0 ? limit?.leftOut?.(leftOut) : undefined;
    },
  };
}

/** A complete result in one format. */
export function reportText(reporter: Reporter, report: Report, options: ReporterOptions): string {
  const texts: string[] = [];
  const open = openReport(reporter, report, options, (text) => texts.push(text));
  for (const file of report.files) void open.add(reporter.file(file, options));
  void open.close({ ...summarize(report), failures: [] });
  return texts.join('');
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
