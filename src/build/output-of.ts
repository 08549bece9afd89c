import { PassThrough } from 'node:stream';
import type { Output } from '../cli/io/io.ts';
import { main } from '../cli/main.ts';

/**
 * What a command line prints, to standard output and standard error.
 *
 * @param cwd absolute
 * @param whileRunning for commands that run until they are interrupted: receives what was printed so far
 */
export async function outputOf(
  args: readonly string[],
  cwd: string,
  style: Omit<Output, 'write'>,
  whileRunning = (_text: string, _interrupt: () => void): void => {},
): Promise<string> {
  let text = '';
  let interrupt = () => {};
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  const write = (chunk: string | Uint8Array) => {
    text += chunk;
    whileRunning(text, interrupt);
  };
  const output: Output = { ...style, write };
  await main(args, {
    ...{ stdin: new PassThrough(), stdout: output, stderr: output, env: {}, cwd },
    holdInterrupts: () => {},
    untilInterrupted: () => interrupted,
  });
  return text;
}
