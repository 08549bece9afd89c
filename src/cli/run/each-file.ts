import { availableParallelism } from 'node:os';
import type { Input } from '../files/find-inputs.ts';
import { attempt, type FileOutcome, type FileResult, type FileWork, type JobName } from './job.ts';
import type { RunRecord } from './run-record.ts';

/** From this many files on, threads start at once if the user asks for threads. */
const threadsFromFiles = 64;
/** Milliseconds of work in this thread to measure its speed. */
const measuringMs = 100;
/** Milliseconds of remaining work, at that speed, from which threads pay off: each compiles all code again. */
const worthThreadsMs = 1500;
/** Milliseconds after which this thread yields to the event loop, which handles Ctrl-C. */
const listeningMs = 50;

/** From this many files on, V8 inlines less. */
const manyFiles = 100;

/** The work on every file: as a function for this thread, and as a job with settings for other threads. */
export interface Work<Item extends Input, Result extends FileResult> {
  /** Without it, everything runs in this thread. */
  readonly job?: JobName;
  readonly settings?: unknown;
  readonly here: FileWork<Item, Result>;
  /** The work writes files: nothing is done twice, and what was done before the run stops is always reported. */
  readonly writes?: boolean;
  readonly threads?: number | undefined;
}

/**
 * Works on files, here or in threads, and yields the results in the order of the files. A file that fails does not
 * stop the others: `run` records the failure. Ctrl-C and `run.stop` end it after the files already started. The result is
 * undefined for a file that is not a form or failed.
 */
export async function* eachFile<Item extends Input, Result extends FileResult>(
  items: readonly Item[],
  work: Work<Item, Result>,
  run: RunRecord,
): AsyncGenerator<{ item: Item; result: Result | undefined; hasFailed: boolean }> {
  try {
    for await (const [item, outcome] of outcomesOf(items, work, run)) {
      yield { item, result: run.record(item, outcome), hasFailed: !('result' in outcome) };
      if (run.isStopped && !run.isInterrupted && !work.writes) return;
    }
  } finally {
    run.progress.end();
  }
}

async function* outcomesOf<Item extends Input, Result extends FileResult>(
  items: readonly Item[],
  { job, settings, here, writes = false, threads }: Work<Item, Result>,
  run: RunRecord,
): AsyncGenerator<readonly [Item, FileOutcome<Result>]> {
  // Only this thread can read standard input.
  const isHere = job === undefined || items.some(({ path }) => path === undefined);
  const size = isHere ? 1 : (threads ?? availableParallelism());
  const start = Date.now();
  const isWorthThreads = (done: number) => {
    const left = items.length - done;
    if (size === 1 || left < 2) return false;
    const time = Date.now() - start;
    const isAskedFor = threads !== undefined && items.length >= threadsFromFiles;
    return isAskedFor || (time > measuringMs && (time / done) * left > worthThreadsMs);
  };
  // V8 spends more on inlining than it gains: with less, `validate` takes a tenth less processor time for 1,000 forms,
  // and no more for 10,000.
  if (items.length >= manyFiles)
    process.getBuiltinModule('node:v8').setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
  const attemptHere = (item: Item) => attempt(here, item);
  let next = 0;
  let listened = start;
  for (; next < items.length && !isWorthThreads(next); next++) {
    const item = items[next];
    if (run.isStopped || !item) return;
    const outcome = await attemptHere(item);
    // Reading it was given up.
    if (run.isInterrupted && !('result' in outcome)) return;
    yield [item, outcome];
    if (items.length === 1 || Date.now() - listened < listeningMs) continue;
    await new Promise(setImmediate);
    listened = Date.now();
  }
  if (next === items.length || run.isStopped || job === undefined) return;
  const { ThreadPool } = await import('./thread-pool.ts');
  const { io, language } = run.context;
  const env = { cwd: io.cwd, env: { ...io.env }, language };
  const pool = new ThreadPool(items.slice(next), size, { job, settings, env, writes }, attemptHere);
  run.onStop(() => pool.stop());
  yield* pool.outcomes();
}
