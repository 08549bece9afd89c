import { Option } from 'commander';
import { type Declaration, withExamples } from '../options.ts';
import type { DiffFlags } from './run.ts';

/** `bieu2 diff`: see `run-diff.ts` for its work. */
export function declareDiff({ program, say, run }: Declaration) {
  const command = program
    .command('diff')
    .summary(say({ vi: 'so sánh hai biểu', en: 'compare two forms' }))
    .description(
      say({
        vi: 'So sánh hai biểu (YAML, JSON hoặc Word): công việc nào thêm, bỏ, chuyển chỗ, sửa nội dung, nâng hay hạ mức. Kết thúc bằng 0 nếu giống nhau, 1 nếu khác, 2 nếu không so sánh được.',
        en: 'Compares two forms (YAML, JSON or Word): which tasks were added, removed, moved, reworded, raised or lowered. Ends with 0 if they are the same, 1 if they differ, 2 if they cannot be compared.',
      }),
    )
    .argument(
      say({ vi: '<tệp...>', en: '<files...>' }),
      say({
        vi: 'biểu cũ và biểu mới; với --base chỉ một tệp; - là đầu vào chuẩn',
        en: 'the old form and the new one; with --base one file only; - for standard input',
      }),
    )
    .option(
      '--base <revision>',
      say({
        vi: 'so tệp với chính nó tại một phiên bản git, như main hoặc HEAD~1',
        en: 'compare the file with itself in a revision of git, such as main or HEAD~1',
      }),
    )
    .addOption(
      new Option(
        '-f, --format <text|json|md>',
        say({
          vi: 'text: cho người đọc; json: cho chương trình; md: Markdown để dán vào phần nhận xét',
          en: 'text: for people; json: for programs; md: Markdown for a review comment',
        }),
      )
        .choices(['text', 'json', 'md'])
        .default('text'),
    )
    .action((names: string[], flags: DiffFlags) =>
      run(async (context) => (await import('./run.ts')).runDiff(names, flags, context)),
    );
  withExamples(command, say, [
    'bieu2 diff cu.yaml moi.yaml',
    'bieu2 diff "Biểu số 2.docx" bieu-so-2.yaml',
    'bieu2 diff --base main bieu-so-2.yaml --format md',
  ]);
}
