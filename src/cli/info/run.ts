import type { Command } from 'commander';
import { mergeRules } from '../../merge/merge-rules.ts';
import { readPackageFile } from '../../package-files.ts';
import { rules } from '../../rules/index.ts';
import { unknownRule } from '../check/rule-severities.ts';
import type { Context } from '../context.ts';
import type { FlagsOf } from '../define-command.ts';
import { done, type Outcome } from '../exit-codes.ts';
import { type OutputFlags, outputTarget } from '../files/file-target.ts';
import { printOrWrite } from '../files/print-or-write.ts';
import { widthOf } from '../io/io.ts';
import { chooseFormat } from '../output-format.ts';
import { type completionCommand, type rulesCommand, rulesFormats, type schemaCommand } from './commands.ts';
import { completionScripts } from './completion-scripts.ts';
import { completionWords } from './completion-words.ts';
import { rulePage } from './rule-page.ts';
import { ruleTable } from './rule-table.ts';

/** Prints the list of rules. */
export async function listRules(flags: FlagsOf<typeof rulesCommand>, context: Context): Promise<Outcome> {
  const { io, language } = context;
  const format = chooseFormat(flags, { formats: rulesFormats, usual: 'table' }, io);
  const text = format === 'json' ? ruleJson() : ruleTable(rules, language, widthOf(io.stdout));
  await printOrWrite(text, outputTarget(flags, context.io), context);
  return done;
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
  if (!rule) {
    throw unknownRule(
      id,
      pages.map((page) => page.id),
    );
  }
  const style = context.styleFor(context.io.stdout);
  await printOrWrite(rulePage(rule, style), outputTarget(flags, context.io), context);
  return done;
}

/** Prints a JSON Schema. */
export async function printSchema(
  name: (typeof schemaCommand.argument.choices)[number],
  flags: OutputFlags,
  context: Context,
): Promise<Outcome> {
  await printOrWrite(
    readPackageFile(`schemas/${name}.schema.json`),
    outputTarget(flags, context.io),
    context,
  );
  return done;
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
  await printOrWrite(mark + script, outputTarget(flags, context.io), context);
  return done;
}
