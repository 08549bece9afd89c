import { Argument } from 'commander';
import { type Declaration, withExamples } from '../command.ts';
import { done } from '../exit-codes.ts';

/** `bieu2 schema`: the JSON Schemas, for editors and programs. */
export function declareSchema({ program, say, run }: Declaration) {
  const command = program
    .command('schema')
    .summary(say({ vi: 'in JSON Schema', en: 'print a JSON Schema' }))
    .description(
      say({
        vi: 'In JSON Schema của tệp biểu hoặc của báo cáo JSON.',
        en: 'Prints the JSON Schema of form files or of the JSON report.',
      }),
    )
    .addArgument(
      new Argument(
        '[form|report]',
        say({
          vi: 'form: tệp biểu; report: báo cáo “--format json”',
          en: 'form: form files; report: the report of “--format json”',
        }),
      )
        .choices(['form', 'report'])
        .default('form'),
    )
    .action((name: 'form' | 'report') =>
      run(async ({ io }) => {
        const { readPackageFile } = await import('../../package-files.ts');
        io.stdout.write(readPackageFile(`schemas/${name}.schema.json`));
        return done;
      }),
    );
  withExamples(command, say, ['bieu2 schema > form.schema.json', 'bieu2 schema report']);
}
