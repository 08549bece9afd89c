import { resolve } from 'node:path';
import { reporters } from '../../reporters/index.ts';
import { Overview } from '../../reporters/overview.ts';
import { outcomeSentence } from '../../reporters/report-words.ts';
import type { Reporter } from '../../reporters/reporter.ts';
import { rules } from '../../rules/index.ts';
import { version } from '../../version.ts';
import type { Context } from '../context.ts';
import { AtomicFile } from '../files/atomic-file.ts';
import type { Output } from '../io/io.ts';
import type { RunRecord } from '../run/run-record.ts';
import type { ReportTarget } from './report-targets.ts';
import { appendTo, type ReportSink, ReportWriter, reportStyle } from './report-writer.ts';
import type { ValidatedFile } from './validate-file.ts';
import type { ValidatePlan } from './validate-plan.ts';

/** Opens a report for writing. @throws UserError when its file cannot be written */
async function openReport(
  target: ReportTarget,
  reporter: Reporter,
  output: Output,
  context: Context,
): Promise<ReportSink> {
  const { file, format } = target;
  if (format === 'xlsx')
    return new (await import('./workbook-report.ts')).WorkbookReport(file ?? '', context);
  const style = reportStyle(target, output, context);
  if (file === undefined) return new ReportWriter(target, reporter, style, output);
  context.io.holdInterrupts();
  const path = resolve(context.io.cwd, file);
  return new ReportWriter(
    target,
    reporter,
    style,
    target.appends ? appendTo(path, file) : new AtomicFile({ path, name: file }),
  );
}

/** Everything that `validate` writes while it checks files; a report that cannot be written does not stop the others. */
export class Reports {
  readonly #run: RunRecord;
  readonly #config: string | undefined;
  readonly #targets: readonly ReportTarget[];
  readonly #stdout: Output;
  readonly #output: Output;
  #overview = new Overview(rules, false);
  readonly #writers: (ReportSink | undefined)[] = [];
  /** Errors of writing; `close` adds them to the failures of the run. */
  readonly #failures: unknown[] = [];

  constructor({ targets, isOutTaken, config }: ValidatePlan, run: RunRecord) {
    const { io } = run.context;
    this.#run = run;
    this.#config = config;
    this.#targets = targets;
    this.#stdout = run.progress.beside(io.stdout);
    this.#output = isOutTaken ? this.#stderr : this.#stdout;
  }

  /** Opened on demand: few runs need it, and opening a terminal takes time. */
  get #stderr(): Output {
    return this.#run.progress.beside(this.#run.context.io.stderr);
  }

  /** Whether only standard output is written. */
  get isOnlyOutput(): boolean {
    return this.#targets.every(({ file }) => file === undefined);
  }

  /** Whether standard output has lost its reader. */
  get isUnread(): boolean {
    return this.#output.failure !== undefined;
  }

  async open(): Promise<void> {
    const { context } = this.#run;
    const formats = await Promise.all(this.#targets.map(({ format }) => reporters[format]()));
    this.#overview = new Overview(
      rules,
      formats.some(({ listsFiles }: Reporter) => listsFiles),
    );
    for (const [index, target] of this.#targets.entries()) {
      const reporter = formats[index];
      if (!reporter) continue;
      this.#writers.push(undefined);
      await this.#attempt(index, async () => {
        this.#writers[index] = await openReport(target, reporter, this.#output, context);
        await this.#writers[index]?.open({ toolVersion: version, rules });
      });
    }
  }

  async add({ fixed, pieces, counts }: ValidatedFile): Promise<void> {
    if (fixed?.out) this.#stdout.write(fixed.out);
    if (fixed?.note) this.#stderr.write(fixed.note);
    for (const [index, piece] of pieces.entries()) {
      await this.#attempt(index, () => this.#writers[index]?.add(piece));
    }
    this.#overview.add(counts);
  }

  /** Ends the reports, and records a failure for each that could not be written. @param isQuiet without warnings */
  async close(isQuiet: boolean): Promise<void> {
    const { allFailures, context, stopped, unread, counts } = this.#run;
    const summary = isQuiet ? { ...counts, warnings: 0 } : counts;
    const failures = allFailures.map(({ wording }) => context.say(wording));
    const end = {
      summary,
      overview: this.#overview,
      isQuiet,
      failures,
      ...(this.#config !== undefined && { config: this.#config }),
      failedFiles: allFailures.flatMap(({ file, wording }) =>
        file === undefined ? [] : { file, reason: context.say(wording) },
      ),
      unread: unread.map(({ file = '', reason }) => ({ file, reason: context.say(reason) })),
      ...(stopped && { stopped }),
    };
    // The text for the terminal comes last.
    const toFiles = this.#targets.flatMap(({ file }, index) => (file === undefined ? [] : [index]));
    const toOutput = this.#targets.flatMap(({ file }, index) => (file === undefined ? [index] : []));
    for (const index of [...toFiles, ...toOutput]) {
      await this.#attempt(index, async () => {
        const note = await this.#writers[index]?.close(end);
        if (note)
          this.#stderr.write(`${context.say({ vi: `Cảnh báo: ${note.vi}`, en: `Warning: ${note.en}` })}\n`);
      });
    }
    for (const failure of this.#failures) this.#run.fail('', failure);
    if (toOutput.length > 0) return;
    this.#run.report();
    context.note(outcomeSentence(end));
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
