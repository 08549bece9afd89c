import { parentPort } from 'node:worker_threads';
import { UserError } from '../user-error.ts';
import { attempt } from './attempt.ts';
import type { Chunk, Outcome, Reply, ThreadStart } from './job.ts';
import { type ItemOf, type JobName, jobs, type ResultOf } from './jobs.ts';

/** Milliseconds after which a thread tells what it has, even in the middle of a chunk. */
const usualPatience = 50;

/** What a thread of a batch runs: chunks come in, outcomes go out. @param start what `Thread` gave it */
export async function serve<Name extends JobName>({
  job,
  settings,
  world,
  writes,
  stop,
  current,
}: ThreadStart<Name>) {
  const stopped = new Int32Array(stop);
  const at = new Int32Array(current);
  // What is told is not done again by another thread, should this one die.
  const patience = writes ? 0 : usualPatience;
  const reply = (message: Reply<ResultOf<Name>>) => parentPort?.postMessage(message);
  const makeWork = await jobs[job]();
  const work = await prepared(makeWork(settings, world));
  if (!work) return;

  parentPort?.on('message', async (chunk: Chunk<ItemOf<Name>>) => {
    let outcomes: (readonly [number, Outcome<ResultOf<Name>>])[] = [];
    let since = Date.now();
    for (const [index, item] of chunk) {
      if (Atomics.load(stopped, 0) !== 0) break;
      Atomics.store(at, 0, index + 1);
      outcomes.push([index, await attempt(work, item)]);
      if (Date.now() - since >= patience) {
        reply({ outcomes, isEnd: false });
        outcomes = [];
        since = Date.now();
      }
      Atomics.store(at, 0, 0);
    }
    reply({ outcomes, isEnd: true });
  });
}

/** Undefined when there is something that the user can mend: that is told. */
async function prepared<Work>(work: Promise<Work>): Promise<Work | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    parentPort?.postMessage({ unprepared: error.wording } satisfies Reply<unknown>);
    return undefined;
  }
}
