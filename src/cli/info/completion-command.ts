import { done } from '../exit-codes.ts';
import { addCommand, type CommandText, type Declaration } from '../options.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

const text: CommandText = {
  name: 'completion',
  summary: { vi: 'in tập lệnh tự hoàn thành lệnh', en: 'print a shell completion script' },
  description: {
    vi: 'In tập lệnh tự hoàn thành lệnh bằng phím Tab cho trình lệnh (shell).',
    en: 'Prints a script that completes bieu2 commands with Tab in your shell.',
  },
  argument: {
    name: '<shell>',
    vi: `trình lệnh: ${shells.join(', ')}`,
    en: `shell: ${shells.join(', ')}`,
    choices: shells,
  },
  examples: [
    'bieu2 completion bash >> ~/.bashrc',
    'bieu2 completion zsh > "${fpath[1]}/_bieu2"',
    'bieu2 completion fish > ~/.config/fish/completions/bieu2.fish',
    'bieu2 completion powershell >> $PROFILE',
  ],
};

/** `bieu2 completion`: a script that completes command lines. */
export function declareCompletion(declaration: Declaration) {
  const { program, run } = declaration;
  addCommand(declaration, text).action((shell: (typeof shells)[number]) =>
    run(async ({ io }) => {
      const { completionWords } = await import('./completion-words.ts');
      const { completionScripts } = await import('./completion-scripts.ts');
      io.stdout.write(completionScripts[shell](await completionWords(program)));
      return done;
    }),
  );
}
