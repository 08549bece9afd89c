import type { TaskRow } from '../../tasks/task-rows.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import { quoteName } from '../io/quote-name.ts';
import type { Batch } from '../run/batch.ts';
import type { Losses } from '../run/failures.ts';
import { unreadableForm } from '../run/unreadable-form.ts';

/** What became of the files, besides those that are lost. */
export interface Account {
  forms: number;
  tasks: number;
  /** Forms of which tasks may be missing. */
  incomplete: number;
  /** Met in folders, and no forms. */
  others: number;
  /** The form that is being written. */
  file: string;
}

/**
 * The tasks of every form of a batch, in order. Files that cannot be read are losses, forms of which tasks may be
 * missing are told at once.
 *
 * @param accept throws for a form that must not be exported
 */
export async function* exportedRows(
  batch: Batch<'export'>,
  account: Account,
  losses: Losses,
  accept: (input: Input) => void,
  { io, say }: Context,
): AsyncGenerator<TaskRow> {
  const stderr = batch.progress.beside(io.stderr);
  for await (const done of batch.results()) {
    const { item } = done;
    const result = 'result' in done ? done.result : undefined;
    if ('error' in done) losses.add(item.name, done.error);
    if (result && result.kind !== 'other') accept(item);
    if (result?.kind === 'unreadable') losses.add(item.name, unreadableForm(item.name, result));
    if (result?.kind === 'other') account.others += 1;
    const isFaulty = result?.kind === 'unreadable' || (result?.kind === 'form' && !result.isWhole);
    batch.progress.advance(isFaulty ? 1 : 0);
    if (result?.kind !== 'form') continue;
    account.forms += 1;
    account.tasks += result.rows.length;
    account.file = item.name;
    if (!result.isWhole) {
      account.incomplete += 1;
      stderr.write(`${say(incomplete(item.name))}\n`);
    }
    yield* result.rows;
  }
}

const incomplete = (name: string) => ({
  vi: `Lưu ý: ${quoteName(name)} có phần không đúng cấu trúc của biểu, có thể thiếu công việc. Xem: bieu2 validate`,
  en: `Note: parts of ${quoteName(name)} have not the shape of a form; tasks may be missing. See: bieu2 validate`,
});
