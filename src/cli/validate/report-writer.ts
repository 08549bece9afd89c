import { appendFileSync } from 'node:fs';
import type { Report } from '../../diagnostics/finding.ts';
import type { Wording } from '../../diagnostics/wording.ts';
import { LimitedFindings } from '../../reporters/limit-findings.ts';
import { inBlocks } from '../../reporters/report-text.ts';
import type { ReportEnd, Reporter, ReporterOptions } from '../../reporters/reporter.ts';
import type { Context } from '../context.ts';
import { AtomicFile } from '../files/atomic-file.ts';
import { fileError } from '../io/file-error.ts';
import type { Output } from '../io/io.ts';
import type { ReportTarget } from './report-targets.ts';
import type { ReportPiece } from './validate-file.ts';

/** The style of a report for a target. @param output standard output */
export const reportStyle = (
  { file, onlyStatistics = false }: ReportTarget,
  output: Output,
  { language, styleFor }: Context,
): ReporterOptions => ({
  ...(file === undefined ? styleFor(output) : { language, colorLevel: 0, width: 80 }),
  onlyStatistics,
});

/** What is known at the end of a run. */
export type RunReportEnd = Omit<ReportEnd, 'isEmpty' | 'leftOut'>;

/** Receives a report while files are still being checked. */
export interface ReportSink {
  open(head: Pick<Report, 'toolVersion' | 'rules'>): Promise<void> | void;
  add(piece: ReportPiece): Promise<void> | void;
  /** Completes the report's file. Returns a note on findings that do not fit into the report. */
  close(end: RunReportEnd): Promise<Wording | undefined>;
  /** Discards the report; its file stays as it was. */
  abandon(): void;
}

/** A report as text. */
export class ReportWriter implements ReportSink {
  readonly #target: ReportTarget;
  readonly #reporter: Reporter;
  readonly #style: ReporterOptions;
  readonly #output: Output | AtomicFile;
  readonly #limited: LimitedFindings | undefined;
  #isEmpty = true;

  constructor(target: ReportTarget, reporter: Reporter, style: ReporterOptions, output: Output | AtomicFile) {
    this.#target = target;
    this.#reporter = reporter;
    this.#style = style;
    this.#output = output;
    this.#limited = reporter.limit && new LimitedFindings(reporter.limit.max, reporter.limit.sizeOf);
  }

  open(head: Pick<Report, 'toolVersion' | 'rules'>): void {
    this.#write(this.#reporter.open?.(head, this.#style));
  }

  add(piece: ReportPiece): void {
    this.#limited?.addFile(piece);
    if (this.#limited) return;
    let separator = this.#isEmpty ? '' : (this.#reporter.separator ?? '');
    for (const block of inBlocks(piece)) {
      if (this.#isUnread || typeof block !== 'string') return;
      this.#write(separator + block);
      separator = '';
      this.#isEmpty = false;
    }
  }

  /** Whether standard output has lost its reader. */
  get #isUnread(): boolean {
    return 'failure' in this.#output && this.#output.failure !== undefined;
  }

  async close(end: RunReportEnd): Promise<Wording | undefined> {
    const { summary } = end;
    const texts = this.#limited?.texts ?? [];
    const leftOut = this.#limited ? summary.errors + summary.warnings - texts.length : 0;
    const whole = { ...end, isEmpty: this.#isEmpty && texts.length === 0, leftOut };
    this.#write(this.#reporter.before?.(whole, this.#style));
    this.#write(texts.join(this.#reporter.separator ?? ''));
    // If nothing was read, people get no report; a report for a program is always complete.
    const isForPeople = this.#target.file === undefined && this.#reporter.isForPeople;
    if (summary.files > 0 || !isForPeople) this.#write(this.#reporter.close?.(whole, this.#style));
    if (this.#output instanceof AtomicFile) await this.#output.commit();
    return leftOut > 0 ? this.#reporter.limit?.leftOut?.(leftOut) : undefined;
  }

  abandon(): void {
    if (this.#output instanceof AtomicFile) this.#output.abandon();
  }

  #write(text = ''): void {
    if (text !== '') this.#output.write(text);
  }
}

/** Appends to a file that another program has started. */
export const appendTo = (path: string, name: string): Output => ({
  write(chunk) {
    try {
      appendFileSync(path, chunk);
    } catch (error) {
      throw fileError('write', name, error);
    }
  },
});
