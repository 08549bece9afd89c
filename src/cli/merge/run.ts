import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { countFindings, errorsOnly, hasErrors } from '../../diagnostics/count-findings.ts';
import type { FileReport } from '../../diagnostics/finding.ts';
import { type MergeInput, mergedTasks } from '../../merge/merge.ts';
import { type Merge, mergeForms } from '../../merge/merge-forms.ts';
import { mergePlan, mergePlanText } from '../../merge/merge-plan.ts';
import { mergeReports } from '../../merge/merge-reports.ts';
import { mergedText } from '../../merge/merged-text.ts';
import { mergeInput } from '../../merge-to-form.ts';
import { stringifyJson } from '../../reporters/stringify-json.ts';
import { isJson } from '../../source/source.ts';
import { maxEntries, maxSourceSize } from '../../source/source-limits.ts';
import { version } from '../../version.ts';
import { checkFile, checkPlan } from '../check/check-file.ts';
import type { Context } from '../context.ts';
import type { WorkOf } from '../define-command.ts';
import { fileTarget, refuseInputs, type Target } from '../files/file-target.ts';
import { withDocx } from '../files/find-forms.ts';
import { findInputs, type Input } from '../files/find-inputs.ts';
import { writeTarget } from '../files/write-target.ts';
import { wrongEnding } from '../io/file-error.ts';
import { wrote } from '../io/quote-name.ts';
import { eachFile } from '../run/each-file.ts';
import { RunRecord } from '../run/run-record.ts';
import { showFindings } from '../run/show-findings.ts';
import { UserError, userError } from '../user-error.ts';
import type { MergeFlags, mergeCommand } from './command.ts';

/** Merges forms into one. If one cannot be read or has errors, nothing is written. */
export const runMerge: WorkOf<typeof mergeCommand> = async (names, flags, callContext) => {
  const { context, options } = await checkPlan(flags, callContext, true);
  const { io, language, complain } = context;
  if (flags.format && !flags.dryRun) throw formatAlone();
  const target = targetOf(flags, context);
  const found = await withDocx(await findInputs(names, io.cwd, 'text-or-word', options), io);
  const inputs = withoutTarget(found.inputs, target);
  const run = new RunRecord(inputs, found.failures, context);
  const forms: MergeInput[] = [];
  const paths: Input['path'][] = [];
  const faulty: FileReport[] = [];
  const here = async (input: Input) => {
    const checked = await checkFile(input, io, { ...options, takesWord: true });
    return checked && { ...countFindings(checked.report), ...checked };
  };
  for await (const { item, result } of eachFile(inputs, { here }, run)) {
    if (result && (!result.form || result.errors > 0)) faulty.push(result.report);
    else if (result?.form) {
      forms.push(mergeInput(result.source, result.form, language));
      paths.push(item.path);
    }
  }
  // Output for programs is not mixed with texts for people.
  const isForPrograms = flags.dryRun ? flags.format === 'json' : target === undefined;
  const output = isForPrograms ? io.stderr : io.stdout;
  if (faulty.length > 0) {
    await showFindings(faulty.map(errorsOnly), output, context);
    complain(nothingMerged({ count: faulty.length }));
  }
  const isComplete = faulty.length === 0 && run.failures.length === 0 && !run.isInterrupted;
  if (isComplete && forms.length < 2) run.fail('', tooFew(forms.length));
  if (!isComplete || forms.length < 2) return run.end({ findings: faulty.length > 0 });

  const merge = mergeForms(forms, namesOf(flags));
  const reports = mergeReports(merge, language);
  await run.attempt('', async () => {
    const text = merge.isPossible && !flags.dryRun ? textOf(merge, paths[0], target, context) : undefined;
    if (flags.dryRun) writePlan(merge, flags.format, context);
    const isBrief = flags.quiet || !(merge.isPossible || flags.dryRun);
    await showFindings(isBrief ? reports.map(errorsOnly) : reports, output, context);
    if (!merge.isPossible && !flags.dryRun) complain(notPossible());
    if (text === undefined) return;
    if (target === undefined) {
      io.stdout.write(text);
    } else {
      await writeTarget(target, text, io);
      output.write(`${context.say(wrote(target.name))}\n`);
    }
  });
  return run.end({ findings: reports.some(hasErrors) });
};

interface MergeTarget extends Target {
  readonly format: 'yaml' | 'json';
}

