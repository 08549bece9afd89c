import type { Command } from 'commander';
import { done } from '../exit-codes.ts';
import type { PrintFlags } from '../files/print-or-write.ts';
import { type CommandDefinition, outputOptions } from '../options.ts';

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
  options: outputOptions,
  examples: [
    'bieu2 completion bash >> ~/.bashrc',
    'bieu2 completion zsh -o "${fpath[1]}/_bieu2"',
    'bieu2 completion fish -o ~/.config/fish/completions/bieu2.fish',
    'bieu2 completion powershell -o $HOME\\bieu2.ps1; Add-Content $PROFILE ". $HOME\\bieu2.ps1"',
  ],
  async run(context, shell: (typeof shells)[number], flags: PrintFlags, { parent }: Command) {
    const { completionWords } = await import('./completion-words.ts');
    const { completionScripts } = await import('./completion-scripts.ts');
    const { printOrWrite } = await import('../files/print-or-write.ts');
    const script = completionScripts[shell](parent ? await completionWords(parent) : '');
    // Without the mark Windows PowerShell 5 reads a script in the code page of the system.
    const mark = shell === 'powershell' && (flags.output ?? '-') !== '-' ? '\ufeff' : '';
    await printOrWrite(mark + script, flags, context);
    return done;
  },
};
