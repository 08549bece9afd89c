import { Option } from 'commander';
import { type Declaration, withBatchOptions, withExamples } from '../options.ts';
import type { ImportFlags } from './run.ts';

/** `bieu2 import`: see `run-import.ts` for its work. */
export function declareImport({ program, say, run }: Declaration) {
  const command = program
    .command('import')
    .summary(say({ vi: 'chuyển biểu Word thành tệp biểu', en: 'turn Word forms into form files' }))
    .description(
      say({
        vi: 'Đọc biểu đã điền trong Word (.docx) và ghi thành tệp biểu YAML hoặc JSON. Tệp .doc, .odt, .rtf được chuyển qua LibreOffice nếu máy có cài. Chỗ nào không hiểu được thì nêu rõ, không bỏ sót nội dung nào.',
        en: 'Reads forms that were filled in in Word (.docx) and writes them as form files, YAML or JSON. Files .doc, .odt and .rtf go through LibreOffice where it is installed. What cannot be understood is told; nothing is dropped.',
      }),
    )
    .argument(
      say({ vi: '<tệp...>', en: '<files...>' }),
      say({
        vi: 'tệp Word, thư mục, mẫu tên (*.docx), hoặc - là đầu vào chuẩn',
        en: 'Word files, folders, patterns (*.docx), or - for standard input',
      }),
    )
    .option(
      '-o, --output <file>',
      say({
        vi: 'tệp biểu cần ghi, hoặc - là đầu ra chuẩn; bỏ trống: cạnh tệp nguồn',
        en: 'the form file to write, or - for standard output; none: beside the source',
      }),
    )
    .option(
      '--out-dir <folder>',
      say({
        vi: 'ghi vào thư mục này, giữ nguyên cây thư mục của nguồn',
        en: 'write into this folder, mirroring the folders of the sources',
      }),
    )
    .addOption(
      new Option(
        '-f, --format <yaml|json>',
        say({
          vi: 'định dạng tệp biểu; bỏ trống: theo tên tệp',
          en: 'format of the form file; none: by its name',
        }),
      ).choices(['yaml', 'json']),
    )
    .addOption(
      new Option(
        '--from-encoding <tcvn3|vni>',
        say({
          vi: 'văn bản theo bảng mã cũ: chuyển sang Unicode',
          en: 'the text is in this old encoding: convert it to Unicode',
        }),
      ).choices(['tcvn3', 'vni']),
    )
    .option('--force', say({ vi: 'ghi đè tệp đã có', en: 'replace files that are there' }))
    .action((names: string[], flags: ImportFlags) =>
      run(async (context) => (await import('./run.ts')).runImport(names, flags, context)),
    );
  withBatchOptions(command, say);
  withExamples(command, say, [
    'bieu2 import "Biểu số 2.docx" -o bieu-so-2.yaml',
    'bieu2 import word --out-dir forms',
    'bieu2 import cu.doc --from-encoding tcvn3',
  ]);
}
