import { Worker } from 'node:worker_threads';
import { packageFile } from '../../package-files.ts';
import type { Chunk, Reply, ThreadStart } from './job.ts';
import type { ItemOf, JobName, ResultOf } from './jobs.ts';

/** What a pool is told of a thread. */
export interface ThreadEvents<Name extends JobName> {
  onReply(reply: Reply<ResultOf<Name>>): void;
  /** The thread ended by itself. @param reason undefined when it was killed without a word */
  onDeath(reason: Error | undefined): void;
}

/** A thread that works on chunks of a batch. */
export class Thread<Name extends JobName> {
  readonly #worker: Worker;
  readonly #current = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  /** Given out and not answered yet: by place in the batch. */
  readonly pending = new Map<number, ItemOf<Name>>();
  chunks = 0;
  hasAnswered = false;

  constructor(
    start: Omit<ThreadStart<Name>, 'current'>,
    memoryMb: number,
    { onReply, onDeath }: ThreadEvents<Name>,
  ) {
    this.#worker = new Worker(packageFile('dist/bin.cjs'), {
      workerData: { ...start, current: this.#current },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    let reason: Error | undefined;
    this.#worker.on('error', (error: Error) => {
      reason = error;
    });
    this.#worker.on('message', (reply: Reply<ResultOf<Name>>) => {
      this.hasAnswered = true;
      if ('outcomes' in reply) {
        for (const [index] of reply.outcomes) this.pending.delete(index);
        if (reply.isEnd) this.chunks -= 1;
      }
      onReply(reply);
    });
    this.#worker.on('exit', () => onDeath(reason));
  }

  send(chunk: Chunk<ItemOf<Name>>): void {
    for (const [index, item] of chunk) this.pending.set(index, item);
    this.chunks += 1;
    this.#worker.postMessage(chunk);
  }

  /** The place in the batch of what the thread is at, or was at when it died. */
  get at(): number | undefined {
    const at = Atomics.load(new Int32Array(this.#current), 0);
    return at === 0 ? undefined : at - 1;
  }

  async end(): Promise<void> {
    this.#worker.removeAllListeners('exit');
    await this.#worker.terminate();
  }
}
