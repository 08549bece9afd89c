import { done } from '../exit-codes.ts';
import type { PrintFlags } from '../files/print-or-write.ts';
import { widthOf } from '../io/io.ts';
import { type CommandDefinition, outputOptions } from '../options.ts';
import { chooseOutput, formatNames, rulesFormats } from '../output-format.ts';

/** `bieu2 rules`: the list of rules. */
export const rulesCommand: CommandDefinition = {
  name: 'rules',
  summary: { vi: 'liệt kê các quy tắc kiểm tra', en: 'list the rules' },
  description: { vi: 'Liệt kê các quy tắc kiểm tra.', en: 'Lists the rules that are checked.' },
  options: [
    {
      flags: '--format <table|json>',
      vi: 'bảng để đọc, hoặc JSON cho chương trình; mặc định: theo đuôi của -o, hoặc bảng',
      en: 'a table for people, or JSON for programs; default: by the extension of -o, else table',
      choices: formatNames(rulesFormats),
    },
    ...outputOptions,
  ],
  examples: ['bieu2 rules', 'bieu2 rules -o rules.json'],
  async run(context, flags: PrintFlags & { format?: 'table' | 'json' }) {
    const { io, language } = context;
    const { format } = chooseOutput(flags, { formats: rulesFormats, usual: 'table' }, io);

    const { rules } = await import('../../rules/index.ts');
    const { ruleTable } = await import('./rule-table.ts');
    const { printOrWrite } = await import('../files/print-or-write.ts');
    const text = format === 'json' ? ruleJson(rules) : ruleTable(rules, language, widthOf(io.stdout));
    await printOrWrite(text, flags, context);
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
