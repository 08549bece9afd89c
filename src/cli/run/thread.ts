import { Worker } from 'node:worker_threads';
import { packageFile } from '../../package-files.ts';
import type { Input } from '../files/find-inputs.ts';
import { type ThreadNote, temporaryFiles } from '../io/temporary-files.ts';
import { userError } from '../user-error.ts';
import { type FileOutcome, type FileResult, threadMark } from './job.ts';
import type { Chunk, Reply, ThreadStart } from './worker.ts';

/** A number that all threads share, at first 0. */
export const makeFlag = () => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** A thread that works on items. */
export type Thread<Item extends Input> = ReturnType<typeof startThread<Item, FileResult>>;

/**
 * Starts a thread.
 *
 * @param onDeath called when the thread ends by itself, without a reason if it was killed
 * @throws Error if the system lacks resources: see `isShortage`
 */
export function startThread<Item extends Input, Result extends FileResult>(
  start: Omit<ThreadStart<unknown>, 'current'>,
  onOutcomes: (outcomes: Reply<Result>['outcomes']) => void,
  onDeath: (reason: Error | undefined) => void,
  memoryMb?: number,
) {
  const current = makeFlag();
  const worker = new Worker(packageFile('dist/bin.cjs'), {
    argv: [start.job, threadMark],
    workerData: { ...start, current: current.buffer },
    ...(memoryMb && { resourceLimits: { maxOldGenerationSizeMb: memoryMb } }),
  });
  const thread = {
    /** Items sent and not yet answered, by index. */
    pending: new Map<number, Item>(),
    chunks: 0,
    hasAnswered: false,
    send(chunk: Chunk<Item>): void {
      for (const [index, item] of chunk) thread.pending.set(index, item);
      thread.chunks += 1;
      worker.postMessage(chunk);
    },
    /** The index of the item that the thread works on, or worked on when it died. */
    at(): number | undefined {
      const at = Atomics.load(current, 0);
      return at === 0 ? undefined : at - 1;
    },
    end: (): Promise<number> => worker.removeAllListeners('exit').terminate(),
    /** Lets the process end before the thread. */
    unref: (): void => worker.unref(),
  };
  let reason: Error | undefined;
  worker.on('error', (error: Error) => {
    reason = error;
  });
  worker.on('message', (reply: Reply<Result> | ThreadNote) => {
    if ('note' in reply) {
      temporaryFiles.hear(reply);
      return;
    }
    thread.hasAnswered = true;
    for (const [index] of reply.outcomes) thread.pending.delete(index);
    if (reply.isEnd) thread.chunks -= 1;
    onOutcomes(reply.outcomes);
  });
  worker.on('exit', () => onDeath(reason));
  return thread;
}

/** Whether the system lacks resources for a thread, or the thread ran out of memory. */
export const isShortage = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ERR_WORKER_INIT_FAILED' || error.code === 'ERR_WORKER_OUT_OF_MEMORY');

/** The outcome of the item that a thread worked on when it died. @param reason undefined if it was killed */
export function outcomeOfDeath(name: string, reason: Error | undefined): FileOutcome<never> {
  if (reason === undefined) return { failure: endedSuddenly({ name }).wording };
  return isShortage(reason)
    ? { failure: outOfMemory({ name }).wording }
    : { bug: reason.stack ?? reason.message };
}

const endedSuddenly = userError(
  'Không xử lý được {name}: luồng xử lý dừng đột ngột. Hãy chạy riêng tệp này.',
  'Cannot process {name}: its thread ended unexpectedly. Run it by itself.',
);
const outOfMemory = userError(
  'Không xử lý được {name}: tệp cần nhiều bộ nhớ hơn mức cho phép. Hãy chạy riêng tệp này, hoặc dùng --jobs 1.',
  'Cannot process {name}: not enough memory. Run it by itself, or use --jobs 1.',
);
