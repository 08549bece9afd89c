import type { Language, Wording } from '../../diagnostics/wording.ts';
import { outputOf } from '../output-of.ts';

const head: Wording = {
  vi: `# Các lệnh

[bieu2](../../README.vi.md) · [English](../cli.md)

Trang này được tạo từ \`--help\` của chương trình. \`bieu2 help <lệnh>\` in cùng nội dung.
`,
  en: `# Commands

[bieu2](../README.md) · [Tiếng Việt](vi/cli.md)

This page is generated from the program's own \`--help\`. \`bieu2 help <command>\` prints the same text.
`,
};

/** `docs/cli.md`: all commands and subcommands, each with its help. */
export async function cliPage(language: Language): Promise<string> {
  const section = async (words: readonly string[], level: string): Promise<string> => {
    const help = await helpOf(words, language);
    const own = `\n${level} ${['bieu2', ...words].join(' ')}\n\n\`\`\`text\n${help}\`\`\`\n`;
    const inner = commandsIn(help).map(({ name }) =>
      section([...words, name], words.length === 0 ? '##' : '###'),
    );
    return own + (await Promise.all(inner)).join('');
  };
  return head[language] + (await section([], '##'));
}

/** What `bieu2 <words> --help` prints in a pipe. */
export async function helpOf(words: readonly string[], language: Language): Promise<string> {
  const help = await outputOf([...words, '--help', '--lang', language], '/', { columns: 80 });
  return `${help.trimEnd()}\n`;
}

/** The commands listed in help, in its order, without `help`. `usage` is the name with its arguments. */
export function commandsIn(help: string) {
  const [, list = ''] = /\n(?:Commands|Lệnh):\n(.*?)(?:\n\n|$)/s.exec(help) ?? [];
  const entries = list
    .replace(/\n {4,}/g, ' ')
    .matchAll(/^ {2}(?<usage>(?<name>\S+).*?) {2,}(?<summary>.+)$/gm);
  return Array.from(entries, ({ groups: { name = '', usage = '', summary = '' } = {} }) => {
    return { name, usage, summary };
  }).filter(({ name }) => name !== 'help');
}
