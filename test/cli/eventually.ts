import { setTimeout } from 'node:timers/promises';

/** Waits for what is to come soon; fails when it does not. */
export async function eventually(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 5000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not come to pass: ${what}`);
    await setTimeout(10);
  }
}
