import { resolve } from 'node:path';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { reporters } from '../../reporters/index.ts';
import { LimitedFindings } from '../../reporters/limit-findings.ts';
import type { ReportEnd, Reporter, ReporterOptions } from '../../reporters/reporter.ts';
import type { Context } from '../context.ts';
import { AtomicFile } from '../files/atomic-file.ts';
import type { Output } from '../io/io.ts';
import type { RunRecord } from '../run/run-record.ts';
import type { ReportTarget } from './report-targets.ts';
import type { ReportPiece } from './validate-file.ts';

/** How a report for a target is set. */
export const reportStyle = (
  { file }: ReportTarget,
  output: Output,
  { styleFor }: Context,
): ReporterOptions =>
  file === undefined ? styleFor(output) : { ...styleFor(output), colorLevel: 0, width: 80 };

/** All reports of a run: one that cannot be written does not stop the others. */
export class Reports {
  readonly #run: RunRecord;
  readonly #writers: (ReportWriter | undefined)[] = [];
  /** What could not be written; `closed` adds it to the failures of the run. */
  readonly #failures: unknown[] = [];

  private constructor(run: RunRecord) {
    this.#run = run;
  }

  /** Begins the reports. @param output standard output */
  static async open(
    targets: readonly ReportTarget[],
    head: Pick<Report, 'toolVersion' | 'rules'>,
    output: Output,
    run: RunRecord,
  ): Promise<Reports> {
    const reports = new Reports(run);
    for (const [index, target] of targets.entries()) {
      reports.#writers.push(undefined);
      await reports.#attempt(index, async () => {
        reports.#writers[index] = await openReport(target, output, run.context);
        reports.#writers[index]?.open(head);
      });
    }
    return reports;
  }

  /** @param pieces what each report says of the next file */
  async add(pieces: readonly ReportPiece[]): Promise<void> {
    for (const [index, piece] of pieces.entries()) {
      if (piece.length > 0) await this.#attempt(index, () => this.#writers[index]?.add(piece));
    }
  }

  /** Ends the reports; the run has the failure of each that could not be written. */
  async close(end: Pick<ReportEnd, 'summary' | 'stopped'>): Promise<void> {
    const failures = this.#run.allFailures.map(({ wording }) => this.#run.context.say(wording));
    for (const index of this.#writers.keys()) {
      await this.#attempt(index, () => this.#writers[index]?.close({ ...end, failures }));
    }
    for (const failure of this.#failures) this.#run.fail('', failure);
  }

  async #attempt(index: number, work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#failures.push(error);
      this.#writers[index]?.abandon();
      this.#writers[index] = undefined;
    }
  }
}

async function openReport(target: ReportTarget, output: Output, context: Context): Promise<ReportWriter> {
  const reporter = await reporters[target.format]();
  const style = reportStyle(target, output, context);
  const { file } = target;
  if (file === undefined) return new ReportWriter(target, reporter, style, output);
  context.io.holdInterrupts();
  return new ReportWriter(target, reporter, style, new AtomicFile(resolve(context.io.cwd, file), file));
}

/** A report that is written while files are still being checked. */
class ReportWriter {
  readonly #target: ReportTarget;
  readonly #reporter: Reporter;
  readonly #style: ReporterOptions;
  readonly #output: Output | AtomicFile;
  readonly #limited: LimitedFindings | undefined;
  #isEmpty = true;
  #isClosed = false;

  constructor(target: ReportTarget, reporter: Reporter, style: ReporterOptions, output: Output | AtomicFile) {
    this.#target = target;
    this.#reporter = reporter;
    this.#style = style;
    this.#output = output;
    this.#limited = reporter.limit && new LimitedFindings(reporter.limit.max);
  }

  open(head: Pick<Report, 'toolVersion' | 'rules'>): void {
    this.#write(this.#reporter.open(head, this.#style));
  }

  add(piece: ReportPiece): void {
    if (typeof piece !== 'string') {
      this.#limited?.add(piece);
      return;
    }
    this.#write(this.#isEmpty ? piece : this.#reporter.separator + piece);
    this.#isEmpty = false;
  }

  /** From now on the report's file is there. */
  async close(end: Omit<ReportEnd, 'isEmpty' | 'leftOut'>): Promise<void> {
    for (const text of this.#limited?.texts ?? []) this.add(text);
    // With nothing read there is nothing to report to people; a report for a program is always whole.
    const { format, file } = this.#target;
    const isForPeople = file === undefined && (format === 'pretty' || format === 'line');
    if (end.summary.files > 0 || !isForPeople) {
      const whole = { ...end, isEmpty: this.#isEmpty, leftOut: this.#limited?.leftOut ?? 0 };
      this.#write(this.#reporter.close(whole, this.#style));
    }
    this.#isClosed = true;
    if (this.#output instanceof AtomicFile) await this.#output.commit();
  }

  /** Leaves the report's file as it was. */
  abandon(): void {
    if (!this.#isClosed && this.#output instanceof AtomicFile) this.#output.abandon();
  }

  #write(text: string): void {
    if (text !== '') this.#output.write(text);
  }
}
