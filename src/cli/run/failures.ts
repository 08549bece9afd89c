import type { Context } from '../context.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

/** What could not be done in a run over many files. None of it stops the rest; it is told at the end. */
export class Losses {
  readonly #failures: UserError[];
  #bug: unknown;

  /** @param failures what was lost before the run began */
  constructor(failures: readonly UserError[]) {
    this.#failures = [...failures];
  }

  /** What was lost so far. */
  sentences({ say }: Context): string[] {
    return this.#failures.map(({ wording }) => say(wording));
  }

  get count(): number {
    return this.#failures.length;
  }

  /** @param name the file that an error befell @param error a fault of bieu2, unless it is a `UserError` */
  add(name: string, error: unknown): void {
    if (error instanceof UserError) {
      this.#failures.push(error);
    } else {
      this.#bug ??= error;
      this.#failures.push(faultAt(name));
    }
  }

  /** Does something whose failure is one loss among others. @param name as for `add` */
  async attempt(name: string, work: () => Promise<void> | undefined): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.add(name, error);
    }
  }

  /** @throws the first fault of bieu2, so that it is reported */
  tell({ complain }: Context): void {
    for (const failure of this.#failures) complain(failure);
    if (this.#bug !== undefined) throw this.#bug;
  }
}

const faultAt = (name: string) =>
  new UserError({
    vi: `Không xử lý được ${quoteName(name)} do lỗi của bieu2.`,
    en: `A fault of bieu2 kept ${quoteName(name)} from being processed.`,
  });
