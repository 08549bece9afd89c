import { type Declaration, withExamples } from '../options.ts';

/** `bieu2 lsp`: the language server. See `run-lsp.ts` for its work. */
export function declareLsp({ program, say, run }: Declaration) {
  const command = program
    .command('lsp')
    .summary(say({ vi: 'máy chủ ngôn ngữ cho trình soạn thảo', en: 'language server for editors' }))
    .description(
      say({
        vi: 'Máy chủ ngôn ngữ (Language Server Protocol) qua đầu vào và đầu ra chuẩn, do trình soạn thảo gọi: báo lỗi khi đang gõ, sửa nhanh, giải thích, gợi ý, mục lục. Chỉ xét tệp YAML, JSON có khóa “form:”; theo bieu2.config.yaml gần tệp nhất.',
        en: 'The language server (Language Server Protocol) over standard input and output, started by editors: findings while typing, quick fixes, explanations, completion, outline. It looks at YAML and JSON files with a key “form:” only, and follows the bieu2.config.yaml nearest to each.',
      }),
    )
    .option(
      '--stdio',
      say({
        vi: 'luôn như vậy; nhận để hợp với trình soạn thảo',
        en: 'always so; taken since editors give it',
      }),
    )
    .action(() => run(async (context) => (await import('./run.ts')).runLsp(context)));
  withExamples(command, say, ['bieu2 lsp', 'bieu2 lsp --lang en']);
}
