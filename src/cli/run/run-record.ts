import { enCount, viNumber } from '../../diagnostics/wording.ts';
import type { ReportCounts } from '../../reporters/overview.ts';
import type { Context, Outcome } from '../context.ts';
import { type Input, noForm } from '../files/find-inputs.ts';
import { quoteName } from '../io/quote-name.ts';
import { SkippedFile, UserError, unreadNote, userError } from '../user-error.ts';
import type { FileOutcome, FileResult } from './job.ts';
import { type Progress, progressBar } from './progress.ts';

/** How a run ends. */
export interface RunEnd {
  /** Whether there are findings that count for the exit code. */
  readonly findings: boolean;
  /** Where forms were looked for: finding none is a failure. */
  readonly places?: readonly string[] | undefined;
  readonly failFast?: boolean | undefined;
  /** Whether skipped files make the run a failure. */
  readonly isStrict?: boolean | undefined;
  /** Which failures to report: in watch mode not those already reported. */
  readonly isNews?: ((failure: UserError) => boolean) | undefined;
}

/** Counts the results of a run over many files, and collects its failures, which are reported at the end. */
export class RunRecord {
  readonly context: Context;
  readonly progress: Progress;
  /** Names of files found in folders that are not forms. */
  readonly skipped: string[] = [];
  /** Files found in folders that may be forms and are not read. */
  readonly unread: SkippedFile[] = [];
  readonly failures: UserError[] = [];
  /** Number of forms, and of their findings. */
  files = 0;
  formsWithErrors = 0;
  errors = 0;
  warnings = 0;
  isStopped = false;
  readonly #inputs: readonly Input[];
  readonly #done = new Set<Input>();
  /** How many failures, and how many of `unread`, are already reported. */
  #reported = { failures: 0, unread: 0, stop: false };
  #forms = 0;
  #bug: unknown;
  #hasInterrupt = false;
  #onStop: () => void = () => {};

  /** @param failures what went wrong before the first file */
  constructor(inputs: readonly Input[], failures: readonly UserError[], context: Context) {
    this.#inputs = inputs;
    this.context = context;
    this.progress = progressBar(inputs.length, context);
    for (const failure of failures) this.fail('', failure);
    if (inputs.length < 2) return;
    // Before anything is written, since that changes Ctrl-C: see `Io.holdInterrupts`.
    context.io.untilInterrupted().then(() => {
      this.#hasInterrupt = true;
      this.stop();
    });
  }

  /** Records that a file is done. Returns its result if it is a form. */
  record<Result extends FileResult>(input: Input, outcome: FileOutcome<Result>): Result | undefined {
    const { name } = input;
    this.#done.add(input);
    const result = 'result' in outcome ? outcome.result : undefined;
    if (result) this.#forms += 1;
    else if ('skipped' in outcome) this.fail(name, new SkippedFile(outcome.skipped, name));
    else if ('failure' in outcome) this.fail(name, new UserError(outcome.failure, name));
    else if ('bug' in outcome) this.fail(name, bugOf(outcome.bug));
    else this.skipped.push(name);
    this.progress.advance(result ? result.errors + result.warnings : 0);
    return result;
  }

  count({ errors, warnings }: FileResult): void {
    this.files += 1;
    if (errors > 0) this.formsWithErrors += 1;
    this.errors += errors;
    this.warnings += warnings;
  }

  /** @param name the file, for a bug report @param error a bug unless it is a `UserError` */
  fail(name: string, error: unknown): void {
    if (error instanceof SkippedFile) {
      this.unread.push(error);
    } else if (error instanceof UserError) {
      this.failures.push(error);
    } else {
      this.#bug ??= error;
      this.failures.push(bugAt(name));
    }
  }

  /** Does something and records its failure. @param name as for `fail` */
  async attempt(name: string, work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.fail(name, error);
    }
  }

  /** Number of files not done, for any reason. */
  get #left(): number {
    return this.#inputs.length - this.#done.size;
  }

  /** Whether the run ended before its last file, and the names of the files not reached. */
  get stopped(): { isInterrupted: boolean; notDone: string[] } | undefined {
    if (this.#left === 0) return undefined;
    const notDone = this.#inputs.filter((input) => !this.#done.has(input)).map(({ name }) => name);
    return { isInterrupted: this.isInterrupted, notDone };
  }

  /** The failures with the interruption, which `end` reports last. */
  get allFailures(): readonly UserError[] {
    const [done, total] = [this.#done.size, this.#inputs.length];
    return this.isInterrupted ? [...this.failures, interrupted({ done, total })] : this.failures;
  }

  get counts(): ReportCounts {
    const { files, formsWithErrors, skipped, unread, errors, warnings } = this;
    const unreadable = unread.length + this.failures.filter(({ file }) => file !== undefined).length;
    return { files, formsWithErrors, notForms: skipped.length, unreadable, errors, warnings };
  }

  /** Whether everything is done and no file was a form. */
  get hasNoForm(): boolean {
    return this.failures.length === 0 && this.#forms === 0 && this.#left === 0;
  }

  /** Whether Ctrl-C ended the run before everything was done. */
  get isInterrupted(): boolean {
    return this.#hasInterrupt && this.#left > 0;
  }

  stop(): void {
    this.isStopped = true;
    this.#onStop();
  }

  /** @param act called by `stop`, or at once if the run was already stopped */
  onStop(act: () => void): void {
    this.#onStop = act;
    if (this.isStopped) act();
  }

  /** Reports the failures so far, each once: before the summary of the run, which is its last line. */
  report({ places, failFast, isNews = () => true }: Omit<RunEnd, 'findings'> = {}): void {
    if (places && this.hasNoForm) this.fail('', noForm(places, this.skipped.length));
    const { note, complain } = this.context;
    const { failures, unread, stop } = this.#reported;
    if (!stop && failFast && this.#left > 0 && !this.isInterrupted) note(stoppedAtError(this.#left));
    for (const failure of this.failures.slice(failures).filter(isNews)) complain(failure);
    if (!stop)
      for (const interruption of this.allFailures.slice(this.failures.length)) complain(interruption);
    if (this.unread.length > unread) note(unreadNote(this.unread));
    this.#reported = { failures: this.failures.length, unread: this.unread.length, stop: true };
  }

  /** Ends the run with `report`. @throws the first bug, which is then reported */
  end(end: RunEnd): Outcome {
    this.report(end);
    if (this.#bug !== undefined) throw this.#bug;
    const failed = this.allFailures.length > 0 || (end.isStrict === true && this.unread.length > 0);
    return { findings: end.findings, failed, interrupted: this.isInterrupted };
  }
}

function bugOf(stack: string): Error {
  const error = new Error(stack.split('\n', 1).join(''));
  error.stack = stack;
  return error;
}

const bugAt = (name: string) =>
  new UserError(
    {
      vi: `Không xử lý được ${quoteName(name)} do lỗi của bieu2.`,
      en: `Cannot process ${quoteName(name)} because of a bug in bieu2.`,
    },
    name,
  );

const interrupted = userError(
  'Đã dừng theo yêu cầu: xong {done} trong {total} tệp.',
  'Stopped as asked: {done} of {total} files are done.',
);

const stoppedAtError = (rest: number) => ({
  vi: `Đã dừng ở tệp có lỗi đầu tiên (--fail-fast); còn ${viNumber(rest)} tệp chưa xử lý.`,
  en: `Stopped at the first file with an error (--fail-fast); ${enCount(rest, 'file is', 'files are')} left.`,
});
