import { defaultRuleOptions } from '../../rules/rule.ts';
import { type FormFacts, formFacts } from '../../summary/form-facts.ts';
import { type CheckOptions, checkFile } from '../check/check-file.ts';
import { type CheckFlags, checkPlan } from '../check/check-options.ts';
import type { Input } from '../files/find-inputs.ts';
import type { Io } from '../io/io.ts';
import type { Job } from '../run/job.ts';
import { jobContext } from '../run/job-context.ts';

/** What became of one file: plain data. */
export type SummarizedFile =
  | { readonly kind: 'form'; readonly facts: FormFacts }
  /** The file was read, but there is no form in it; why, in a sentence, at the first place where it fails. */
  | { readonly kind: 'unreadable'; readonly line?: number; readonly reason: string }
  /** Met in a folder, and no form. */
  | { readonly kind: 'other' };

/**
 * Reads and checks one file for a summary.
 *
 * @throws UserError when the file cannot be read
 */
export async function summarizeFile(input: Input, io: Io, options: CheckOptions): Promise<SummarizedFile> {
  const checked = await checkFile(input, io, { ...options, takesWord: true });
  if (!checked) return { kind: 'other' };
  const { form, report } = checked;
  if (form) {
    const name = input.path === undefined ? report.file : input.name;
    const { ruleOptions } = { ...options, ...options.forFile?.({ ...input, name }) };
    const { leadership } = { ...defaultRuleOptions, ...ruleOptions }['task-complexity'];
    return { kind: 'form', facts: formFacts(form, report, leadership) };
  }
  const [first] = report.diagnostics;
  const line = first?.place.kind === 'text' ? first.place.start.line : undefined;
  return {
    kind: 'unreadable',
    ...(line !== undefined && { line }),
    reason: first?.message ?? '',
  };
}

/** The same in a thread, which reads the configuration for itself. */
export const summarizeJob: Job<CheckFlags, Input, SummarizedFile> = async (flags, world) => {
  const { context, options } = await checkPlan(flags, jobContext(world));
  return (input) => summarizeFile(input, context.io, options);
};
