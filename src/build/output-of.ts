import { PassThrough } from 'node:stream';
import type { Output } from '../cli/io/io.ts';
import { main } from '../cli/main.ts';

/** What a command line prints, to standard output and standard error. @param cwd absolute */
export async function outputOf(
  args: readonly string[],
  cwd: string,
  style: Omit<Output, 'write'>,
): Promise<string> {
  let text = '';
  const output: Output = { ...style, write: (chunk) => (text += chunk) };
  await main(args, {
    ...{ stdin: new PassThrough(), stdout: output, stderr: output, env: {}, cwd },
    holdInterrupts: () => {},
    untilInterrupted: () => new Promise(() => {}),
  });
  return text;
}
