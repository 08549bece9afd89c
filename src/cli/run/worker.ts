import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { type Context, makeContext } from '../context.ts';
import { temporaryFiles } from '../io/temporary-files.ts';
import { attempt, type FileOutcome, type FileResult, type Job, type JobName, type WorkerEnv } from './job.ts';

/** Milliseconds after which a thread reports what it has, even in the middle of a chunk. */
const reportingMs = 50;

/** What a thread is started with. */
export interface ThreadStart<Settings> {
  readonly job: JobName;
  readonly settings: Settings;
  readonly env: WorkerEnv;
  /** Files are written: nothing may be done twice. */
  readonly writes: boolean;
  /** 32 bits, shared by all threads: not 0 once nothing more may begin. */
  readonly stop: SharedArrayBuffer;
  /** 32 bits of this thread: 1 + the index of the item that it works on; 0 between items. */
  readonly current: SharedArrayBuffer;
}

/** Items on their way to a thread, or outcomes on their way back, each with its index. */
export type Chunk<Item> = readonly (readonly [index: number, item: Item])[];

/** What comes back. */
export interface Reply<Result> {
  readonly outcomes: Chunk<FileOutcome<Result>>;
  /** The chunk is done, or was given up since nothing more may begin. */
  readonly isEnd: boolean;
}

/** The jobs by name, each loaded by the thread that does it. */
export type Jobs = Readonly<Record<JobName, () => Promise<Job<never, never, FileResult>>>>;

/** What a thread runs: chunks come in, outcomes go out. */
export async function serveThread(jobs: Jobs): Promise<void> {
  const { job, settings, env, writes, stop, current }: ThreadStart<never> = workerData;
  const stopFlag = new Int32Array(stop);
  const at = new Int32Array(current);
  // What is reported is not done again by another thread, should this one die.
  const delayMs = writes ? 0 : reportingMs;
  const reply = (message: Reply<FileResult>) => parentPort?.postMessage(message);
  temporaryFiles.postNotes((said) => parentPort?.postMessage(said));
  const start = await jobs[job]();
  const work = await start(settings, workerContext(env));

  parentPort?.on('message', async (chunk: Chunk<never>) => {
    let outcomes: [index: number, outcome: FileOutcome<FileResult>][] = [];
    let since = Date.now();
    for (const [index, item] of chunk) {
      if (Atomics.load(stopFlag, 0) !== 0) break;
      Atomics.store(at, 0, index + 1);
      outcomes.push([index, await attempt(work, item)]);
      if (Date.now() - since >= delayMs) {
        reply({ outcomes, isEnd: false });
        outcomes = [];
        since = Date.now();
      }
      Atomics.store(at, 0, 0);
    }
    reply({ outcomes, isEnd: true });
  });
}

/** A thread reads and writes files; streams and signals are the main thread's. */
function workerContext({ cwd, env, language }: WorkerEnv): Context {
  const silent = { write() {} };
  const io = {
    stdin: Readable.from([]),
    stdout: silent,
    stderr: silent,
    env,
    cwd,
    holdInterrupts() {},
    untilInterrupted: () => new Promise<void>(() => {}),
  };
  // The main thread has chosen the language.
  return makeContext(io, language, false, true);
}
