import { mergeRules } from '../../merge/merge-rules.ts';
import { readPackageFile } from '../../package-files.ts';
import { rules } from '../../rules/index.ts';
import { unknownRule } from '../check/rule-severities.ts';
import type { WorkOf } from '../define-command.ts';
import { printAll } from '../files/write-target.ts';
import { widthOf } from '../io/io.ts';
import { chooseFormat } from '../options.ts';
import {
  type completionCommand,
  type explainCommand,
  type rulesCommand,
  rulesFormats,
  type schemaCommand,
} from './commands.ts';
import { completionScripts } from './completion-scripts.ts';
import { completionWords } from './completion-words.ts';
import { rulePage, ruleTable } from './rule-texts.ts';

export const listRules: WorkOf<typeof rulesCommand> = async (flags, context) => {
  const { io, language } = context;
  const format = chooseFormat(flags, rulesFormats, 'table', io);
  const text = format === 'json' ? ruleJson() : ruleTable(rules, language, widthOf(io.stdout));
  return printAll(text, flags, context);
};

function ruleJson(): string {
  const list = rules.map(({ id, severity, summary, explanation, fix }) => ({
    id,
    severity,
    summary,
    explanation,
    fixable: fix !== undefined,
    ...(fix && { fix: fix.summary }),
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
}

export const explainRule: WorkOf<typeof explainCommand> = async (id, flags, context) => {
  const pages = [...rules, ...Object.values(mergeRules)];
  const rule = pages.find((page) => page.id === id);
  const ids = pages.map((page) => page.id);
  if (!rule) throw unknownRule(id, ids);
  const style = context.styleFor(context.io.stdout);
  return printAll(rulePage(rule, style), flags, context);
};

export const printSchema: WorkOf<typeof schemaCommand> = async (name, flags, context) => {
  return printAll(readPackageFile(`schemas/${name}.schema.json`), flags, context);
};

export const printCompletion: WorkOf<typeof completionCommand> = async (shell, flags, context, command) => {
  const script = completionScripts[shell](command?.parent ? completionWords(command.parent) : '');
  // Without the byte order mark Windows PowerShell 5 reads a script in the system's code page.
  const mark = shell === 'powershell' && (flags.output ?? '-') !== '-' ? '\ufeff' : '';
  return printAll(mark + script, flags, context);
};
