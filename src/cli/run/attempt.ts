import { UserError } from '../user-error.ts';
import type { Outcome } from './job.ts';

/** Does the work on one item; whatever goes wrong is the outcome of this item alone. */
export async function attempt<Item, Result>(
  work: (item: Item) => Promise<Result>,
  item: Item,
): Promise<Outcome<Result>> {
  try {
    return { result: await work(item) };
  } catch (error) {
    if (error instanceof UserError) return { failure: error.wording };
    return { bug: (error instanceof Error && error.stack) || String(error) };
  }
}
