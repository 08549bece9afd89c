import { Option } from 'commander';
import { type Declaration, withBatchOptions, withCheckOptions, withExamples } from '../options.ts';
import type { RenderFlags } from './run.ts';

/** `bieu2 render`: see `run-render.ts` for its work. */
export function declareRender({ program, say, run }: Declaration) {
  const command = withCheckOptions(
    program
      .command('render')
      .summary(say({ vi: 'xuất biểu ra Word, HTML, PDF', en: 'render forms as Word documents, HTML or PDF' }))
      .description(
        say({
          vi: 'Kiểm tra rồi xuất biểu ra văn bản Word, trang HTML hoặc PDF để xem và in. Biểu còn lỗi thì không xuất, chỉ báo lỗi; các biểu khác vẫn được xuất.',
          en: 'Checks forms and renders them as Word documents, or as HTML or PDF to look at and print. A form with errors is not rendered, its errors are told; the others are.',
        }),
      )
      .argument(
        say({ vi: '<tệp...>', en: '<files...>' }),
        say({
          vi: 'tệp, thư mục, mẫu tên (*.yaml), hoặc - là đầu vào chuẩn',
          en: 'files, folders, patterns (*.yaml), or - for standard input',
        }),
      )
      .option(
        '-o, --output <file>',
        say({
          vi: 'tệp cần ghi (.docx, .html, .pdf), hoặc - là đầu ra chuẩn; bỏ trống: cạnh tệp nguồn',
          en: 'the file to write (.docx, .html, .pdf), or - for standard output; none: beside the source',
        }),
      )
      .option(
        '--out-dir <folder>',
        say({
          vi: 'ghi vào thư mục này, giữ nguyên cây thư mục của nguồn',
          en: 'write into this folder, mirroring the folders of the sources',
        }),
      )
      .option(
        '--to <formats>',
        say({
          vi: 'định dạng: docx, html, pdf; nhiều thì cách nhau bằng dấu phẩy (bỏ trống: theo đuôi của -o, hoặc docx)',
          en: 'formats: docx, html, pdf; several with commas (none: as -o ends, or docx)',
        }),
      )
      .option(
        '-t, --template <name|file>',
        say({
          vi: 'mẫu có sẵn (bỏ trống: bieu-so-2) hoặc mẫu riêng: tệp .docx, hoặc kiểu trình bày .yaml',
          en: 'a template that comes with bieu2 (none: bieu-so-2), or your own: a .docx, or a look in .yaml',
        }),
      )
      .addOption(
        new Option(
          '--pdf-engine <engine>',
          say({
            vi: 'cách tạo PDF: embedded (có sẵn), hoặc libreoffice (chuyển từ văn bản Word, theo cả mẫu .docx riêng)',
            en: 'what makes PDF: embedded (comes along), or libreoffice (converts the Word document, of your own .docx template, too)',
          }),
        )
          .choices(['embedded', 'libreoffice'])
          .default('embedded'),
      )
      .option(
        '-w, --watch',
        say({
          vi: 'theo dõi tệp, lưu là xuất lại, đến khi nhấn Ctrl-C',
          en: 'watch the files and render them again when saved, until Ctrl-C',
        }),
      )
      .option(
        '--draft',
        say({
          vi: 'xuất bản nháp của biểu còn lỗi: mọi trang có chữ “BẢN NHÁP”, ô còn nghi vấn để trống',
          en: 'render a draft of a form with errors: every page is marked, doubtful cells stay empty',
        }),
      )
      .option(
        '--force',
        say({
          vi: 'ghi đè cả tệp đã sửa tay hoặc không do bieu2 tạo',
          en: 'replace even a file that was edited by hand or is not from bieu2',
        }),
      ),
    say,
  )
    .option(
      '--stdin-filename <name>',
      say({
        vi: 'tên dùng cho đầu vào chuẩn (.json: đọc như JSON)',
        en: 'what to call standard input (.json: read as JSON)',
      }),
    )
    .action((names: string[], flags: RenderFlags) =>
      run(async (context) => (await import('./run.ts')).runRender(names, flags, context)),
    );
  withBatchOptions(command, say);
  withExamples(command, say, [
    'bieu2 render bieu-so-2.yaml',
    'bieu2 render bieu-so-2.yaml -o "Biểu số 2.docx"',
    'bieu2 render bieu-so-2.yaml --to docx,html --template ngang',
    'bieu2 render bieu-so-2.yaml -o bieu-so-2.pdf',
    'bieu2 render bieu-so-2.yaml --watch',
    'bieu2 render forms --out-dir out',
    'bieu2 render - -o - < bieu-so-2.yaml > bieu-so-2.docx',
  ]);
}
