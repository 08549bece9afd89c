import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileReport } from '../../diagnostics/diagnostic.ts';
import { rules } from '../../rules/index.ts';
import { version } from '../../version.ts';
import { checkFlagsOf, checkPlan } from '../check/check-options.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import type { Input } from '../files/find-inputs.ts';
import { findForms, noForm } from '../files/find-inputs.ts';
import { fileError } from '../io/file-error.ts';
import { quoteName } from '../io/quote-name.ts';
import { Batch } from '../run/batch.ts';
import { batchOptions, tellRest } from '../run/batch-flags.ts';
import { Losses } from '../run/failures.ts';
import { UserError } from '../user-error.ts';
import { baselineOf, fixModeOf, type ValidateFlags, warningsAllowed } from './flags.ts';
import { type JudgeSettings, makeJudge } from './judge-file.ts';
import { type ReportTarget, reportTargets } from './report-targets.ts';
import { reportStyle } from './report-writer.ts';
import { Reports } from './reports.ts';
import { VerdictSum } from './verdict-sum.ts';

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
  const maxWarnings = warningsAllowed(flags);
  const baselineName = flags.baseline ?? settings?.baseline;
  const baseline = baselineOf(baselineName, flags, io.cwd);
  const changed = flags.changed ? await changedSince(flags.changed, io) : undefined;
  const { inputs, failures, places } = await findForms(names, settings?.include, io.cwd, {
    ...options,
    areFound: flags.ignoreUnknown === true,
    ...(changed && { isWanted: changed.has }),
  });
  refuseInputsAsTargets(targets, inputs, io.cwd);
  const annotate =
    flags.annotate === undefined ? undefined : await annotation(flags.annotate, inputs, context);

  const judgeSettings: JudgeSettings = {
    flags: checkFlagsOf(flags),
    formats: targets.map((target) => ({
      format: target.format,
      style: reportStyle(target, output, context),
    })),
    isStrict: flags.strict ?? false,
    isQuiet: flags.quiet ?? false,
    updatesBaseline: flags.updateBaseline ?? false,
    keepsReport: annotate !== undefined,
    keepsRows: targets.some(({ format }) => format === 'github') && Boolean(io.env.GITHUB_STEP_SUMMARY),
    ...(baselineName !== undefined && { baseline: baselineName }),
    ...(fixMode && { fix: { mode: fixMode, isTerminal: io.stdout.isTTY ?? false } }),
  };
  const here = await makeJudge(judgeSettings, options, context);
  const work = { job: 'validate', settings: judgeSettings, writes: fixMode === 'write', here } as const;
  const batch = new Batch(inputs, work, context, batchOptions(flags));
  const stdout = batch.progress.beside(io.stdout);
  const stderr = batch.progress.beside(io.stderr);
  const reports = await Reports.open(
    targets,
    { toolVersion: version, rules },
    output === io.stdout ? stdout : stderr,
    context,
  );
  const sum = new VerdictSum(judgeSettings.isQuiet);
  const rows = judgeSettings.keepsRows ? await githubSummary(context.language) : undefined;
  const losses = new Losses(failures);
  // Then nothing is left to do once nobody reads it (`| head`).
  const isOnlyForOutput =
    targets.every(({ file }) => file === undefined) &&
    fixMode !== 'write' &&
    !(flags.updateBaseline || annotate || rows);
  let isCutShort = false;

  for await (const done of batch.results()) {
    const verdict = 'result' in done ? done.result : undefined;
    if ('error' in done) losses.add(done.item.name, done.error);
    batch.progress.advance(verdict ? verdict.errors + verdict.warnings : 0);
    if ('result' in done) sum.add(verdict);
    if (verdict) {
      if (verdict.fixed?.out) stdout.write(verdict.fixed.out);
      if (verdict.fixed?.note) stderr.write(verdict.fixed.note);
      await reports.add(verdict.pieces);
      if (verdict.rows) rows?.add(verdict.rows);
      const { report } = verdict;
      if (report) await losses.attempt(done.item.name, () => annotate?.(report));
    }
    if (flags.failFast && (verdict ? verdict.errors > 0 : 'error' in done)) {
      if (fixMode !== 'write') break;
      // What threads have mended in the meantime is told, too.
      batch.stop();
    }
    if (isOnlyForOutput && output.failure !== undefined) {
      isCutShort = true;
      break;
    }
  }

  if (sum.summary.files + losses.count === 0) {
    if (changed) io.stderr.write(`${context.say(nothingChanged(changed.since))}\n`);
    else if (!flags.ignoreUnknown) losses.add('', noForm(places, sum.summary.passedOver));
  }
  await reports.close(sum.summary, losses.sentences(context));
  if (flags.updateBaseline) {
    await losses.attempt(baselineName ?? '', () => baseline?.update(sum.baselineEntries, context));
  }
  baseline?.tell(sum.known, sum.stale, context);
  if (rows) appendSummary(rows.text(sum.summary), io.env.GITHUB_STEP_SUMMARY ?? '', losses);
  for (const failure of [...reports.failures, ...batch.interruption]) losses.add('', failure);
  if (!batch.isInterrupted) tellRest(batch.rest, flags, context);
  losses.tell(context);

  const tooMany = maxWarnings !== undefined && sum.warnings > maxWarnings;
  if (tooMany) context.complain(tooManyWarnings(sum.warnings, maxWarnings));
  return {
    findings: sum.summary.errors > 0 || tooMany,
    failed: losses.count > 0 || isCutShort,
    interrupted: batch.isInterrupted,
  };
}

async function annotation(target: string, inputs: readonly Input[], context: Context) {
  const { annotateFile, formToAnnotate } = await import('./annotate-file.ts');
  const input = formToAnnotate(target, inputs, context.io.cwd);
  return (report: FileReport) => annotateFile(target, input, report, context);
}

async function githubSummary(language: Context['language']) {
  const { GithubSummary } = await import('../../reporters/github-summary.ts');
  return new GithubSummary(language);
}

function appendSummary(text: string, file: string, losses: Losses) {
  try {
    appendFileSync(file, text);
  } catch (error) {
    losses.add(file, fileError('write', file, error));
  }
}

const changedSince = async (base: string | true, io: Context['io']) =>
  (await import('../files/changed-files.ts')).changedFiles(base === true ? undefined : base, io);

const nothingChanged = (since: string) => ({
  vi: `Không có biểu nào thay đổi so với ${quoteName(since)}.`,
  en: `No form has changed since ${quoteName(since)}.`,
});

function refuseInputsAsTargets(targets: readonly ReportTarget[], inputs: readonly Input[], cwd: string) {
  for (const { file } of targets) {
    if (file === undefined || !inputs.some(({ path }) => path === resolve(cwd, file))) continue;
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
