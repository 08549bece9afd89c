import { Argument } from 'commander';
import { done } from '../exit-codes.ts';
import { type Declaration, withExamples } from '../options.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** `bieu2 completion`: a script that completes command lines. */
export function declareCompletion({ program, say, run }: Declaration) {
  const command = program
    .command('completion')
    .summary(say({ vi: 'in kịch bản tự điền lệnh', en: 'print a script for completion' }))
    .description(
      say({
        vi: 'In kịch bản tự điền lệnh bằng phím Tab cho trình lệnh.',
        en: 'Prints a script by which the shell completes commands with Tab.',
      }),
    )
    .addArgument(
      new Argument(
        '<shell>',
        say({ vi: `trình lệnh: ${shells.join(', ')}`, en: `the shell: ${shells.join(', ')}` }),
      ).choices(shells),
    )
    .action((shell: (typeof shells)[number]) =>
      run(async ({ io }) => {
        const { completionModel } = await import('./completion/completion-model.ts');
        const { completionScripts } = await import('./completion/completion-scripts.ts');
        io.stdout.write(completionScripts[shell](await completionModel(program)));
        return done;
      }),
    );
  withExamples(command, say, [
    'bieu2 completion bash >> ~/.bashrc',
    'bieu2 completion zsh > "${fpath[1]}/_bieu2"',
    'bieu2 completion fish > ~/.config/fish/completions/bieu2.fish',
    'bieu2 completion powershell >> $PROFILE',
  ]);
}
