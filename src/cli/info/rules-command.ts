import { done } from '../exit-codes.ts';
import { widthOf } from '../io/io.ts';
import type { CommandDefinition } from '../options.ts';

/** `bieu2 rules`: the list of rules. */
export const rulesCommand: CommandDefinition = {
  name: 'rules',
  summary: { vi: 'liệt kê các quy tắc kiểm tra', en: 'list the rules' },
  description: { vi: 'Liệt kê các quy tắc kiểm tra.', en: 'Lists the rules that are checked.' },
  options: [
    {
      flags: '--format <table|json>',
      vi: 'bảng để đọc, hoặc JSON cho chương trình',
      en: 'a table for people, or JSON for programs',
      choices: ['table', 'json'],
      default: 'table',
    },
  ],
  examples: ['bieu2 rules', 'bieu2 rules --format json'],
  async run({ io, language }, { format }: { format: 'table' | 'json' }) {
    const { rules } = await import('../../rules/index.ts');
    const { ruleTable } = await import('./rule-table.ts');
    io.stdout.write(format === 'json' ? ruleJson(rules) : ruleTable(rules, language, widthOf(io.stdout)));
    return done;
  },
};

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
