import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { FileReport } from '../../diagnostics/diagnostic.ts';
import type { MergeInput } from '../../merge/merge.ts';
import { mergeForms } from '../../merge/merge-forms.ts';
import { mergePlan } from '../../merge/merge-plan.ts';
import { mergePlanText } from '../../merge/merge-plan-text.ts';
import { mergeReports } from '../../merge/merge-reports.ts';
import { mergedText } from '../../merge/merged-text.ts';
import { mergedValue } from '../../merge/merged-value.ts';
import { reporters } from '../../reporters/index.ts';
import { reportText } from '../../reporters/report-text.ts';
import { stringifyJson } from '../../reporters/stringify-json.ts';
import { rules } from '../../rules/index.ts';
import { isJson } from '../../source/json/is-json.ts';
import type { Source } from '../../source/source.ts';
import { validateSource } from '../../validate.ts';
import { version } from '../../version.ts';
import { readWordForm } from '../../word/read/read-word-form.ts';
import { importForm } from '../../word-to-form.ts';
import { type CheckFlags, checkPlan } from '../check/check-options.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import { makeFolder, writeAtomic } from '../files/atomic-file.ts';
import type { Input } from '../files/find-inputs.ts';
import { findInputs } from '../files/find-inputs.ts';
import { readSource } from '../files/read-source.ts';
import type { Output } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

/** The options of `merge` as the command line gives them. */
export interface MergeFlags extends Pick<CheckFlags, 'config' | 'schema'> {
  readonly output?: string;
  readonly unit?: string;
  readonly parentUnit?: string;
  readonly dryRun?: boolean;
  readonly format: 'text' | 'json';
  readonly quiet?: boolean;
  readonly force?: boolean;
}

/** Merges forms into one. All or nothing: one that cannot be read or has errors keeps anything from being written. */
export async function runMerge(
  names: readonly string[],
  flags: MergeFlags,
  callContext: Context,
): Promise<Outcome> {
  const { context, options } = await checkPlan(flags, callContext, true);
  const { io, language, complain } = context;
  const target = targetOf(flags, context);
  const { inputs, failures } = await findInputs(names, io.cwd, 'text-or-word', options);
  const wanted = withoutTarget(inputs, target);
  for (const failure of failures) complain(failure);
  let failed = failures.length > 0;

  const forms: MergeInput[] = [];
  const faulty: FileReport[] = [];
  for (const input of wanted) {
    try {
      const read = await readSource(input, io, { takesWord: true });
      if (!read) continue;
      const own = { ...options, ...options.forFile?.({ ...input, name: read.name }) };
      const { form, report } = validateSource(read.source, own);
      if (form && !report.diagnostics.some(({ severity }) => severity === 'error')) {
        forms.push({ source: read.source, form, ...yamlOf(read.source, read.bytes, context) });
      } else faulty.push(report);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      complain(error);
      failed = true;
    }
  }
  // What programs read is not mixed with what people read.
  const isForPrograms = flags.dryRun ? flags.format === 'json' : target === undefined;
  const output = isForPrograms ? io.stderr : io.stdout;
  if (faulty.length > 0) {
    await tell(faulty, output, context);
    complain(nothingMerged(faulty.length));
  }
  if (failed || faulty.length > 0) return { findings: faulty.length > 0, failed };
  if (forms.length < 2) throw tooFew(forms.length);

  const merge = mergeForms(forms, namesOf(flags));
  const reports = mergeReports(merge, language);
  await tell(flags.quiet ? reports.map(withoutWarnings) : reports, output, context);
  const findings = merge.findings.some(({ kind }) =>
    ['level', 'positions', 'too-many-groups'].includes(kind),
  );
  if (flags.dryRun) {
    const plan = mergePlan(merge, version);
    io.stdout.write(flags.format === 'json' ? stringifyJson(plan) : mergePlanText(plan, language));
    return { findings, failed: false };
  }
  if (!merge.isPossible) {
    complain(notPossible());
    return { findings: true, failed: false };
  }
  const isForJson = target !== undefined && isJson(target.name);
  const text = isForJson ? stringifyJson(mergedValue(merge)) : mergedText(merge, language);
  if (target === undefined) {
    io.stdout.write(text);
    return { findings, failed: false };
  }
  io.holdInterrupts();
  makeFolder(dirname(target.path), dirname(target.name));
  await writeAtomic(target.path, target.name, text);
  output.write(
    `${context.say({ vi: `Đã ghi ${quoteName(target.name)}`, en: `Wrote ${quoteName(target.name)}` })}\n`,
  );
  return { findings, failed: false };
}

