import { Option } from 'commander';
import { collect, type Declaration, withBatchOptions, withCheckOptions, withExamples } from '../options.ts';
import type { ValidateFlags } from './flags.ts';

/** `bieu2 validate`: see `run-validate.ts` for its work. */
export function declareValidate({ program, say, run }: Declaration) {
  const command = withCheckOptions(
    program
      .command('validate')
      .summary(say({ vi: 'kiểm tra biểu', en: 'check forms' }))
      .description(
        say({
          vi: 'Kiểm tra tệp biểu (YAML, JSON hoặc Word), báo mọi lỗi kèm vị trí và cách sửa.',
          en: 'Checks form files (YAML, JSON or Word) and tells every fault, where it stands and how to mend it.',
        }),
      )
      .argument(
        say({ vi: '[tệp...]', en: '[files...]' }),
        say({
          vi: 'tệp, thư mục (mọi tệp .yaml, .yml, .json có khóa “form:” và .docx có bảng của biểu), mẫu tên (*.yaml), hoặc - là đầu vào chuẩn; bỏ trống là thư mục hiện tại',
          en: 'files, folders (every .yaml, .yml, .json with a key “form:” and every .docx with the form’s table), patterns (*.yaml), or - for standard input; none: the current folder',
        }),
      )
      .addOption(
        new Option(
          '-f, --format <name[=file]>',
          say({
            vi: 'định dạng báo cáo: pretty, line, json, sarif, github, gitlab, junit; thêm =tệp để ghi ra tệp; dùng được nhiều lần',
            en: 'report format: pretty, line, json, sarif, github, gitlab, junit; with =file into a file; may be repeated',
          }),
        ).argParser(collect),
      )
      .option('--strict', say({ vi: 'coi cảnh báo là lỗi', en: 'take warnings for errors' }))
      .option(
        '--max-warnings <n>',
        say({ vi: 'số cảnh báo tối đa được chấp nhận', en: 'how many warnings are accepted' }),
      )
      .option('-q, --quiet', say({ vi: 'chỉ báo lỗi, không báo cảnh báo', en: 'report errors only' }))
      .addOption(
        new Option(
          '--rule <id=level>',
          say({
            vi: 'đặt mức của một quy tắc: off, warning, error; dùng được nhiều lần',
            en: 'set the level of a rule: off, warning, error; may be repeated',
          }),
        ).argParser(collect),
      ),
    say,
  )
    .option(
      '--baseline <file.json>',
      say({
        vi: 'bỏ qua các lỗi cũ ghi trong tệp, chỉ báo lỗi mới',
        en: 'pass over the old findings in the file, report new ones only',
      }),
    )
    .option(
      '--update-baseline',
      say({
        vi: 'ghi những lỗi hiện có vào tệp của --baseline',
        en: 'write what is found now into the file of --baseline',
      }),
    )
    .option(
      '--changed [revision]',
      say({
        vi: 'chỉ kiểm tra biểu đã thay đổi so với một phiên bản git; bỏ trống: so với nhánh chính',
        en: 'check only forms changed since a revision of git; none: since the branch left the main one',
      }),
    )
    .option(
      '--ignore-unknown',
      say({
        vi: 'bỏ qua tệp được nêu tên mà không phải biểu, dành cho hook trước khi commit',
        en: 'pass over named files that are no forms, for hooks before a commit',
      }),
    )
    .option(
      '--fix',
      say({
        vi: 'tự sửa những lỗi không cần người cân nhắc (xem: bieu2 rules), rồi báo những gì còn lại',
        en: 'mend what needs no judgement (see: bieu2 rules), then report what remains',
      }),
    )
    .addOption(
      new Option(
        '--dry-run',
        say({ vi: 'cùng --fix: chỉ liệt kê, không ghi tệp', en: 'with --fix: list only, write nothing' }),
      ).conflicts('diff'),
    )
    .option(
      '--diff',
      say({
        vi: 'cùng --fix: chỉ in phần khác biệt, không ghi tệp',
        en: 'with --fix: print the difference only, write nothing',
      }),
    )
    .option(
      '--annotate <file.docx>',
      say({
        vi: 'ghi một bản sao của biểu Word, mỗi lỗi là một nhận xét tại dòng của nó',
        en: 'write a copy of the Word form, with every finding as a comment at its row',
      }),
    )
    .option(
      '--stdin-filename <name>',
      say({
        vi: 'tên dùng cho đầu vào chuẩn (.json: đọc như JSON)',
        en: 'what to call standard input (.json: read as JSON)',
      }),
    )
    .action((names: string[], flags: ValidateFlags) =>
      run(async (context) => (await import('./run.ts')).runValidate(names, flags, context)),
    );
  withBatchOptions(command, say);
  withExamples(command, say, [
    'bieu2 validate bieu-so-2.yaml',
    'bieu2 validate "Biểu số 2.docx"',
    'bieu2 validate --strict --format pretty --format sarif=bieu2.sarif',
    'bieu2 validate --changed --strict',
    'bieu2 validate --fix --diff bieu-so-2.yaml',
    'bieu2 validate --rule spacing=off "**/*.yaml"',
    'bieu2 validate "Biểu số 2.docx" --annotate "Biểu số 2 - nhận xét.docx"',
    'cat bieu-so-2.json | bieu2 validate - --stdin-filename bieu-so-2.json',
  ]);
}
