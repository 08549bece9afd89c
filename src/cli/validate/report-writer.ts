import { resolve } from 'node:path';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Wording } from '../../diagnostics/wording.ts';
import { reporters } from '../../reporters/index.ts';
import { LimitedFindings } from '../../reporters/limit-findings.ts';
import { inBlocks } from '../../reporters/report-text.ts';
import type { ReportEnd, Reporter, ReporterOptions } from '../../reporters/reporter.ts';
import type { Context } from '../context.ts';
import { AtomicFile } from '../files/atomic-file.ts';
import type { Output } from '../io/io.ts';
import type { ReportTarget } from './report-targets.ts';
import type { ReportPiece } from './validate-file.ts';

/** How a report for a target is set. @param output standard output */
export const reportStyle = (
  { file }: ReportTarget,
  output: Output,
  { language, styleFor }: Context,
): ReporterOptions => (file === undefined ? styleFor(output) : { language, colorLevel: 0, width: 80 });

/** Makes ready to write a report. @throws UserError when its file cannot be written */
export async function openReport(
  target: ReportTarget,
  output: Output,
  context: Context,
): Promise<ReportWriter> {
  const reporter = await reporters[target.format]();
  const style = reportStyle(target, output, context);
  const { file } = target;
  if (file === undefined) return new ReportWriter(target, reporter, style, output);
  context.io.holdInterrupts();
  return new ReportWriter(target, reporter, style, new AtomicFile(resolve(context.io.cwd, file), file));
}

/** A report that is written while files are still being checked. */
export class ReportWriter {
  readonly #target: ReportTarget;
  readonly #reporter: Reporter;
  readonly #style: ReporterOptions;
  readonly #output: Output | AtomicFile;
  readonly #limited: LimitedFindings | undefined;
  #isEmpty = true;
  #leftOut = 0;
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
    let separator = this.#isEmpty ? '' : this.#reporter.separator;
    for (const block of inBlocks(piece)) {
      if (this.#isUnread || this.#limited?.isFull) return;
      if (typeof block !== 'string') {
        this.#limited?.add(block);
        continue;
      }
      this.#write(separator + block);
      separator = '';
      this.#isEmpty = false;
    }
  }

  /** Nobody reads standard output any more. */
  get #isUnread(): boolean {
    return 'failure' in this.#output && this.#output.failure !== undefined;
  }

  /** What to say of findings that do not fit into the report, once it is closed. */
  get leftOutNote(): Wording | undefined {
    return this.#leftOut > 0 ? this.#reporter.limit?.leftOut(this.#leftOut) : undefined;
  }

  /** From now on the report's file is there. */
  async close(end: Omit<ReportEnd, 'isEmpty' | 'leftOut'>): Promise<void> {
    const { summary } = end;
    if (this.#limited) {
      const { texts } = this.#limited;
      this.#leftOut = summary.errors + summary.warnings - texts.length;
      this.#write(texts.join(this.#reporter.separator));
      this.#isEmpty = texts.length === 0;
    }
    // With nothing read there is nothing to report to people; a report for a program is always whole.
    const { format, file } = this.#target;
    const isForPeople = file === undefined && (format === 'pretty' || format === 'line');
    if (summary.files > 0 || !isForPeople) {
      const whole = { ...end, isEmpty: this.#isEmpty, leftOut: this.#leftOut };
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
