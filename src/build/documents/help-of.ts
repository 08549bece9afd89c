import { PassThrough } from 'node:stream';
import { main } from '../../cli/main.ts';
import type { Language } from '../../diagnostics/wording.ts';

/** What `bieu2 <words> --help` prints in a pipe. */
export async function helpOf(words: readonly string[], language: Language): Promise<string> {
  let help = '';
  const stdout = { write: (chunk: string | Uint8Array) => (help += chunk), columns: 80 };
  await main([...words, '--help', '--lang', language], {
    stdin: new PassThrough(),
    stdout,
    stderr: stdout,
    env: {},
    cwd: '/',
    holdInterrupts: () => {},
    untilInterrupted: () => new Promise(() => {}),
  });
  return `${help.trimEnd()}\n`;
}

/** A command as listed in help. */
export interface ListedCommand {
  readonly name: string;
  /** The name with its arguments: `validate [files...]`. */
  readonly usage: string;
  readonly summary: string;
}

/** The commands listed in help, in its order, without `help`. */
export function commandsIn(help: string): ListedCommand[] {
  const [, list = ''] = /\n(?:Commands|Lệnh):\n(.*?)(?:\n\n|$)/s.exec(help) ?? [];
  const entries = list
    .replace(/\n {4,}/g, ' ')
    .matchAll(/^ {2}(?<usage>(?<name>\S+).*?) {2,}(?<summary>.+)$/gm);
  return Array.from(entries, ({ groups: { name = '', usage = '', summary = '' } = {} }) => ({
    name,
    usage,
    summary,
  })).filter(({ name }) => name !== 'help');
}
