import { Option } from 'commander';
import { type Declaration, withConfigOptions, withExamples, withJobsOption } from '../options.ts';
import { exportFormatNames } from './export-formats.ts';
import type { ExportFlags } from './run.ts';

/** `bieu2 export`: see `run-export.ts` for its work. */
export function declareExport({ program, say, run }: Declaration) {
  const command = withConfigOptions(
    withJobsOption(
      program
        .command('export')
        .summary(
          say({ vi: 'xuất danh sách công việc thành bảng', en: 'write the tasks of forms as a table' }),
        )
        .description(
          say({
            vi: 'Xuất danh sách công việc của một hay nhiều biểu (YAML, JSON hoặc Word), mỗi công việc một dòng: đơn vị, nhóm, chức vụ hoặc mảng công việc, số, mã, nội dung, mức độ phức tạp, lý do không xếp mức. Không đánh giá biểu. Kết thúc bằng 1 nếu có biểu sai cấu trúc nên có thể thiếu công việc, bằng 2 nếu có tệp không đọc được; phần còn lại vẫn được xuất.',
            en: 'Writes the tasks of one form or many (YAML, JSON or Word), a row for each: unit, group, position or area, number, code, text, level of complexity, why there is none. It judges nothing. Ends with 1 when a form has not the shape it should and tasks may be missing, with 2 when a file could not be read; the rest is written all the same.',
          }),
        )
        .argument(
          say({ vi: '[tệp...]', en: '[files...]' }),
          say({
            vi: 'tệp, thư mục, mẫu tên (*.yaml), hoặc - là đầu vào chuẩn; bỏ trống là thư mục hiện tại',
            en: 'files, folders, patterns (*.yaml), or - for standard input; none: the current folder',
          }),
        )
        .addOption(
          new Option(
            `-f, --format <${exportFormatNames.join('|')}>`,
            say({
              vi: 'csv: cho chương trình khác; xlsx: sổ tính, mở bằng Excel; json: một danh sách; jsonl: mỗi dòng một đối tượng JSON; bỏ trống: theo đuôi của -o, hoặc csv',
              en: 'csv: for other programs; xlsx: a workbook, for Excel; json: one list; jsonl: a JSON object a line; none: by the name of -o, else csv',
            }),
          ).choices(exportFormatNames),
        )
        .option(
          '-o, --output <file>',
          say({
            vi: 'tệp cần ghi, hoặc - là đầu ra chuẩn; bỏ trống: đầu ra chuẩn',
            en: 'the file to write, or - for standard output; none: standard output',
          }),
        ),
      say,
    ),
    say,
  ).action((names: string[], flags: ExportFlags) =>
    run(async (context) => (await import('./run.ts')).runExport(names, flags, context)),
  );
  withExamples(command, say, [
    'bieu2 export bieu-so-2.yaml',
    'bieu2 export forms -o cong-viec.xlsx',
    'bieu2 export forms --format jsonl',
  ]);
}
