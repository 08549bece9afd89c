import { reporters } from '../../reporters/index.ts';
import type { ReporterOptions } from '../../reporters/reporter.ts';
import type { Output } from '../io/io.ts';
import type { Format } from '../validate/report-targets.ts';

/** How findings are told that keep a file back. */
export interface FindingsStyle {
  readonly format: Format;
  readonly style: ReporterOptions;
}

/** What may be told of a file: its findings where they keep it back, as the reporter tells them. */
export interface MaybeFaulty {
  readonly errors: number;
  readonly warnings: number;
  readonly findings?: string;
}

/** The files of a run that were kept back by their findings, told one by one and summed up at the end. */
export class FaultyFiles {
  readonly #report: FindingsStyle;
  readonly #output: Output;
  readonly #summary = { files: 0, passedOver: 0, errors: 0, warnings: 0 };

  constructor(report: FindingsStyle, output: Output) {
    this.#report = report;
    this.#output = output;
  }

  get count(): number {
    return this.#summary.files;
  }

  /** Files that are no forms. */
  get passedOver(): number {
    return this.#summary.passedOver;
  }

  passOver(): void {
    this.#summary.passedOver += 1;
  }

  add({ errors, warnings, findings }: MaybeFaulty): void {
    if (findings === undefined) return;
    this.#summary.files += 1;
    this.#summary.errors += errors;
    this.#summary.warnings += warnings;
    this.#output.write(findings);
  }

  async close(): Promise<void> {
    if (this.count === 0) return;
    const { format, style } = this.#report;
    const reporter = await reporters[format]();
    this.#output.write(reporter.close({ summary: this.#summary, isEmpty: false, failures: [] }, style));
  }
}
