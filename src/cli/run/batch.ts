import os from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { UserError } from '../user-error.ts';
import { attempt } from './attempt.ts';
import type { Outcome } from './job.ts';
import type { ItemOf, JobName, ResultOf, SettingsOf } from './jobs.ts';
import { Progress } from './progress.ts';
import type { ThreadPool } from './thread-pool.ts';

/** So many items go to threads at once where the user asks for threads. */
const many = 64;
/** Milliseconds of work here before there is a rate to go by. */
const patience = 100;
/** Milliseconds of work left, at that rate, from which on threads are worth it: each compiles all code anew. */
const worthThreads = 1500;
/** Milliseconds after which the thread that does the work itself listens to Ctrl-C. */
const attention = 50;

/** What is to be done with every item: here, and how a thread does the same. */
export interface Work<Name extends JobName> {
  readonly job: Name;
  readonly settings: SettingsOf<Name>;
  /** Files are written: what is done must never be done twice. */
  readonly writes?: boolean;
  readonly here: (item: ItemOf<Name>) => Promise<ResultOf<Name>>;
}

export interface BatchOptions {
  /** How many threads there may be; by default as many as the machine has cores. */
  readonly jobs?: number;
}

/** One item and what became of it. */
export type Done<Name extends JobName> =
  | { readonly item: ItemOf<Name>; readonly result: ResultOf<Name> }
  | { readonly item: ItemOf<Name>; readonly error: unknown };

/**
 * Work on many files: in their order, and none of them stops the rest. Few are worked on here; for many, or when
 * it takes long, there are threads. Ctrl-C ends it after what is under way.
 */
export class Batch<Name extends JobName> {
  readonly #items: readonly ItemOf<Name>[];
  readonly #work: Work<Name>;
  readonly #jobs: number;
  readonly #areAskedFor: boolean;
  readonly #context: Context;
  readonly progress: Progress;
  #pool: ThreadPool<Name> | undefined;
  #isStopped = false;
  #isInterrupted = false;
  #count = 0;

  constructor(items: readonly ItemOf<Name>[], work: Work<Name>, context: Context, { jobs }: BatchOptions) {
    this.#items = items;
    this.#work = work;
    // Standard input belongs to this thread.
    const isHere = items.some(({ path }) => path === undefined);
    this.#jobs = isHere ? 1 : (jobs ?? os.availableParallelism());
    this.#areAskedFor = jobs !== undefined && items.length >= many;
    this.#context = context;
    this.progress = new Progress(items.length, context);
    if (items.length > 1) {
      context.io.untilInterrupted().then(() => {
        this.#isInterrupted = true;
        this.stop();
      });
    }
  }

  /** What became of each item, in their order. */
  async *results(): AsyncGenerator<Done<Name>> {
    try {
      for await (const [item, outcome] of this.#outcomes()) {
        this.#count += 1;
        yield 'result' in outcome
          ? { item, result: outcome.result }
          : { item, error: 'failure' in outcome ? new UserError(outcome.failure) : bugOf(outcome.bug) };
      }
    } finally {
      this.progress.end();
    }
  }

  /** Begins nothing more; what is under way is still told. */
  stop(): void {
    this.#isStopped = true;
    this.#pool?.stop();
  }

  /** Ctrl-C has ended the batch before everything was done. */
  get isInterrupted(): boolean {
    return this.#isInterrupted && this.#count < this.#items.length;
  }

  /** How many items nothing was done with. */
  get rest(): number {
    return this.#items.length - this.#count;
  }

  /** What to say then. */
  get interruption(): readonly UserError[] {
    return this.isInterrupted ? [interrupted(this.#count, this.#items.length)] : [];
  }

  async *#outcomes(): AsyncGenerator<readonly [ItemOf<Name>, Outcome<ResultOf<Name>>]> {
    const items = this.#items;
    const start = Date.now();
    const isWorthThreads = (done: number) => {
      const left = items.length - done;
      if (this.#jobs === 1 || left < 2) return false;
      const time = Date.now() - start;
      return this.#areAskedFor || (time > patience && (time / done) * left > worthThreads);
    };
    let next = 0;
    let listened = start;
    for (; next < items.length && !isWorthThreads(next); next++) {
      const item = items[next];
      if (this.#isStopped || !item) return;
      yield [item, await attempt(this.#work.here, item)];
      if (items.length === 1 || Date.now() - listened < attention) continue;
      await setImmediate();
      listened = Date.now();
    }
    if (next === items.length || this.#isStopped) return;
    const { ThreadPool } = await import('./thread-pool.ts');
    const { job, settings, here, writes = false } = this.#work;
    const { io, language } = this.#context;
    const world = { cwd: io.cwd, env: { ...io.env }, language };
    this.#pool = new ThreadPool(items.slice(next), this.#jobs, { job, settings, world, writes }, here);
    if (this.#isStopped) this.#pool.stop();
    yield* this.#pool.outcomes();
  }
}

function bugOf(stack: string): Error {
  const error = new Error(stack.split('\n', 1).join(''));
  error.stack = stack;
  return error;
}

const interrupted = (done: number, all: number) =>
  new UserError({
    vi: `Đã dừng theo yêu cầu: xong ${done} trong ${all} tệp; kết quả của các tệp này đã được báo.`,
    en: `Stopped as asked: ${done} of ${all} files are done, and what became of them is told.`,
  });
