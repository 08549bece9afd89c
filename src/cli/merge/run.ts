import { errorsOnly, hasErrors } from '../../diagnostics/count-findings.ts';
import { enCount, enNumber, viNumber } from '../../diagnostics/format-number.ts';
import { mergedTasks } from '../../merge/merge.ts';
import { mergeForms } from '../../merge/merge-forms.ts';
import { mergePlan } from '../../merge/merge-plan.ts';
import { mergePlanText } from '../../merge/merge-plan-text.ts';
import { mergeReports } from '../../merge/merge-reports.ts';
import { mergedText } from '../../merge/merged-text.ts';
import { stringifyJson } from '../../reporters/stringify-json.ts';
import { maxEntries, maxSourceSize } from '../../source/source-limits.ts';
import { version } from '../../version.ts';
import { type CheckFlags, checkPlan } from '../check/check-options.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import { writeTarget } from '../files/atomic-file.ts';
import { withDocx } from '../files/find-forms.ts';
import { findInputs } from '../files/find-inputs.ts';
import { wrote } from '../io/quote-name.ts';
import { showFindings } from '../run/show-findings.ts';
import { SkippedFile, UserError, unreadNote } from '../user-error.ts';
import { readParts } from './read-parts.ts';
import { type MergeTargetFlags, relocation, targetOf, withoutTarget } from './target.ts';

/** The options of `merge` as the command line gives them. */
export interface MergeFlags extends MergeTargetFlags, Pick<CheckFlags, 'config' | 'schema'> {
  readonly unit?: string;
  readonly parentUnit?: string;
  readonly format: 'text' | 'json';
  readonly quiet?: boolean;
}

/** Merges forms into one. All or nothing: one that cannot be read or has errors keeps anything from being written. */
export async function runMerge(
  names: readonly string[],
  flags: MergeFlags,
  callContext: Context,
): Promise<Outcome> {
  const unread: SkippedFile[] = [];
  try {
    return await mergeFiles(names, flags, callContext, unread);
  } finally {
    if (unread.length > 0) callContext.io.stderr.write(`${callContext.say(unreadNote(unread))}\n`);
  }
}

/** @param unread receives the files in folders that may hold forms and are not read */
async function mergeFiles(
  names: readonly string[],
  flags: MergeFlags,
  callContext: Context,
  unread: SkippedFile[],
): Promise<Outcome> {
  const { context, options } = await checkPlan(flags, callContext, true);
  const { io, language, say, complain, forPeople } = context;
  const target = targetOf(flags, context);
  const { inputs, failures } = await withDocx(await findInputs(names, io.cwd, 'text-or-word', options), io);
  // What programs read is not mixed with what people read.
  const isForPrograms = flags.dryRun ? flags.format === 'json' : target === undefined;
  const output = isForPrograms ? io.stderr : io.stdout;

  const faults = failures.filter((failure) => !(failure instanceof SkippedFile));
  for (const fault of faults) complain(fault);
  const parts = await readParts(withoutTarget(inputs, target), options, context);
  unread.push(...failures.filter((failure) => failure instanceof SkippedFile), ...parts.unread);
  const failed = faults.length > 0 || parts.failed;
  if (parts.faulty.length > 0) {
    await showFindings(parts.faulty.map(errorsOnly), output, context);
    complain(nothingMerged(parts.faulty.length));
  }
  if (failed || parts.faulty.length > 0) return { findings: parts.faulty.length > 0, failed };
  if (parts.forms.length < 2) throw tooFew(parts.forms.length);

  const merge = mergeForms(parts.forms, namesOf(flags));
  const reports = mergeReports(merge, language);
  const outcome = { findings: reports.some(hasErrors), failed: false };
  const shown = flags.quiet ? reports.map(errorsOnly) : reports;
  if (flags.dryRun) {
    const plan = mergePlan(merge, version);
    io.stdout.write(
      flags.format === 'json' ? stringifyJson(plan) : `${forPeople(mergePlanText(plan, language))}\n`,
    );
    await showFindings(shown, output, context);
    return outcome;
  }
  if (!merge.isPossible) {
    await showFindings(reports.map(errorsOnly), output, context);
    complain(notPossible());
    return outcome;
  }
  const relocate = relocation(parts.firstPath, target, io.cwd);
  const text = mergedText(merge, { format: target?.format ?? 'yaml', language, relocate });
  if (text === undefined) throw tooLarge(mergedTasks(merge.groups).length);
  await showFindings(shown, output, context);
  if (target === undefined) {
    io.stdout.write(text);
  } else {
    await writeTarget(target, text, io, target.before);
    output.write(`${say(wrote(target.name))}\n`);
  }
  return outcome;
}

const namesOf = ({ unit, parentUnit }: MergeFlags) => ({
  ...(unit !== undefined && { unit: nonEmpty(unit, '--unit') }),
  ...(parentUnit !== undefined && { parentUnit: nonEmpty(parentUnit, '--parent-unit') }),
});

function nonEmpty(name: string, option: string): string {
  if (/\S/.test(name)) return name.normalize('NFC').trim();
  throw new UserError({
    vi: `“${option}” cần một tên, không để trống.`,
    en: `“${option}” needs a name that is not empty.`,
  });
}

const nothingMerged = (count: number) =>
  new UserError({
    vi: `Chưa hợp nhất, không ghi gì: ${viNumber(count)} biểu có lỗi. Hãy sửa các lỗi nêu trên rồi chạy lại.`,
    en: `Nothing was merged or written: ${enCount(count, 'form has', 'forms have')} errors. Fix the errors above and run again.`,
  });

const notPossible = () =>
  new UserError({
    vi: 'Chưa hợp nhất được, không ghi gì. Hãy sửa các lỗi nêu trên rồi chạy lại.',
    en: 'The forms cannot be merged; nothing was written. Fix the errors above and run again.',
  });

const tooFew = (count: number) =>
  new UserError({
    vi: `Cần ít nhất hai biểu khác nhau để hợp nhất, mà có ${count}. Ví dụ: bieu2 merge phong-1.yaml phong-2.yaml -o don-vi.yaml`,
    en: `At least two different forms are needed, but there ${count === 1 ? 'is 1' : `are ${count}`}. Example: bieu2 merge division-1.yaml division-2.yaml -o unit.yaml`,
  });

const tooLarge = (tasks: number) =>
  new UserError({
    vi: `Chưa hợp nhất, không ghi gì: biểu hợp nhất sẽ có ${viNumber(tasks)} công việc, nhiều hơn một tệp biểu chứa được (tối đa ${megabytes} MB và khoảng ${viNumber(maxEntries)} khóa và mục). Hãy hợp nhất ít biểu hơn mỗi lần, hoặc rút gọn các biểu.`,
    en: `Nothing was merged or written: the merged form would have ${enNumber(tasks)} tasks, more than a form file can hold (at most ${megabytes} MB and about ${enNumber(maxEntries)} keys and items). Merge fewer forms at a time, or shorten them.`,
  });

const megabytes = maxSourceSize / 1024 / 1024;
