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

/** The commands that a help lists, in its order, `help` left out. */
export function commandsIn(help: string): string[] {
  const [, list = ''] = /\n(?:Commands|Lệnh):\n(.*?)(?:\n\n|$)/s.exec(help) ?? [];
  return [...list.matchAll(/^ {2}(\S+)/gm)].map(([, name = '']) => name).filter((name) => name !== 'help');
}
