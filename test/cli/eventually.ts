import { setTimeout } from 'node:timers/promises';

/** Waits for what comes soon, on a busy machine later; fails when it does not. */
export async function eventually(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not come to pass: ${what}`);
    await setTimeout(10);
  }
}