/** Undefined for standard output. @throws UserError for a name that is not a form file’s, or a file that exists */
function targetOf({ output, force, dryRun }: MergeFlags, { io }: Context): MergeTarget | undefined {
  if (output === undefined || output === '-') {
    if (output === undefined && io.stdout.isTTY && !dryRun) throw noTarget();
    return undefined;
  }
  if (!/\.(?:ya?ml|json)$/i.test(output)) throw wrongEnding(output, ['.yaml', '.yml', '.json']);
  const target = fileTarget(output, { force: force || dryRun || false }, io);
  return { ...target, format: isJson(output) ? 'json' : 'yaml' };
}

/** Excludes an earlier result found in a folder. @throws UserError when a form is the target, under any name */
function withoutTarget(inputs: readonly Input[], target: MergeTarget | undefined): readonly Input[] {
  if (target === undefined) return inputs;
  const rest = inputs.filter(({ path, named }) => named || path !== target.path);
  refuseInputs([target], rest);
  return rest;
}

/** Rewrites the first form's reference to a schema file for the folder of the target. */
function relocation(first: string | undefined, target: MergeTarget | undefined, cwd: string) {
  const [from, to] = [first, target?.path].map((path) => (path === undefined ? cwd : dirname(path)));
  return (reference: string): string => {
    const isRelative = !isAbsolute(reference) && !/^[a-z][a-z\d+.-]*:/i.test(reference);
    if (!isRelative || from === undefined || to === undefined || from === to) return reference;
    const path = relative(to, resolve(from, reference)).replaceAll('\\', '/');
    return path.startsWith('.') ? path : `./${path}`;
  };
}

function writePlan(merge: Merge, format: MergeFlags['format'], { io, language, forPeople }: Context) {
  const plan = mergePlan(merge, version);
  const text = format === 'json' ? stringifyJson(plan) : `${forPeople(mergePlanText(plan, language))}\n`;
  io.stdout.write(text);
}

/** @throws UserError when it would be larger than a form file may be */
function textOf(
  merge: Merge,
  firstPath: string | undefined,
  target: MergeTarget | undefined,
  { io, language }: Context,
): string {
  const relocate = relocation(firstPath, target, io.cwd);
  const text = mergedText(merge, { format: target?.format ?? 'yaml', language, relocate });
  if (text === undefined) throw tooLarge({ tasks: mergedTasks(merge.groups).length, megabytes, maxEntries });
  return text;
}

const namesOf = ({ unit, parentUnit }: MergeFlags) => ({
  ...(unit !== undefined && { unit: unit.normalize('NFC').trim() }),
  ...(parentUnit !== undefined && { parentUnit: parentUnit.normalize('NFC').trim() }),
});

const formatAlone = userError(
  '“--format” là định dạng của kế hoạch, chỉ dùng cùng “--dry-run”. Để ghi biểu dạng JSON: -o don-vi.json',
  '“--format” is the format of the plan and goes with “--dry-run” only. To write the form as JSON: -o unit.json',
);
const noTarget = userError(
  'Hãy nêu tệp cần ghi bằng -o, ví dụ -o don-vi.yaml; hoặc -o - để in ra màn hình, --dry-run để xem kế hoạch.',
  'Name the file to write with -o, as in -o unit.yaml; or use -o - to print it, --dry-run to see the plan.',
);
const nothingMerged = userError(
  'Chưa hợp nhất, không ghi gì: {count} biểu có lỗi. Hãy sửa các lỗi nêu trên rồi chạy lại.',
  'Nothing was merged or written: {count form has|forms have} errors. Fix the errors above and run again.',
);
const notPossible = userError(
  'Chưa hợp nhất được, không ghi gì. Hãy sửa các lỗi nêu trên rồi chạy lại.',
  'The forms cannot be merged; nothing was written. Fix the errors above and run again.',
);

const tooFew = (count: number) =>
  new UserError({
    vi: `Cần ít nhất hai biểu khác nhau để hợp nhất, mà có ${count}. Ví dụ: bieu2 merge phong-1.yaml phong-2.yaml -o don-vi.yaml`,
    en: `At least two different forms are needed, but there ${count === 1 ? 'is 1' : `are ${count}`}. Example: bieu2 merge division-1.yaml division-2.yaml -o unit.yaml`,
  });

const tooLarge = userError(
  'Chưa hợp nhất, không ghi gì: biểu hợp nhất sẽ có {tasks} công việc, nhiều hơn một tệp biểu chứa được (tối đa {megabytes} MB và khoảng {maxEntries} khóa và mục). Hãy hợp nhất ít biểu hơn mỗi lần, hoặc rút gọn các biểu.',
  'Nothing was merged or written: the merged form would have {tasks} tasks, more than a form file can hold (at most {megabytes} MB and about {maxEntries} keys and items). Merge fewer forms at a time, or shorten them.',
);

const megabytes = maxSourceSize / 1024 / 1024;
