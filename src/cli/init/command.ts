import { Option } from 'commander';
import { type Declaration, withExamples } from '../options.ts';
import type { InitFlags } from './run.ts';
import { starters } from './starters.ts';

/** `bieu2 init`: see `run-init.ts` for its work. */
export function declareInit({ program, say, run }: Declaration) {
  const names = starters.map(({ id, summary }) => `${id} (${say(summary)})`).join(', ');
  const command = program
    .command('init')
    .summary(say({ vi: 'tạo tệp biểu mới', en: 'start a new form file' }))
    .description(
      say({
        vi: 'Tạo tệp biểu mới từ một bản gợi ý, kèm lược đồ để trình soạn thảo nhắc và kiểm tra khi gõ. Không ghi đè tệp đã có.',
        en: 'Starts a new form file, with the schema by which editors help while you type. Never overwrites a file.',
      }),
    )
    .argument(
      say({ vi: '[tệp]', en: '[file]' }),
      say({ vi: 'tệp cần tạo; bỏ trống: bieu-so-2.yaml', en: 'the file to write; none: bieu-so-2.yaml' }),
    )
    .addOption(
      new Option(
        '-s, --starter <name>',
        say({ vi: `bản gợi ý: ${names}`, en: `what to start from: ${names}` }),
      ).choices(starters.map(({ id }) => id)),
    )
    .option('--unit <name>', say({ vi: 'tên đơn vị báo cáo', en: 'the name of the unit' }))
    .action((file: string | undefined, flags: InitFlags) =>
      run(async (context) => (await import('./run.ts')).runInit(file, flags, context)),
    );
  withExamples(command, say, [
    'bieu2 init',
    'bieu2 init phong-to-chuc.yaml --starter small-unit --unit "PHÒNG TỔ CHỨC"',
  ]);
}
