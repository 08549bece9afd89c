import { parentPort, workerData } from 'node:worker_threads';
import { type Failure, failureOf } from './failure.ts';
import { inputOf, type KindName, kinds } from './kinds.ts';

/** What a worker is asked to check: inputs of some numbers, or one that is given. */
export type Order =
  | { readonly kind: KindName; readonly seed: number; readonly from: number; readonly count: number }
  | { readonly kind: KindName; readonly bytes: Uint8Array };

/** What it answers, unless it hangs or dies: the faults, each with the number of its input. */
export type Answer = readonly (Failure & { readonly number: number })[];

/** The number of the input at hand, for whoever watches. */
const current: Int32Array = workerData;

parentPort?.on('message', async (order: Order) => {
  const found: (Failure & { number: number })[] = [];
  const [from, count] = 'bytes' in order ? [0, 1] : [order.from, order.count];
  for (let number = from; number < from + count; number++) {
    Atomics.store(current, 0, number);
    const bytes = 'bytes' in order ? order.bytes : inputOf(order.kind, order.seed, number);
    try {
      await kinds[order.kind].check(bytes);
    } catch (error) {
      found.push({ ...failureOf(error), number });
    }
  }
  parentPort?.postMessage(found satisfies Answer);
});

parentPort?.postMessage('ready');
