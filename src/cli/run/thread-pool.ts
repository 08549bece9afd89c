import os from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { UserError } from '../user-error.ts';
import { attempt } from './attempt.ts';
import { isShortage } from './is-shortage.ts';
import type { Outcome, Reply, ThreadStart } from './job.ts';
import type { ItemOf, JobName, ResultOf } from './jobs.ts';
import { outcomeOfDeath } from './outcome-of-death.ts';
import { Thread } from './thread.ts';

/** Items of a chunk at most: enough that a thread seldom waits, few enough that all end together. */
const maxChunk = 16;
/** Chunks that a thread has at hand: the one it works on and the next. */
const chunksAhead = 2;

/**
 * Threads that share out the items of a batch: whoever is idle takes the next ones. Outcomes are told in the order
 * of the items. No more is under way than the threads can have at hand, so memory does not grow with the batch.
 */
export class ThreadPool<Name extends JobName> {
  readonly #items: readonly ItemOf<Name>[];
  readonly #start: Omit<ThreadStart<Name>, 'current'>;
  readonly #size: number;
  readonly #threads = new Set<Thread<Name>>();
  readonly #outcomes = new Map<number, Outcome<ResultOf<Name>>>();
  readonly #stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #here: (item: ItemOf<Name>) => Promise<ResultOf<Name>>;
  /** What threads had before they died: to be done by others. */
  readonly #again: number[] = [];
  #next = 0;
  #told = 0;
  #fault: unknown;
  #wake: () => void = () => {};

  /** @param here does the work where the system gives no threads */
  constructor(
    items: readonly ItemOf<Name>[],
    size: number,
    start: Omit<ThreadStart<Name>, 'current' | 'stop'>,
    here: (item: ItemOf<Name>) => Promise<ResultOf<Name>>,
  ) {
    this.#items = items;
    this.#here = here;
    this.#size = Math.min(size, items.length);
    this.#start = { ...start, stop: this.#stop.buffer };
  }

  /** The outcome of each item, in their order. After `stop` of those only that are done. */
  async *outcomes(): AsyncGenerator<readonly [ItemOf<Name>, Outcome<ResultOf<Name>>]> {
    try {
      for (let count = 0; count < this.#size; count++) this.#addThread();
      for (const [index, item] of this.#items.entries()) {
        let outcome = this.#outcomes.get(index);
        while (!outcome && !this.#isOver) {
          if (this.#threads.size === 0) {
            outcome = await attempt(this.#here, item);
            // Lets the event loop hear of Ctrl-C.
            await setImmediate();
            break;
          }
          this.#feed();
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
          outcome = this.#outcomes.get(index);
        }
        if (this.#fault !== undefined) throw this.#fault;
        this.#outcomes.delete(index);
        this.#told = index + 1;
        if (outcome) yield [item, outcome];
      }
    } finally {
      await this.#end();
    }
  }

  /** Begins nothing more. */
  stop(): void {
    Atomics.store(this.#stop, 0, 1);
    this.#wake();
  }

  get #isStopped(): boolean {
    return Atomics.load(this.#stop, 0) !== 0;
  }

  /** Nothing more will come: all is done, or what was under way when the batch was stopped. */
  get #isOver(): boolean {
    return this.#fault !== undefined || (this.#isStopped && this.#isIdle);
  }

  get #isIdle(): boolean {
    return [...this.#threads].every(({ chunks }) => chunks === 0);
  }

  #addThread(): void {
    const mb = 1024 * 1024;
    // Half of the memory for all of them; V8 gives no thread more than 4 GB.
    const memory = Math.max(256, Math.min(4096, Math.floor(os.totalmem() / mb / 2 / this.#size)));
    try {
      const thread: Thread<Name> = new Thread(this.#start, memory, {
        onReply: (reply) => this.#onReply(reply),
        onDeath: (reason) => this.#onDeath(thread, reason),
      });
      this.#threads.add(thread);
    } catch (error) {
      if (!isShortage(error)) throw error;
    }
  }

  #feed(): void {
    if (this.#isStopped || this.#fault !== undefined) return;
    for (const thread of this.#threads) {
      while (thread.chunks < chunksAhead) {
        const chunk = this.#nextIndices().map((index) => [index, this.#itemAt(index)] as const);
        if (chunk.length === 0) return;
        thread.send(chunk);
      }
    }
  }

  /** Large chunks at first and small ones at the end, so that no thread is left with much when others are done. */
  #nextIndices(): number[] {
    if (this.#again.length > 0) return this.#again.splice(0, 1);
    const left = this.#items.length - this.#next;
    const room = this.#told + this.#size * (chunksAhead + 1) * maxChunk - this.#next;
    const length = Math.min(maxChunk, room, Math.ceil(left / (this.#size * chunksAhead * 2)));
    const first = this.#next;
    this.#next += Math.max(0, length);
    return Array.from({ length: Math.max(0, length) }, (_, step) => first + step);
  }

  #itemAt(index: number): ItemOf<Name> {
    const item = this.#items[index];
    if (!item) throw new Error(`no item ${index}`);
    return item;
  }

  #onReply(reply: Reply<ResultOf<Name>>): void {
    if ('unprepared' in reply) this.#fault = new UserError(reply.unprepared);
    else for (const [index, outcome] of reply.outcomes) this.#outcomes.set(index, outcome);
    this.#feed();
    this.#wake();
  }

  /** What the thread was at is lost; the rest of what it had goes to another. */
  #onDeath(thread: Thread<Name>, reason: Error | undefined): void {
    this.#threads.delete(thread);
    const { at } = thread;
    const hasBegun = at !== undefined || thread.hasAnswered;
    if (!hasBegun && !isShortage(reason)) {
      this.#fault = reason ?? new Error('A thread ended before it began.');
    } else {
      for (const [index, item] of thread.pending) {
        if (index !== at) this.#again.push(index);
        else this.#outcomes.set(index, outcomeOfDeath(item.name, reason));
      }
      // What the system has no room for is not tried again.
      if (hasBegun && !this.#isStopped) this.#addThread();
    }
    this.#wake();
  }

  /** Waits for what is under way, lest a file be left half-written. */
  async #end(): Promise<void> {
    this.stop();
    while (!this.#isIdle && this.#fault === undefined) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    await Promise.all([...this.#threads].map((thread) => thread.end()));
  }
}
