import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { type Context, makeContext } from '../context.ts';
import { temporaryFiles } from '../io/temporary-files.ts';
import { attempt, type FileOutcome, type FileResult, type Job, type JobName, type WorkerEnv } from './job.ts';

/** Milliseconds after which a thread reports its results, even in the middle of a chunk. */
const reportingMs = 50;

export interface ThreadStart<Settings> {
  readonly job: JobName;
  readonly settings: Settings;
  readonly env: WorkerEnv;
  /** The work writes files, so nothing may be done twice. */
  readonly writes: boolean;
  /** 32 bits, shared by all threads: nonzero once no more items may be started. */
  readonly stop: SharedArrayBuffer;
  /** 32 bits of this thread: 1 + the index of the item that it works on; 0 between items. */
  readonly current: SharedArrayBuffer;
}

/** Items on their way to a thread, or outcomes on their way back, each with its index. */
export type Chunk<Item> = readonly (readonly [index: number, item: Item])[];

export interface Reply<Result> {
  readonly outcomes: Chunk<FileOutcome<Result>>;
  /** The chunk is done, or was abandoned after a stop. */
  readonly isEnd: boolean;
}

/** The jobs by name, loaded by the threads that run them. */
export type Jobs = Readonly<Record<JobName, () => Promise<Job<never, never, FileResult>>>>;

export async function serveThread(jobs: Jobs): Promise<void> {
  const { job, settings, env, writes, stop, current }: ThreadStart<never> = workerData;
  const stopFlag = new Int32Array(stop);
  const at = new Int32Array(current);
  // If this thread dies, other threads do not repeat what is already reported.
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

/** A thread reads and writes files; streams and signals belong to the main thread. */
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
  // The main thread has already chosen the language.
  return makeContext(io, language, false, true);
}
