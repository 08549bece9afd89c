import { Worker } from 'node:worker_threads';
import type { Finding } from '../../diagnostics/finding.ts';
import { packageFile } from '../../package-files.ts';
import { readSchema } from '../check/read-schema.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import { type FileOutcome, type FileResult, type Job, threadMark, type WorkerEnv } from '../run/job.ts';
import type { Chunk, Reply, ThreadStart } from '../run/worker.ts';
import { UserError } from '../user-error.ts';

interface SchemaInput extends Input {
  readonly value: unknown;
}

interface FoundBySchema extends FileResult {
  readonly findings: readonly Finding[];
}

/** Checks values against an office's schema in another thread. */
export const schemaChecker: Job<string, SchemaInput, FoundBySchema> = async (name, { io, say }) => {
  const check = await readSchema(name, io, say);
  return async ({ value }) => ({ errors: 0, warnings: 0, findings: check(value) });
};

/**
 * Checks by an office's schema in a thread: the server answers meanwhile, however long it takes. Kept until the file of
 * the schema changes, so that one that was too slow is not tried again.
 */
export class SchemaThread {
  readonly text: string;
  readonly #worker: Worker;
  readonly #complain: Context['complain'];
  readonly #waiting = new Map<number, (findings: readonly Finding[]) => void>();
  #count = 0;

  /** @param text of the schema */
  constructor(name: string, text: string, env: WorkerEnv, complain: Context['complain']) {
    this.text = text;
    this.#complain = complain;
    const flag = () => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const start: ThreadStart<string> = {
      ...{ job: 'schema', settings: name, env, writes: false },
      ...{ stop: flag(), current: flag() },
    };
    this.#worker = new Worker(packageFile('dist/bin.cjs'), {
      argv: [start.job, threadMark],
      workerData: start,
    });
    this.#worker.on('message', ({ outcomes }: Reply<FoundBySchema>) => {
      for (const [index, outcome] of outcomes) this.#settle(index, outcome);
    });
    this.#worker.on('error', () => {}).on('exit', () => this.#settleAll());
    // It does not keep the process alive.
    this.#worker.unref();
  }

  /** Empty if the schema cannot be used, which is reported elsewhere. */
  check(value: unknown): Promise<readonly Finding[]> {
    return new Promise((resolve) => {
      const index = this.#count++;
      this.#waiting.set(index, resolve);
      const item: SchemaInput = { name: '', path: undefined, named: true, place: '', value };
      this.#worker.postMessage([[index, item]] satisfies Chunk<SchemaInput>);
    });
  }

  end(): void {
    this.#settleAll();
    void this.#worker.terminate();
  }

  #settle(index: number, outcome: FileOutcome<FoundBySchema>): void {
    if ('failure' in outcome) this.#complain(new UserError(outcome.failure));
    this.#waiting.get(index)?.('result' in outcome ? (outcome.result?.findings ?? []) : []);
    this.#waiting.delete(index);
  }

  #settleAll(): void {
    for (const resolve of this.#waiting.values()) resolve([]);
    this.#waiting.clear();
  }
}
