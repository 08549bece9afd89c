import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Failure } from './failure.ts';
import type { Answer, Order } from './worker.ts';

/** How long one input may take: far more than any form does, on a busy machine, too. */
const limitSeconds = 20;
/** Megabytes of the heap of the worker, the program itself included. */
const limitMegabytes = 768;

/** Node.js 20 does not hand what tsx has registered down to threads. */
const start = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('./worker.ts', import.meta.url).href)});
});`;

/**
 * Checks inputs in a thread of its own, which is ended when an input takes too long or too much memory: that is a
 * failure like any other.
 */
export class Checker {
  #worker: Worker | undefined;
  readonly #current = new Int32Array(new SharedArrayBuffer(4));

  /** The failures, and how many inputs of the order were checked: fewer where the worker had to be ended. */
  async check(order: Order): Promise<{ failures: Answer; checked: number }> {
    const from = 'bytes' in order ? 0 : order.from;
    Atomics.store(this.#current, 0, from);
    const worker = await this.#running();
    const outcome = await new Promise<Answer | Failure>((resolve) => {
      const watch = setInterval(() => this.#watch(settle), 500);
      this.#last = { number: from, since: Date.now() };
      const settle = (result: Answer | Failure) => {
        clearInterval(watch);
        worker.off('message', settle).off('error', onError).off('exit', onExit);
        resolve(result);
      };
      const onError = (error: Error) => settle(died(error.message));
      const onExit = (code: number) => settle(died(`the worker ended with ${code}`));
      worker.on('message', settle).on('error', onError).on('exit', onExit);
      worker.postMessage(order);
    });
    if (Array.isArray(outcome)) return { failures: outcome, checked: 'bytes' in order ? 1 : order.count };
    const number = Atomics.load(this.#current, 0);
    await this.end();
    const { signature, reason } = outcome as Failure;
    return { failures: [{ signature, reason, number }], checked: number - from + 1 };
  }

  #last = { number: 0, since: 0 };

  #watch(settle: (failure: Failure) => void): void {
    const number = Atomics.load(this.#current, 0);
    if (number !== this.#last.number) this.#last = { number, since: Date.now() };
    if (Date.now() - this.#last.since > limitSeconds * 1000)
      settle(died(`takes longer than ${limitSeconds} s`));
  }

  async #running(): Promise<Worker> {
    if (this.#worker) return this.#worker;
    const resourceLimits = { maxOldGenerationSizeMb: limitMegabytes };
    this.#worker = new Worker(start, { eval: true, execArgv: [], workerData: this.#current, resourceLimits });
    // It says so when it has loaded; what fails before is a fault of this program.
    await once(this.#worker, 'message');
    return this.#worker;
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }
}

const died = (reason: string): Failure => ({ signature: reason, reason });
