import { countFindings } from '../../diagnostics/count-findings.ts';
import { defaultRuleOptions } from '../../rules/rule.ts';
import { type FormFacts, formFacts } from '../../summary/form-facts.ts';
import { type CheckFlags, type CheckOptions, checkFile, checkPlan } from '../check/check-file.ts';
import { unreadableForm } from '../check/read-unchecked.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import type { FileResult, FileWork } from '../run/job.ts';

/** The part of one form that a summary uses. */
export interface SummarizedFile extends FileResult {
  readonly facts: FormFacts;
}

/** Makes a function that reads and checks one file for a summary. @param plan if already known */
export async function fileSummarizer(
  flags: CheckFlags,
  context: Context,
  plan?: CheckOptions,
): Promise<FileWork<Input, SummarizedFile>> {
  const options = plan ?? (await checkPlan(flags, context)).options;
  return async (input) => {
    const checked = await checkFile(input, context.io, { ...options, takesWord: true });
    if (!checked) return undefined;
    const { form, report } = checked;
    if (!form) throw unreadableForm(input.name, report);
    const name = input.path === undefined ? report.file : input.name;
    const { ruleOptions } = { ...options, ...options.forFile?.({ ...input, name }) };
    const { leadership } = { ...defaultRuleOptions, ...ruleOptions }['task-complexity'];
    return { ...countFindings(report), facts: formFacts(form, report, leadership) };
  };
}