interface Target {
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** Undefined for standard output. @throws UserError for a name that is no form file's, or one that is there */
function targetOf({ output, force, dryRun }: MergeFlags, { io }: Context): Target | undefined {
  if (output === undefined || output === '-') {
    if (output === undefined && io.stdout.isTTY && !dryRun) throw noTarget();
    return undefined;
  }
  if (!/\.(?:ya?ml|json)$/i.test(output)) throw badName(output);
  const path = resolve(io.cwd, output);
  if (!force && !dryRun && statSync(path, { throwIfNoEntry: false })) throw alreadyThere(output);
  return { name: output, path };
}

/** A folder may hold what was merged before: that is no part of itself. */
function withoutTarget(inputs: readonly Input[], target: Target | undefined): readonly Input[] {
  return inputs.filter(({ path, named, name }) => {
    if (target === undefined || path !== target.path) return true;
    if (named) throw ownTarget(name);
    return false;
  });
}

/** What is no text is turned into YAML as `bieu2 import` does it, with everything that has no place in a form. */
function yamlOf(source: Source, bytes: Uint8Array, { language }: Context): { yaml?: string } {
  if (source.text !== undefined) return {};
  const { text } = importForm(readWordForm(bytes, source.file), { format: 'yaml', language });
  return text === undefined ? {} : { yaml: text };
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

const withoutWarnings = (report: FileReport): FileReport => ({
  ...report,
  diagnostics: report.diagnostics.filter(({ severity }) => severity === 'error'),
});

async function tell(reports: readonly FileReport[], output: Output, { styleFor }: Context): Promise<void> {
  const files = reports.filter(({ diagnostics }) => diagnostics.length > 0);
  if (files.length === 0) return;
  const reporter = await reporters[output.isTTY ? 'pretty' : 'line']();
  output.write(reportText(reporter, { toolVersion: version, files, passedOver: 0, rules }, styleFor(output)));
}

const nothingMerged = (count: number) =>
  new UserError({
    vi: `Chưa hợp nhất, không ghi gì: ${count} biểu có lỗi. Hãy sửa các lỗi nêu trên rồi chạy lại.`,
    en: `Nothing was merged or written: ${count} ${count === 1 ? 'form has' : 'forms have'} errors. Mend the errors above and run again.`,
  });

const notPossible = () =>
  new UserError({
    vi: 'Chưa hợp nhất được, không ghi gì. Hãy sửa các lỗi nêu trên rồi chạy lại.',
    en: 'The forms cannot be merged; nothing was written. Mend the errors above and run again.',
  });

const tooFew = (count: number) =>
  new UserError({
    vi: `Cần ít nhất hai biểu khác nhau để hợp nhất, mà có ${count}. Ví dụ: bieu2 merge phong-1.yaml phong-2.yaml -o don-vi.yaml`,
    en: `At least two different forms are needed, but there ${count === 1 ? 'is 1' : `are ${count}`}. As in: bieu2 merge room-1.yaml room-2.yaml -o unit.yaml`,
  });

const noTarget = () =>
  new UserError({
    vi: 'Hãy nêu tệp cần ghi bằng -o, ví dụ -o don-vi.yaml; hoặc -o - để in ra màn hình, --dry-run để xem kế hoạch.',
    en: 'Name the file to write with -o, as in -o unit.yaml; or -o - to print it here, --dry-run to see the plan.',
  });

const badName = (name: string) =>
  new UserError({
    vi: `Không ghi ${quoteName(name)}: tệp biểu phải có đuôi .yaml, .yml hoặc .json. Hãy đổi tên.`,
    en: `Not writing ${quoteName(name)}: a form file must be named .yaml, .yml or .json. Rename it.`,
  });

const alreadyThere = (name: string) =>
  new UserError({
    vi: `Không ghi đè ${quoteName(name)}: tệp đã có. Hãy chọn tên khác bằng -o, hoặc thêm --force để thay thế.`,
    en: `Not replacing ${quoteName(name)}: it is already there. Choose another name with -o, or add --force to replace it.`,
  });

const ownTarget = (name: string) =>
  new UserError({
    vi: `${quoteName(name)} vừa là biểu cần hợp nhất, vừa là tệp cần ghi. Hãy chọn tên khác bằng -o.`,
    en: `${quoteName(name)} is one of the forms to merge and the file to write. Choose another name with -o.`,
  });
