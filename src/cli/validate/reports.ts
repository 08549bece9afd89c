import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Summary } from '../../reporters/summarize.ts';
import type { Context } from '../context.ts';
import type { Output } from '../io/io.ts';
import { UserError } from '../user-error.ts';
import type { ReportTarget } from './report-targets.ts';
import { ReportWriter } from './report-writer.ts';

/** All reports of a run: one that cannot be written keeps none of the others back. */
export class Reports {
  readonly #writers: (ReportWriter | undefined)[] = [];
  /** What could not be written. */
  readonly failures: UserError[] = [];

  /** Begins the reports. @param output standard output */
  static async open(
    targets: readonly ReportTarget[],
    head: Pick<Report, 'toolVersion' | 'rules'>,
    output: Output,
    context: Context,
  ): Promise<Reports> {
    const reports = new Reports();
    for (const target of targets) {
      reports.#writers.push(undefined);
      await reports.#attempt(reports.#writers.length - 1, async () => {
        reports.#writers.splice(-1, 1, await ReportWriter.open(target, head, output, context));
      });
    }
    return reports;
  }

  /** @param pieces what each report tells of the next file */
  async add(pieces: readonly string[]): Promise<void> {
    for (const [index, piece] of pieces.entries()) {
      if (piece !== '') await this.#attempt(index, () => this.#writers[index]?.add(piece));
    }
  }

  /** @param failures what could not be read, a sentence for each */
  async close(summary: Summary, failures: readonly string[]): Promise<void> {
    for (const index of this.#writers.keys()) {
      await this.#attempt(index, () => this.#writers[index]?.close(summary, failures));
    }
  }

  async #attempt(index: number, work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.failures.push(error);
      this.#writers[index]?.abandon();
      this.#writers[index] = undefined;
    }
  }
}
