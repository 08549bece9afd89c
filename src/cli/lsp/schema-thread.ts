import type { Finding } from '../../diagnostics/finding.ts';
import { readSchema } from '../check/read-schema.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import type { FileResult, Job, WorkerEnv } from '../run/job.ts';
import { startThread } from '../run/thread.ts';
import { UserError } from '../user-error.ts';

interface SchemaInput extends Input {
  readonly value: unknown;
}

interface FoundBySchema extends FileResult {
  readonly findings: readonly Finding[];
}

export const schemaChecker: Job<string, SchemaInput, FoundBySchema> = async (name, { io, say }) => {
  const check = await readSchema(name, io, say);
  return async ({ value }) => ({ errors: 0, warnings: 0, findings: check(value) });
};

/**
 * Checks by an office's schema in a thread: the server answers meanwhile, however long it takes. Kept until the file of
 * the schema changes, so that one that was too slow is not tried again.
 *
 * @param text of the schema
 */
export function startSchemaThread(name: string, text: string, env: WorkerEnv, complain: Context['complain']) {
  const waiting = new Map<number, (findings: readonly Finding[]) => void>();
  const settle = (index: number, findings: readonly Finding[] = []) => {
    waiting.get(index)?.(findings);
    waiting.delete(index);
  };
  const settleAll = () => {
    for (const index of waiting.keys()) settle(index);
  };
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const thread = startThread<SchemaInput, FoundBySchema>(
    { job: 'schema', settings: name, env, writes: false, stop },
    (outcomes) => {
      for (const [index, outcome] of outcomes) {
        if ('failure' in outcome) complain(new UserError(outcome.failure));
        settle(index, 'result' in outcome ? outcome.result?.findings : []);
      }
    },
    settleAll,
  );
  thread.unref();
  let count = 0;
  return {
    text,
    /** Empty if the schema cannot be used, which is reported elsewhere. */
    check: (value: unknown): Promise<readonly Finding[]> =>
      new Promise((resolve) => {
        const index = count++;
        waiting.set(index, resolve);
        thread.send([[index, { name: '', path: undefined, named: true, place: '', value }]]);
      }),
    end(): void {
      settleAll();
      void thread.end();
    },
  };
}
