import { Argument } from 'commander';
import { done } from '../exit-codes.ts';
import { type Declaration, withExamples } from '../options.ts';

/** `bieu2 schema`: the JSON Schemas, for editors and programs. */
export function declareSchema({ program, say, run }: Declaration) {
  const command = program
    .command('schema')
    .summary(say({ vi: 'in JSON Schema', en: 'print a JSON Schema' }))
    .description(
      say({
        vi: 'In JSON Schema của tệp biểu, của kiểu trình bày, của tệp cấu hình, của báo cáo JSON, của kết quả so sánh hoặc của bản tổng hợp.',
        en: 'Prints the JSON Schema of form files, of looks, of the configuration file, of the JSON report, of a comparison or of a summary.',
      }),
    )
    .addArgument(
      new Argument(
        say({ vi: '[tên]', en: '[name]' }),
        say({
          vi: 'form: tệp biểu; look: kiểu trình bày; report: báo cáo “--format json”; config: bieu2.config.yaml; diff: “bieu2 diff --format json”; summary: “bieu2 summary --format json”',
          en: 'form: form files; look: looks; report: the report of “--format json”; config: bieu2.config.yaml; diff: “bieu2 diff --format json”; summary: “bieu2 summary --format json”',
        }),
      )
        .choices(['form', 'look', 'report', 'config', 'diff', 'summary'])
        .default('form'),
    )
    .action((name: 'form' | 'look' | 'report' | 'config' | 'diff' | 'summary') =>
      run(async ({ io }) => {
        const { readPackageFile } = await import('../../package-files.ts');
        io.stdout.write(readPackageFile(`schemas/${name}.schema.json`));
        return done;
      }),
    );
  withExamples(command, say, [
    'bieu2 schema > form.schema.json',
    'bieu2 schema look > look.schema.json',
    'bieu2 schema report',
  ]);
}
