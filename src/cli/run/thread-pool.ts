import { totalmem } from 'node:os';
import type { Input } from '../files/find-inputs.ts';
import type { FileOutcome, FileResult } from './job.ts';
import { isShortage, makeFlag, outcomeOfDeath, startThread, type Thread } from './thread.ts';
import type { ThreadStart } from './worker.ts';

/** At most this many items per chunk: enough that a thread rarely waits, few enough that all threads finish together. */
const maxChunk = 16;
/** Chunks sent to a thread: the current one and the next. */
const chunksAhead = 2;

/**
 * The bytes of bytecode of a function that V8 runs before compiling it to machine code: three times the default.
 * Each thread compiles for itself, while all cores are busy: over 1,000 forms, two threads save 15% of their processor time.
 * Over 10,000 forms it costs 20% more. V8 of Node.js 22 and later compiles in more steps, and has no such flag.
 */
const laterOptimization = process.versions.v8.startsWith('11.') ? '--interrupt-budget=200000' : undefined;
const fewFiles = 2000;

/** What all threads of a pool start with. */
type PoolStart = Omit<ThreadStart<unknown>, 'stop' | 'current'>;

/**
 * Threads that share items: an idle one gets the next ones. Outcomes come in the order of the items. No more items are
 * sent out than the threads can hold, so memory does not grow with the number of items.
 */
export class ThreadPool<Item extends Input, Result extends FileResult> {
  readonly #items: readonly Item[];
  readonly #start: PoolStart;
  readonly #size: number;
  readonly #threads = new Set<Thread<Item>>();
  readonly #outcomes = new Map<number, FileOutcome<Result>>();
  readonly #stop = makeFlag();
  readonly #here: (item: Item) => Promise<FileOutcome<Result>>;
  /** The unfinished items of threads that died, for others to do. */
  readonly #again: number[] = [];
  #next = 0;
  #given = 0;
  #wake: () => void = () => {};

  /** @param here does the work if no threads are available */
  constructor(
    items: readonly Item[],
    size: number,
    start: PoolStart,
    here: (item: Item) => Promise<FileOutcome<Result>>,
  ) {
    this.#items = items;
    this.#here = here;
    this.#size = Math.min(size, items.length);
    this.#start = start;
  }

  /** The outcome of each item, in order; after `stop` only of those already started. */
  async *outcomes(): AsyncGenerator<readonly [Item, FileOutcome<Result>]> {
    if (laterOptimization && this.#items.length <= fewFiles)
      process.getBuiltinModule('node:v8').setFlagsFromString(laterOptimization);
    try {
      for (let count = 0; count < this.#size; count++) this.#addThread();
      for (const [index, item] of this.#items.entries()) {
        let outcome = this.#outcomes.get(index);
        while (!outcome && !(this.#isStopped && this.#isIdle)) {
          if (this.#threads.size === 0) {
            outcome = await this.#here(item);
            // Yields to the event loop, which handles Ctrl-C.
            await new Promise(setImmediate);
          } else {
            this.#feed();
            await this.#news();
            outcome = this.#outcomes.get(index);
          }
        }
        this.#outcomes.delete(index);
        this.#given = index + 1;
        if (outcome) yield [item, outcome];
      }
    } finally {
      // Waits for the current work, so that no file is left half-written.
      this.stop();
      while (!this.#isIdle) await this.#news();
      await Promise.all([...this.#threads].map((thread) => thread.end()));
    }
  }

  stop(): void {
    Atomics.store(this.#stop, 0, 1);
    this.#wake();
  }

  get #isStopped(): boolean {
    return Atomics.load(this.#stop, 0) !== 0;
  }

  get #isIdle(): boolean {
    return [...this.#threads].every(({ chunks }) => chunks === 0);
  }

  #news(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #addThread(): void {
    const mb = 1024 * 1024;
    // Half of the memory for all threads together; V8 allows a thread at most 4 GB.
    const memory = Math.max(256, Math.min(4096, Math.floor(totalmem() / mb / 2 / this.#size)));
    const start = { ...this.#start, stop: this.#stop.buffer };
    try {
      const thread: Thread<Item> = startThread<Item, Result>(
        start,
        (outcomes) => {
          for (const [index, outcome] of outcomes) this.#outcomes.set(index, outcome);
          this.#feed();
          this.#wake();
        },
        (reason) => this.#onDeath(thread, reason),
        memory,
      );
      this.#threads.add(thread);
    } catch (error) {
      if (!isShortage(error)) throw error;
    }
  }

  #feed(): void {
    if (this.#isStopped) return;
    for (const thread of this.#threads) {
      while (thread.chunks < chunksAhead) {
        const chunk = this.#nextIndices().flatMap((index) => {
          const item = this.#items[index];
          return item ? [[index, item] as const] : [];
        });
        if (chunk.length === 0) return;
        thread.send(chunk);
      }
    }
  }

  /** Large chunks first and small ones at the end, so that all threads finish at about the same time. */
  #nextIndices(): number[] {
    if (this.#again.length > 0) return this.#again.splice(0, 1);
    const left = this.#items.length - this.#next;
    const room = this.#given + this.#size * (chunksAhead + 1) * maxChunk - this.#next;
    const length = Math.max(0, Math.min(maxChunk, room, Math.ceil(left / (this.#size * chunksAhead * 2))));
    const first = this.#next;
    this.#next += length;
    return Array.from({ length }, (_, step) => first + step);
  }

  /** The item that the thread worked on fails; its other items go to other threads. */
  #onDeath(thread: Thread<Item>, reason: Error | undefined): void {
    this.#threads.delete(thread);
    const at = thread.at();
    for (const [index, { name }] of thread.pending) {
      if (index !== at) this.#again.push(index);
      else this.#outcomes.set(index, outcomeOfDeath(name, reason));
    }
    // A thread that cannot even start is not replaced: without threads, the work is done here.
    if ((at !== undefined || thread.hasAnswered) && !this.#isStopped) this.#addThread();
    this.#wake();
  }
}
