import type { Command } from 'commander';
import { done } from '../exit-codes.ts';
import type { CommandDefinition } from '../options.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** `bieu2 completion`: a script that completes command lines. */
export const completionCommand: CommandDefinition = {
  name: 'completion',
  summary: { vi: 'in tập lệnh tự hoàn thành lệnh', en: 'print a shell completion script' },
  description: {
    vi: 'In tập lệnh tự hoàn thành lệnh bằng phím Tab cho shell.',
    en: 'Prints a script that completes bieu2 commands with Tab in your shell.',
  },
  argument: {
    name: '<shell>',
    vi: `shell: ${shells.join(', ')}`,
    en: `shell: ${shells.join(', ')}`,
    choices: shells,
  },
  examples: [
    'bieu2 completion bash >> ~/.bashrc',
    'bieu2 completion zsh > "${fpath[1]}/_bieu2"',
    'bieu2 completion fish > ~/.config/fish/completions/bieu2.fish',
    'bieu2 completion powershell >> $PROFILE',
  ],
  async run({ io }, shell: (typeof shells)[number], _: unknown, { parent }: Command) {
    const { completionWords } = await import('./completion-words.ts');
    const { completionScripts } = await import('./completion-scripts.ts');
    io.stdout.write(completionScripts[shell](parent ? await completionWords(parent) : ''));
    return done;
  },
};
