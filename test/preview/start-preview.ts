import { onTestFinished } from 'vitest';
import type { Run, Settings, World } from '../cli/run-main.ts';

/** A preview that runs; it ends with the test, if not before. */
export interface RunningPreview {
  readonly url: string;
  /** Ctrl-C. */
  stop(): Promise<Run>;
}

/** Starts `bieu2 preview` and waits for the address of its page. */
export async function startPreview(
  world: World,
  args: readonly string[],
  settings: Settings = {},
): Promise<RunningPreview> {
  let stop = () => {};
  const until = new Promise<void>((resolve) => {
    stop = resolve;
  });
  let output = '';
  let resolveAddress: (url: string) => void = () => {};
  const address = new Promise<string>((resolve) => {
    resolveAddress = resolve;
  });
  const run = world.run(['preview', ...args], {
    ...settings,
    until,
    onOutput(text) {
      output += text;
      const [url] = /http:\S+(?=\s)/.exec(output) ?? [];
      if (url !== undefined) resolveAddress(url);
    },
  });
  const end = () => {
    stop();
    return run;
  };
  onTestFinished(async () => {
    await end();
  });
  const early = run.then(({ err }) => Promise.reject(new Error(`It ended at once: ${err}`)));
  early.catch(() => {});
  return { url: await Promise.race([address, early]), stop: end };
}
