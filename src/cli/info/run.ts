import type { Command } from 'commander';
import { mergeRules } from '../../merge/merge-rules.ts';
import { readPackageFile } from '../../package-files.ts';
import { rules } from '../../rules/index.ts';
import { unknownRule } from '../check/rule-severities.ts';
import type { Context, Outcome } from '../context.ts';
import type { FlagsOf } from '../define-command.ts';
import type { OutputFlags } from '../files/file-target.ts';
import { printAll } from '../files/write-target.ts';
import { widthOf } from '../io/io.ts';
import { chooseFormat } from '../output-format.ts';
import { type completionCommand, type rulesCommand, rulesFormats, type schemaCommand } from './commands.ts';
import { completionScripts } from './completion-scripts.ts';
import { completionWords } from './completion-words.ts';
import { rulePage, ruleTable } from './rule-texts.ts';

/** Prints the list of rules. */
export async function listRules(flags: FlagsOf<typeof rulesCommand>, context: Context): Promise<Outcome> {
  const { io, language } = context;
  const format = chooseFormat(flags, { formats: rulesFormats, usual: 'table' }, io);
  const text = format === 'json' ? ruleJson() : ruleTable(rules, language, widthOf(io.stdout));
  return printAll(text, flags, context);
}

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

/** Prints the page of one rule. */
export async function explainRule(id: string, flags: OutputFlags, context: Context): Promise<Outcome> {
  const pages = [...rules, ...Object.values(mergeRules)];
  const rule = pages.find((page) => page.id === id);
  const ids = pages.map((page) => page.id);
  if (!rule) throw unknownRule(id, ids);
  const style = context.styleFor(context.io.stdout);
  return printAll(rulePage(rule, style), flags, context);
}

/** Prints a JSON Schema. */
export async function printSchema(
  name: (typeof schemaCommand.argument.choices)[number],
  flags: OutputFlags,
  context: Context,
): Promise<Outcome> {
  return printAll(readPackageFile(`schemas/${name}.schema.json`), flags, context);
}

/** Prints a shell's completion script. */
export async function printCompletion(
  shell: (typeof completionCommand.argument.choices)[number],
  flags: OutputFlags,
  context: Context,
  { parent }: Command,
): Promise<Outcome> {
  const script = completionScripts[shell](parent ? completionWords(parent) : '');
  // Without the byte order mark Windows PowerShell 5 reads a script in the system's code page.
  const mark = shell === 'powershell' && (flags.output ?? '-') !== '-' ? '\ufeff' : '';
  return printAll(mark + script, flags, context);
}
