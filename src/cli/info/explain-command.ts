import { done } from '../exit-codes.ts';
import { widthOf } from '../io/io.ts';
import { type Declaration, withExamples } from '../options.ts';

/** `bieu2 explain`: the page of one rule. */
export function declareExplain({ program, say, run }: Declaration) {
  const command = program
    .command('explain')
    .summary(say({ vi: 'giải thích một quy tắc', en: 'explain a rule' }))
    .description(
      say({
        vi: 'Giải thích một quy tắc: kiểm tra điều gì, vì sao, ví dụ sai và đúng.',
        en: 'Explains a rule: what it checks, why, and an example of wrong and right.',
      }),
    )
    .argument(
      say({ vi: '<quy-tắc>', en: '<rule>' }),
      say({ vi: 'mã quy tắc, như trong báo cáo', en: 'the id of a rule, as in reports' }),
    )
    .action((id: string) =>
      run(async ({ io, language, styleFor }) => {
        const { rules } = await import('../../rules/index.ts');
        const { mergeRules } = await import('../../merge/merge-rules.ts');
        const pages = [
          ...rules,
          ...Object.entries(mergeRules).map(([name, page]) => ({ id: name, ...page })),
        ];
        const rule = pages.find((candidate) => candidate.id === id);
        if (!rule) {
          const { unknownRule } = await import('../check/rule-severities.ts');
          throw unknownRule(
            id,
            pages.map((candidate) => candidate.id),
          );
        }
        const { rulePage } = await import('./rule-page.ts');
        io.stdout.write(rulePage(rule, language, widthOf(io.stdout), styleFor(io.stdout).colorLevel > 0));
        return done;
      }),
    );
  withExamples(command, say, ['bieu2 explain task-complexity', 'bieu2 explain numbering --lang en']);
}
