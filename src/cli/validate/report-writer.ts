import { resolve } from 'node:path';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { reporters } from '../../reporters/index.ts';
import type { Reporter, ReporterOptions } from '../../reporters/reporter.ts';
import type { Summary } from '../../reporters/summarize.ts';
import type { Context } from '../context.ts';
import { AtomicFile } from '../files/atomic-file.ts';
import type { Output } from '../io/io.ts';
import type { ReportTarget } from './report-targets.ts';

/** How a report for a target is set. */
export const reportStyle = (
  { file }: ReportTarget,
  output: Output,
  { language, styleFor }: Context,
): ReporterOptions => (file === undefined ? styleFor(output) : { language, colorLevel: 0, width: 80 });

/** A report that is written while files are still being checked. */
export class ReportWriter {
  readonly #target: ReportTarget;
  readonly #reporter: Reporter;
  readonly #style: ReporterOptions;
  readonly #output: Output | AtomicFile;
  #isEmpty = true;

  private constructor(
    target: ReportTarget,
    reporter: Reporter,
    style: ReporterOptions,
    output: Output | AtomicFile,
  ) {
    this.#target = target;
    this.#reporter = reporter;
    this.#style = style;
    this.#output = output;
  }

  /** Begins a report. @param output standard output @throws UserError when the report's file cannot be written */
  static async open(
    target: ReportTarget,
    head: Pick<Report, 'toolVersion' | 'rules'>,
    output: Output,
    context: Context,
  ): Promise<ReportWriter> {
    const reporter = await reporters[target.format]();
    const style = reportStyle(target, output, context);
    const { file } = target;
    const sink = file === undefined ? output : new AtomicFile(resolve(context.io.cwd, file), file);
    if (file !== undefined) context.io.holdInterrupts();
    const writer = new ReportWriter(target, reporter, style, sink);
    try {
      writer.#write(reporter.open(head, style));
    } catch (error) {
      writer.abandon();
      throw error;
    }
    return writer;
  }

  /** @param piece what the reporter tells of the next file @throws UserError when it cannot be written */
  add(piece: string): void {
    if (piece === '') return;
    this.#write(this.#isEmpty ? piece : this.#reporter.separator + piece);
    this.#isEmpty = false;
  }

  /** Ends the report, whose file is there from now on. @throws UserError when it cannot be written */
  async close(summary: Summary, failures: readonly string[]): Promise<void> {
    // With nothing read there is nothing to tell people; a report for a program is always whole.
    const { format, file } = this.#target;
    const isForPeople = file === undefined && (format === 'pretty' || format === 'line');
    if (summary.files > 0 || !isForPeople) {
      this.#write(this.#reporter.close({ summary, failures, isEmpty: this.#isEmpty }, this.#style));
    }
    if (this.#output instanceof AtomicFile) await this.#output.commit();
  }

  /** Leaves the report's file as it was. */
  abandon(): void {
    if (this.#output instanceof AtomicFile) this.#output.abandon();
  }

  #write(text: string): void {
    if (text !== '') this.#output.write(text);
  }
}
