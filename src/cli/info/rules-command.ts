import { Option } from 'commander';
import { done } from '../exit-codes.ts';
import { widthOf } from '../io/io.ts';
import { type Declaration, withExamples } from '../options.ts';

/** `bieu2 rules`: the list of rules. */
export function declareRules({ program, say, run }: Declaration) {
  const command = program
    .command('rules')
    .summary(say({ vi: 'liệt kê các quy tắc kiểm tra', en: 'list the rules' }))
    .description(
      say({ vi: 'Liệt kê các quy tắc kiểm tra.', en: 'Lists the rules that forms are checked by.' }),
    )
    .addOption(
      new Option(
        '--format <table|json>',
        say({
          vi: 'bảng để đọc, hoặc JSON cho chương trình',
          en: 'a table for people, or JSON for programs',
        }),
      )
        .choices(['table', 'json'])
        .default('table'),
    )
    .action(({ format }: { format: 'table' | 'json' }) =>
      run(async ({ io, language }) => {
        const { rules } = await import('../../rules/index.ts');
        const { ruleTable } = await import('./rule-table.ts');
        io.stdout.write(format === 'json' ? ruleJson(rules) : ruleTable(rules, language, widthOf(io.stdout)));
        return done;
      }),
    );
  withExamples(command, say, ['bieu2 rules', 'bieu2 rules --format json']);
}

const ruleJson = (rules: typeof import('../../rules/index.ts').rules) => {
  const list = rules.map(({ id, severity, summary, explanation, fix }) => ({
    id,
    severity,
    summary,
    explanation,
    fixable: fix !== undefined,
    ...(fix && { fix: fix.summary }),
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
};
