import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BaselineEntry } from '../../config/baseline.ts';
import { rules } from '../../rules/index.ts';
import { version } from '../../version.ts';
import { checkFlagsOf, checkPlan } from '../check/check-options.ts';
import { configPlaces } from '../check/find-config.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import type { Input } from '../files/find-inputs.ts';
import { findForms, noForm } from '../files/find-inputs.ts';
import { repositoryRoot } from '../files/repository-root.ts';
import { refuseInputs } from '../files/same-file.ts';
import { fileError } from '../io/file-error.ts';
import { quoteName } from '../io/quote-name.ts';
import { eachFile, threadsOf } from '../run/each-file.ts';
import { RunRecord } from '../run/run-record.ts';
import { UserError } from '../user-error.ts';
import { baselineOf, fixModeOf, type ValidateFlags, warningsAllowed } from './flags.ts';
import { reportTargets } from './report-targets.ts';
import { Reports, reportStyle } from './reports.ts';
import { fileValidator, type ValidateSettings } from './validate-file.ts';

/** Checks files and writes the reports that were asked for. */
export async function runValidate(
  names: readonly string[],
  flags: ValidateFlags,
  callContext: Context,
): Promise<Outcome> {
  const threads = threadsOf(flags);
  const fixMode = fixModeOf(flags);
  const maxWarnings = warningsAllowed(flags);
  const { context, settings, options } = await checkPlan(flags, callContext);
  const { io } = context;
  // What is fixed may go to standard output; then the report of what remains goes beside it.
  const isOutTaken = fixMode !== undefined && (fixMode !== 'write' || names.includes('-'));
  const targets = reportTargets(
    flags.format ?? [],
    io.cwd,
    (isOutTaken ? io.stderr : io.stdout).isTTY ?? false,
  );
  const baselineName = flags.baseline ?? settings?.baseline;
  const baseline = baselineOf(baselineName, flags, io.cwd);

  const changed = flags.changed ? await changedSince(flags.changed, io) : undefined;
  const { inputs, failures, places } = await findForms(names, settings?.include, io.cwd, {
    ...options,
    areFound: flags.ignoreUnknown === true,
    ...(changed && { isWanted: changed.has }),
  });
  refuseInputs(
    targets.flatMap(({ file }) => (file === undefined ? [] : { name: file, path: resolve(io.cwd, file) })),
    [
      ...inputs,
      ...readBeside({ ...flags, schema: flags.schema ?? settings?.schema, baseline: baselineName }, io),
    ],
  );
  const annotate =
    flags.annotate === undefined ? undefined : await annotation(flags.annotate, inputs, context);

  const run = new RunRecord(inputs, failures, context);
  const [stdout, stderr] = [run.progress.beside(io.stdout), run.progress.beside(io.stderr)];
  const output = isOutTaken ? stderr : stdout;
  const rows =
    io.env.GITHUB_STEP_SUMMARY && targets.some(({ format }) => format === 'github')
      ? new (await import('../../reporters/github-summary.ts')).GithubSummary(context.language)
      : undefined;
  const root = repositoryRoot(io);
  const validateSettings: ValidateSettings = {
    flags: checkFlagsOf(flags),
    formats: targets.map((target) => ({
      format: target.format,
      style: reportStyle(target, output, context),
    })),
    ...(root !== undefined && { root }),
    isStrict: flags.strict ?? false,
    isQuiet: flags.quiet ?? false,
    updatesBaseline: flags.updateBaseline ?? false,
    keepsReport: annotate !== undefined,
    keepsRows: rows !== undefined,
    ...(baselineName !== undefined && { baseline: baselineName }),
    ...(fixMode && { fix: { mode: fixMode, isTerminal: io.stdout.isTTY ?? false } }),
  };
  const here = await fileValidator(validateSettings, context, options);
  const reports = await Reports.open(targets, { toolVersion: version, rules }, output, run);
  // With only that to write, nothing is left to do once nobody reads it (`| head`).
  const isOnlyForOutput =
    targets.every(({ file }) => file === undefined) &&
    fixMode !== 'write' &&
    !(flags.updateBaseline || annotate || rows);
  let isCutShort = false;
  const entries = new Map<string, readonly BaselineEntry[]>();
  let [known, stale] = [0, 0];

  const work = {
    job: 'validate',
    settings: validateSettings,
    here,
    writes: fixMode === 'write',
    threads,
  } as const;
  for await (const { item, result, hasFailed } of eachFile(inputs, work, run)) {
    if (result) {
      run.count(result);
      known += result.known;
      stale += result.stale;
      if (result.entries) entries.set(...result.entries);
      if (result.fixed?.out) stdout.write(result.fixed.out);
      if (result.fixed?.note) stderr.write(result.fixed.note);
      await reports.add(result.pieces);
      if (result.rows) rows?.add(result.rows);
      const { report } = result;
      if (report) await run.attempt(item.name, () => annotate?.(report));
    }
    isCutShort = isOnlyForOutput && output.failure !== undefined;
    if (isCutShort || (flags.failFast && (hasFailed || (result?.errors ?? 0) > 0))) run.stop();
  }

  if (run.hasNoForm) {
    if (changed) io.stderr.write(`${context.say(nothingChanged(changed.since))}\n`);
    else if (!flags.ignoreUnknown) run.fail('', noForm(places, run.skipped.length));
  }
  const { files, skipped, errors, warnings } = run;
  const summary = { files, passedOver: skipped.length, errors, warnings: flags.quiet ? 0 : warnings };
  await reports.close({ summary, ...(run.stopped && { stopped: run.stopped }) });
  if (flags.updateBaseline) {
    await run.attempt(baselineName ?? '', () => baseline?.update([...entries], context));
  }
  baseline?.report(known, stale, context);
  if (rows) await run.attempt('', () => appendSummary(rows.text(summary), io.env.GITHUB_STEP_SUMMARY ?? ''));
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
  const outcome = run.end({ findings: errors > 0 || tooMany, failFast: flags.failFast });
  if (tooMany) context.complain(tooManyWarnings(warnings, maxWarnings));
  return { ...outcome, failed: outcome.failed || isCutShort };
}

