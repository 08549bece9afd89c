import { done } from '../exit-codes.ts';
import type { CommandDefinition } from '../options.ts';

/** `bieu2 explain`: the page of one rule. */
export const explainCommand: CommandDefinition = {
  name: 'explain',
  summary: { vi: 'giải thích một quy tắc', en: 'explain a rule' },
  description: {
    vi: 'Giải thích một quy tắc: kiểm tra điều gì, vì sao, ví dụ sai và đúng.',
    en: 'Explains a rule: what it checks, why, with a wrong and a right example.',
  },
  argument: {
    name: { vi: '<quy-tắc>', en: '<rule>' },
    vi: 'mã quy tắc, như trong báo cáo',
    en: 'id of a rule, as in reports',
  },
  examples: ['bieu2 explain task-complexity', 'bieu2 explain numbering --lang en'],
  async run({ io, styleFor }, id: string) {
    const { rules } = await import('../../rules/index.ts');
    const { mergeRules } = await import('../../merge/merge-rules.ts');
    const pages = [...rules, ...Object.values(mergeRules)];
    const rule = pages.find((candidate) => candidate.id === id);
    if (!rule) {
      const { unknownRule } = await import('../check/rule-severities.ts');
      throw unknownRule(
        id,
        pages.map((candidate) => candidate.id),
      );
    }
    const { rulePage } = await import('./rule-page.ts');
    io.stdout.write(rulePage(rule, styleFor(io.stdout)));
    return done;
  },
};
