import { type Declaration, withExamples } from '../options.ts';
import type { NewTemplateFlags } from './run.ts';

/** `bieu2 template`: see `run-template.ts` for its work. */
export function declareTemplate({ program, say, run }: Declaration) {
  const command = program
    .command('template')
    .summary(say({ vi: 'xem, tạo, kiểm tra mẫu trình bày', en: 'list, show, make and check templates' }))
    .description(
      say({
        vi: 'Xem các mẫu có sẵn, tạo mẫu Word của riêng cơ quan để sửa bằng Word, kiểm tra mẫu trước khi dùng.',
        en: 'Shows the templates that come with bieu2, makes one for your office to edit in Word, checks one before it is used.',
      }),
    )
    .helpCommand(false);
  withExamples(command, say, [
    'bieu2 template list',
    'bieu2 template show ngang > rieng.yaml',
    'bieu2 template new -o mau-rieng.docx --from ngang',
    'bieu2 template check mau-rieng.docx',
    'bieu2 render bieu-so-2.yaml --template mau-rieng.docx',
  ]);

  const list = command
    .command('list')
    .description(say({ vi: 'Liệt kê các mẫu có sẵn.', en: 'Lists the templates that come with bieu2.' }))
    .action(() => run(async (context) => (await import('./run.ts')).listTemplates(context)));
  withExamples(list, say, ['bieu2 template list']);

  const show = command
    .command('show')
    .description(
      say({
        vi: 'In kiểu trình bày của một mẫu (YAML): khổ giấy, lề, phông chữ, độ rộng cột, lời văn.',
        en: 'Prints the look of a template (YAML): page, margins, fonts, widths of columns, wording.',
      }),
    )
    .argument(
      say({ vi: '<tên>', en: '<name>' }),
      say({ vi: 'tên mẫu, xem: bieu2 template list', en: 'its name, see: bieu2 template list' }),
    )
    .action((name: string) => run(async (context) => (await import('./run.ts')).showTemplate(name, context)));
  withExamples(show, say, ['bieu2 template show bieu-so-2', 'bieu2 template show ngang > rieng.yaml']);

  const make = command
    .command('new')
    .description(
      say({
        vi: 'Tạo tệp mẫu Word để sửa bằng Word: phông chữ, lề, độ rộng cột, lời văn, tiêu đề cơ quan. Không ghi đè tệp đã có.',
        en: 'Makes a Word template to be edited in Word: fonts, margins, widths, wording, letterhead. Never overwrites a file.',
      }),
    )
    .option(
      '-o, --output <file.docx>',
      say({ vi: 'tệp cần tạo; bỏ trống: mau-<tên>.docx', en: 'the file to write; none: mau-<name>.docx' }),
    )
    .option(
      '--from <name|file.yaml>',
      say({
        vi: 'mẫu có sẵn làm gốc (bỏ trống: bieu-so-2), hoặc tệp kiểu trình bày .yaml',
        en: 'the template to start from (none: bieu-so-2), or a look in .yaml',
      }),
    )
    .option('--force', say({ vi: 'ghi đè tệp đã có', en: 'replace a file that is there' }))
    .action((flags: NewTemplateFlags) =>
      run(async (context) => (await import('./run.ts')).newTemplate(flags, context)),
    );
  withExamples(make, say, ['bieu2 template new', 'bieu2 template new -o mau-rieng.docx --from rieng.yaml']);

  const check = command
    .command('check')
    .description(
      say({
        vi: 'Kiểm tra mẫu Word (.docx) hoặc kiểu trình bày (.yaml): thiếu gì, sai chỗ nào.',
        en: 'Checks Word templates (.docx) and looks (.yaml): what they lack, and where.',
      }),
    )
    .argument(
      say({ vi: '<tệp...>', en: '<files...>' }),
      say({ vi: 'tệp .docx hoặc .yaml', en: '.docx or .yaml files' }),
    )
    .action((files: string[]) =>
      run(async (context) => (await import('./run.ts')).checkTemplates(files, context)),
    );
  withExamples(check, say, ['bieu2 template check mau-rieng.docx', 'bieu2 template check rieng.yaml']);
}
