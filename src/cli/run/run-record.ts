import { enCount, viNumber } from '../../diagnostics/format-number.ts';
import type { ReportCounts } from '../../reporters/overview.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import { type Input, noForm } from '../files/find-inputs.ts';
import { quoteName } from '../io/quote-name.ts';
import { SkippedFile, UserError, unreadNote, userError } from '../user-error.ts';
import type { FileOutcome, FileResult } from './job.ts';
import { Progress } from './progress.ts';

/** How a run ends. */
export interface RunEnd {
  /** What was found matters to the exit code. */
  readonly findings: boolean;
  /** Where forms were looked for: not to have found any is a failure. */
  readonly places?: readonly string[];
  readonly failFast?: boolean | undefined;
  /** Files that are not read make the run a failure. */
  readonly isStrict?: boolean | undefined;
  /** Which failures are reported: not those that a round of watching repeats. */
  readonly isNews?: (failure: UserError) => boolean;
}

/** All that is counted in a run over many files, and what could not be done, which is reported at its end. */
export class RunRecord {
  readonly context: Context;
  readonly progress: Progress;
  readonly total: number;
  /** Names of the files that are not forms: they were found in folders. */
  readonly skipped: string[] = [];
  /** Files that may hold forms and are not read: they were found in folders. */
  readonly unread: SkippedFile[] = [];
  /** Forms that were counted, and their findings. */
  files = 0;
  formsWithErrors = 0;
  errors = 0;
  warnings = 0;
  readonly #inputs: readonly Input[];
  readonly #done = new Set<Input>();
  readonly #failures: UserError[] = [];
  /** How many of them, and of `unread`, are reported already. */
  #reported = { failures: 0, unread: 0, stop: false };
  #forms = 0;
  #bug: unknown;
  #isStopped = false;
  #isInterrupted = false;
  #onStop: () => void = () => {};

  /** @param failures what went wrong before the first file */
  constructor(inputs: readonly Input[], failures: readonly UserError[], context: Context) {
    this.#inputs = inputs;
    this.total = inputs.length;
    this.context = context;
    this.progress = new Progress(this.total, context);
    for (const failure of failures) this.fail('', failure);
    // Before anything is written, which would end differently: see `Io.holdInterrupts`.
    if (this.total > 1) context.io.untilInterrupted().then(() => this.#interrupt());
  }

  /** Records that a file is done. Gives back its result where it is a form. */
  record<Result extends FileResult>(input: Input, outcome: FileOutcome<Result>): Result | undefined {
    const { name } = input;
    this.#done.add(input);
    if ('skipped' in outcome) this.fail(name, new SkippedFile(outcome.skipped, name));
    if ('failure' in outcome) this.fail(name, new UserError(outcome.failure, name));
    if ('bug' in outcome) this.fail(name, bugOf(outcome.bug));
    const result = 'result' in outcome ? outcome.result : undefined;
    if ('result' in outcome && !result) this.skipped.push(name);
    if (result) this.#forms += 1;
    this.progress.advance(result ? result.errors + result.warnings : 0);
    return result;
  }

  /** Adds the findings of a form to those that the run ends with. */
  count({ errors, warnings }: FileResult): void {
    this.files += 1;
    if (errors > 0) this.formsWithErrors += 1;
    this.errors += errors;
    this.warnings += warnings;
  }

  /** @param name the file concerned, for a bug @param error a bug unless it is a `UserError` */
  fail(name: string, error: unknown): void {
    if (error instanceof SkippedFile) {
      this.unread.push(error);
    } else if (error instanceof UserError) {
      this.#failures.push(error);
    } else {
      this.#bug ??= error;
      this.#failures.push(bugAt(name));
    }
  }

  /** Does something whose failure is one among others. @param name as for `fail` */
  async attempt(name: string, work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.fail(name, error);
    }
  }

  /** Number of files that are done in any way. */
  get done(): number {
    return this.#done.size;
  }

  /** Whether the run ended before its last file, and the names of those that were not reached. */
  get stopped(): { isInterrupted: boolean; notDone: string[] } | undefined {
    if (this.done === this.total) return undefined;
    const notDone = this.#inputs.filter((input) => !this.#done.has(input)).map(({ name }) => name);
    return { isInterrupted: this.isInterrupted, notDone };
  }

  /** What could not be done so far. */
  get failures(): readonly UserError[] {
    return this.#failures;
  }

  /** The same with the interruption, which `end` reports last. */
  get allFailures(): readonly UserError[] {
    return this.isInterrupted
      ? [...this.#failures, interrupted({ done: this.done, total: this.total })]
      : this.#failures;
  }

  /** The figures of the run. */
  get counts(): ReportCounts {
    const { files, formsWithErrors, skipped, unread, errors, warnings } = this;
    const unreadable = unread.length + this.#failures.filter(({ file }) => file !== undefined).length;
    return { files, formsWithErrors, notForms: skipped.length, unreadable, errors, warnings };
  }

  /** Everything is done, and nothing of it is a form. */
  get hasNoForm(): boolean {
    return this.#failures.length === 0 && this.#forms === 0 && this.done === this.total;
  }

  /** Begins no more files. */
  stop(): void {
    this.#isStopped = true;
    this.#onStop();
  }

  #interrupt(): void {
    this.#isInterrupted = true;
    this.stop();
  }

  /** @param act is called by `stop`, at once where the run has been stopped */
  onStop(act: () => void): void {
    this.#onStop = act;
    if (this.#isStopped) act();
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Ctrl-C has ended the run before everything was done. */
  get isInterrupted(): boolean {
    return this.#isInterrupted && this.done < this.total;
  }

  /** Reports what could not be done so far, each once: before what sums up the run, which is its last line. */
  report({ places, failFast, isNews = () => true }: Omit<RunEnd, 'findings'> = {}): void {
    if (places && this.hasNoForm) this.fail('', noForm(places, this.skipped.length));
    const { note, complain } = this.context;
    const { failures, unread, stop } = this.#reported;
    const rest = this.total - this.done;
    if (!stop && failFast && rest > 0 && !this.isInterrupted) note(stoppedAtError(rest));
    for (const failure of this.#failures.slice(failures).filter(isNews)) complain(failure);
    if (!stop && this.isInterrupted) complain(interrupted({ done: this.done, total: this.total }));
    if (this.unread.length > unread) note(unreadNote(this.unread));
    this.#reported = { failures: this.#failures.length, unread: this.unread.length, stop: true };
  }

  /**
   * Ends the run with `report`.
   *
   * @throws the first bug, so that it is reported
   */
  end(end: RunEnd): Outcome {
    this.report(end);
    const { findings, isStrict = false } = end;
    if (this.#bug !== undefined) throw this.#bug;
    return {
      findings,
      failed: this.allFailures.length > 0 || (isStrict && this.unread.length > 0),
      interrupted: this.isInterrupted,
    };
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
