import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic, FileReport, Report } from '../../diagnostics/diagnostic.ts';
import { reporters } from '../../reporters/index.ts';
import { rules } from '../../rules/index.ts';
import type { BaselineFile } from '../baseline-file.ts';
import { type CheckedFile, checkFiles } from '../check-files.ts';
import { type CheckFlags, checkPlan } from '../check-options.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import { fileError } from '../file-error.ts';
import type { FixMode } from '../fix-files.ts';
import type { Output } from '../io.ts';
import { quoteName } from '../quote-name.ts';
import { type ReportTarget, reportTargets } from '../report-targets.ts';
import { UserError } from '../user-error.ts';
import { version } from '../version.ts';
import { writeAtomic } from '../write-atomic.ts';

/** The options of `validate` as the command line gives them. */
export interface ValidateFlags extends CheckFlags {
  readonly format?: readonly string[];
  readonly strict?: boolean;
  readonly maxWarnings?: string;
  readonly quiet?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  /** A revision, or true for the usual one. */
  readonly changed?: string | boolean;
  readonly ignoreUnknown?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  readonly annotate?: string;
}

/** Checks files and writes the reports that were asked for. */
export async function runValidate(
  names: readonly string[],
  flags: ValidateFlags,
  callContext: Context,
): Promise<Outcome> {
  const fixMode = fixModeOf(flags);
  const { context, settings, options } = await checkPlan(flags, callContext);
  const { io } = context;
  // What is fixed may take standard output; then the report of what remains goes beside it.
  const output =
    fixMode !== undefined && (fixMode !== 'write' || names.includes('-')) ? io.stderr : io.stdout;
  const targets = reportTargets(flags.format ?? [], io.cwd, output.isTTY ?? false);
  const maxWarnings = flags.maxWarnings === undefined ? undefined : countOf(flags.maxWarnings);
  const baseline = await baselineOf(flags, settings?.baseline, io.cwd);
  const fixer = fixMode && new (await import('../fix-files.ts')).FileFixer();
  const changed = flags.changed ? await changedSince(flags.changed, io) : undefined;
  const include = names.length > 0 ? undefined : settings?.include;
  const checked = await checkFiles(names.length > 0 ? names : (include ?? ['.']), io, {
    ...options,
    takesWord: true,
    ...((include || flags.ignoreUnknown) && { areFound: true }),
    ...(fixer && { amend: fixer.amend }),
    ...(changed && { isWanted: changed.has }),
    ...((changed || flags.ignoreUnknown) && { mayBeNone: true }),
  });
  refuseInputsAsTargets(targets, checked.files, io.cwd);
  const isUnchanged = changed && checked.files.length + checked.failures.length === 0;
  if (isUnchanged) io.stderr.write(`${context.say(nothingChanged(changed.since))}\n`);

  if (flags.updateBaseline) await baseline?.update(checked.files, context);
  const reports = baseline?.apply(checked.files, context) ?? checked.files.map(({ report }) => report);
  const files = flags.strict ? reports.map(withoutWarnings) : reports;
  const errors = count(files, 'error');
  const warnings = count(files, 'warning');
  const report: Report = {
    toolVersion: version,
    files: flags.quiet ? files.map(errorsOnly) : files,
    passedOver: checked.passedOver,
    rules,
  };
  const failures = [
    ...checked.failures,
    ...(fixer && fixMode ? await fixer.finish(fixMode, context) : []),
    ...(await writeReports(report, targets, output, context)),
  ];
  for (const failure of failures) context.complain(failure);
  if (flags.annotate !== undefined) {
    const { annotateFile } = await import('../annotate-file.ts');
    await annotateFile(flags.annotate, checked.files, report.files, context);
  }

  const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (tooMany) context.complain(tooManyWarnings(warnings, maxWarnings));
  return { findings: errors > 0 || tooMany, failed: failures.length > 0 };
}

