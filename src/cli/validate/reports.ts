import { appendFileSync } from 'node:fs';
import type { ReportCounts } from '../../reporters/summarize.ts';
import { rules } from '../../rules/index.ts';
import { version } from '../../version.ts';
import { fileError } from '../io/file-error.ts';
import type { Output } from '../io/io.ts';
import type { RunRecord } from '../run/run-record.ts';
import type { ReportTarget } from './report-targets.ts';
import { openReport, type ReportWriter, reportStyle } from './report-writer.ts';
import type { ValidatedFile, ValidateSettings } from './validate-file.ts';

/** All that `validate` writes while it checks files: what cannot be written of it does not stop the rest. */
export class Reports {
  readonly #run: RunRecord;
  readonly #config: string | undefined;
  readonly #targets: readonly ReportTarget[];
  readonly #stdout: Output;
  readonly #stderr: Output;
  readonly #output: Output;
  readonly #writers: (ReportWriter | undefined)[] = [];
  /** What could not be written; `close` adds it to the failures of the run. */
  readonly #failures: unknown[] = [];
  #jobSummary: import('../../reporters/github-summary.ts').GithubSummary | undefined;

  /**
   * @param isOutTaken standard output has something else: what people read goes to standard error
   * @param config the configuration that was used
   */
  constructor(targets: readonly ReportTarget[], isOutTaken: boolean, run: RunRecord, config?: string) {
    const { io } = run.context;
    this.#run = run;
    this.#config = config;
    this.#targets = targets;
    this.#stdout = run.progress.beside(io.stdout);
    this.#stderr = run.progress.beside(io.stderr);
    this.#output = isOutTaken ? this.#stderr : this.#stdout;
  }

  /** What the reports need of each file. */
  get settings(): Pick<ValidateSettings, 'formats' | 'keepsRows'> {
    const { context } = this.#run;
    const formats = this.#targets.map((target) => ({
      format: target.format,
      style: reportStyle(target, this.#output, context),
    }));
    return { formats, keepsRows: this.#jobSummaryFile !== undefined };
  }

  /** Standard output is all that is written. */
  get isOnlyOutput(): boolean {
    return this.#targets.every(({ file }) => file === undefined) && this.#jobSummaryFile === undefined;
  }

  /** Nobody reads standard output any more. */
  get isUnread(): boolean {
    return this.#output.failure !== undefined;
  }

  async open(): Promise<void> {
    const { context } = this.#run;
    for (const [index, target] of this.#targets.entries()) {
      this.#writers.push(undefined);
      await this.#attempt(index, async () => {
        this.#writers[index] = await openReport(target, this.#output, context);
        this.#writers[index]?.open({ toolVersion: version, rules });
      });
    }
    if (this.#jobSummaryFile === undefined) return;
    const { GithubSummary } = await import('../../reporters/github-summary.ts');
    this.#jobSummary = new GithubSummary(context.language);
  }

  async add({ fixed, pieces, rows }: ValidatedFile): Promise<void> {
    if (fixed?.out) this.#stdout.write(fixed.out);
    if (fixed?.note) this.#stderr.write(fixed.note);
    for (const [index, piece] of pieces.entries()) {
      await this.#attempt(index, () => this.#writers[index]?.add(piece));
    }
    if (rows) this.#jobSummary?.add(rows);
  }

  /** Ends the reports; the run has the failure of each that could not be written. @param isQuiet without warnings */
  async close(isQuiet: boolean): Promise<void> {
    const { allFailures, context, stopped, unread, files, skipped, errors, warnings } = this.#run;
    const summary: ReportCounts = {
      files,
      passedOver: skipped.length,
      errors,
      warnings: isQuiet ? 0 : warnings,
    };
    const failures = allFailures.map(({ wording }) => context.say(wording));
    const end = {
      summary,
      failures,
      ...(this.#config !== undefined && { config: this.#config }),
      unread: unread.map(({ file = '', reason }) => ({ file, reason: context.say(reason) })),
      ...(stopped && { stopped }),
    };
    for (const index of this.#writers.keys()) {
      await this.#attempt(index, () => this.#writers[index]?.close(end));
    }
    for (const writer of this.#writers) {
      const note = writer?.leftOutNote;
      if (!note) continue;
      const warning = context.say({ vi: `Cảnh báo: ${note.vi}`, en: `Warning: ${note.en}` });
      this.#stderr.write(`${warning}\n`);
    }
    for (const failure of this.#failures) this.#run.fail('', failure);
    const file = this.#jobSummaryFile;
    if (file === undefined) return;
    await this.#run.attempt(file, () => append(file, this.#jobSummary?.text(summary) ?? ''));
  }

  /** GitHub shows what is in it on the page of the job. */
  get #jobSummaryFile(): string | undefined {
    const isForGithub = this.#targets.some(({ format }) => format === 'github');
    return isForGithub ? this.#run.context.io.env.GITHUB_STEP_SUMMARY || undefined : undefined;
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

function append(file: string, text: string): void {
  try {
    appendFileSync(file, text);
  } catch (error) {
    throw fileError('write', file, error);
  }
}