/** What is read besides the forms. */
function readBeside(
  {
    config,
    schema,
    baseline,
  }: Pick<ValidateFlags, 'config'> & { schema: string | undefined; baseline: string | undefined },
  io: Context['io'],
) {
  const files = [...configPlaces(config, io), schema, baseline].filter((name) => name !== undefined);
  return files.map((name) => ({ name, path: resolve(io.cwd, name) }));
}

async function annotation(target: string, inputs: readonly Input[], context: Context) {
  const { annotateFile, formToAnnotate } = await import('./annotate-file.ts');
  const input = formToAnnotate(target, inputs, context.io.cwd);
  return (report: Parameters<typeof annotateFile>[2]) => annotateFile(target, input, report, context);
}

function appendSummary(text: string, file: string) {
  try {
    appendFileSync(file, text);
  } catch (error) {
    throw fileError('write', file, error);
  }
}

const changedSince = async (base: string | true, io: Context['io']) =>
  (await import('../files/changed-files.ts')).changedFiles(base === true ? undefined : base, io);

const nothingChanged = (since: string) => ({
  vi: `Không có biểu nào thay đổi so với ${quoteName(since)}.`,
  en: `No form has changed since ${quoteName(since)}.`,
});

const tooManyWarnings = (count: number, limit: number) =>
  new UserError({
    vi: `Có ${count} cảnh báo, chỉ chấp nhận tối đa ${limit}.`,
    en: `${count} ${count === 1 ? 'warning' : 'warnings'}, where at most ${limit} ${limit === 1 ? 'is' : 'are'} accepted.`,
  });