/** Writes every report; gives back what could not be written. */
async function writeReports(
  report: Report,
  targets: readonly ReportTarget[],
  output: Output,
  { io, language, styleFor }: Context,
): Promise<UserError[]> {
  const failures: UserError[] = [];
  // With nothing read there is nothing to tell people; a report for a program is always whole.
  const isEmpty = report.files.length === 0;
  for (const { format, file } of targets) {
    if (isEmpty && (format === 'pretty' || format === 'line') && file === undefined) continue;
    const reporter = await reporters[format]();
    try {
      if (file === undefined) output.write(reporter(report, styleFor(output)));
      else {
        io.holdInterrupts();
        await writeAtomic(
          resolve(io.cwd, file),
          file,
          reporter(report, { language, colorLevel: 0, width: 80 }),
        );
      }
      if (format === 'github') await appendSummary(report, io.env.GITHUB_STEP_SUMMARY, language);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error);
    }
  }
  return failures;
}

async function appendSummary(report: Report, file: string | undefined, language: Context['language']) {
  if (!file) return;
  const { githubSummary } = await import('../../reporters/github-summary.ts');
  try {
    appendFileSync(file, githubSummary(report, { language, colorLevel: 0, width: 80 }));
  } catch (error) {
    throw fileError('write', file, error);
  }
}

const changedSince = async (base: string | true, io: Context['io']) =>
  (await import('../changed-files.ts')).changedFiles(base === true ? undefined : base, io);

const nothingChanged = (since: string) => ({
  vi: `Không có biểu nào thay đổi so với ${quoteName(since)}.`,
  en: `No form has changed since ${quoteName(since)}.`,
});

async function baselineOf(
  { baseline, updateBaseline }: ValidateFlags,
  configured: string | undefined,
  cwd: string,
): Promise<BaselineFile | undefined> {
  const name = baseline ?? configured;
  if (name !== undefined) return new (await import('../baseline-file.ts')).BaselineFile(name, cwd);
  if (!updateBaseline) return undefined;
  throw new UserError({
    vi: '“--update-baseline” cần biết tệp: thêm --baseline baseline.json, hoặc ghi “baseline” trong bieu2.config.yaml.',
    en: '“--update-baseline” needs to know the file: add --baseline baseline.json, or set “baseline” in bieu2.config.yaml.',
  });
}

function fixModeOf({ fix, dryRun, diff }: ValidateFlags): FixMode | undefined {
  if (!fix && (dryRun || diff)) {
    throw new UserError({
      vi: '“--dry-run” và “--diff” chỉ dùng cùng với “--fix”.',
      en: '“--dry-run” and “--diff” go with “--fix” only.',
    });
  }
  return diff ? 'diff' : dryRun ? 'dry-run' : fix ? 'write' : undefined;
}

const withoutWarnings = (file: FileReport): FileReport => ({
  ...file,
  diagnostics: file.diagnostics.map((diagnostic) => ({ ...diagnostic, severity: 'error' })),
});

const errorsOnly = (file: FileReport): FileReport => ({
  ...file,
  diagnostics: file.diagnostics.filter(({ severity }) => severity === 'error'),
});

const count = (files: readonly FileReport[], wanted: Diagnostic['severity']) =>
  files.reduce((sum, file) => sum + file.diagnostics.filter(({ severity }) => severity === wanted).length, 0);

function countOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new UserError({
    vi: `“--max-warnings” cần một số nguyên không âm, không phải ${quoteName(text)}.`,
    en: `“--max-warnings” takes a whole number from 0 on, not ${quoteName(text)}.`,
  });
}

function refuseInputsAsTargets(targets: readonly ReportTarget[], files: readonly CheckedFile[], cwd: string) {
  for (const { file } of targets) {
    if (file === undefined || !files.some(({ input }) => input.path === resolve(cwd, file))) continue;
    throw new UserError({
      vi: `Báo cáo sẽ ghi đè lên chính biểu đang kiểm tra ${quoteName(file)}. Hãy chọn tên khác cho báo cáo.`,
      en: `The report would replace ${quoteName(file)}, a form that is being checked. Choose another name for the report.`,
    });
  }
}

const tooManyWarnings = (count: number, limit: number) =>
  new UserError({
    vi: `Có ${count} cảnh báo, chỉ chấp nhận tối đa ${limit}.`,
    en: `${count} ${count === 1 ? 'warning' : 'warnings'}, where at most ${limit} ${limit === 1 ? 'is' : 'are'} accepted.`,
  });
