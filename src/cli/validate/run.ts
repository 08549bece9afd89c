import { enCount, viNumber } from '../../diagnostics/format-number.ts';
import { checkPlan } from '../check/check-options.ts';
import { configPlaces } from '../check/find-config.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import { findForms } from '../files/find-forms.ts';
import { type Input, noForm } from '../files/find-inputs.ts';
import { repositoryRoot } from '../files/repository-root.ts';
import { namedFiles, refuseInputs } from '../files/same-file.ts';
import { quoteName } from '../io/quote-name.ts';
import { eachFile, type RunFlags, threadsOf } from '../run/each-file.ts';
import { RunRecord } from '../run/run-record.ts';
import { UserError } from '../user-error.ts';
import type { Annotator } from './annotate-file.ts';
import { openBaseline } from './baseline-file.ts';
import type { FixMode } from './fix-file.ts';
import { reportTargets } from './report-targets.ts';
import { Reports } from './reports.ts';
import { type FileFlags, fileValidator, type ValidateSettings } from './validate-file.ts';

/** The options of `validate` as the command line gives them. */
export interface ValidateFlags extends FileFlags, RunFlags {
  readonly format?: readonly string[];
  readonly maxWarnings?: string;
  readonly baseline?: string;
  /** A revision, or true for the usual one. */
  readonly changed?: string | boolean;
  readonly ignoreUnknown?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  readonly annotate?: string;
  readonly annotateDir?: string;
  readonly showFiles?: boolean;
}

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
  const { schema = settings?.schema, baseline: baselineName = settings?.baseline } = flags;
  const { io } = context;
  // What is fixed may go to standard output; then the report of what remains goes beside it.
  const isOutTaken = fixMode !== undefined && (fixMode !== 'write' || names.includes('-'));
  const targets = reportTargets(
    flags.format ?? [],
    io.cwd,
    (isOutTaken ? io.stderr : io.stdout).isTTY ?? false,
  );
  const baseline = openBaseline(baselineName, flags.updateBaseline ?? false, io.cwd);

  const changed = flags.changed ? await changedSince(flags.changed, io) : undefined;
  const { inputs, failures, places } = await findForms(names, settings?.include, io, {
    ...options,
    areFound: flags.ignoreUnknown === true,
    ...(changed && { isWanted: changed.has }),
  });
  if (flags.showFiles) {
    const { showFiles } = await import('./show-files.ts');
    return showFiles(inputs, failures, context, flags.stdinFilename);
  }
  const read = namedFiles([...configPlaces(flags.config, io), schema, baselineName], io.cwd);
  const reportFiles = targets.map(({ file }) => file);
  refuseInputs(namedFiles(reportFiles, io.cwd), [...inputs, ...read]);
  const annotator = await annotatorFor(flags, inputs, context);

  const run = new RunRecord(inputs, failures, context);
  const reports = new Reports(targets, isOutTaken, run, settings?.file);
  const root = repositoryRoot(io);
  const validateSettings: ValidateSettings = {
    flags,
    ...reports.settings,
    ...(root !== undefined && { root }),
    keepsReport: annotator !== undefined,
    ...(baselineName !== undefined && { baseline: baselineName }),
    ...(fixMode && { fix: { mode: fixMode, isTerminal: io.stdout.isTTY ?? false } }),
  };
  const here = await fileValidator(validateSettings, context, options);
  await reports.open();
  const isWriting = fixMode === 'write' || flags.updateBaseline || annotator !== undefined;
  let isCutShort = false;

  const work = {
    job: 'validate',
    settings: validateSettings,
    here,
    writes: fixMode === 'write',
    threads,
  } as const;
  for await (const { item, result, hasFailed } of eachFile(inputs, work, run)) {
    if (result) {
      const { report } = result;
      run.count(result);
      baseline?.count(result);
      await reports.add(result);
      if (report) await run.attempt(item.name, () => annotator?.annotate(item, report));
    }
    // Nothing is left to do where nobody reads what alone is written (`| head`).
    isCutShort = reports.isUnread && reports.isOnlyOutput && !isWriting;
    if (isCutShort || (flags.failFast && (hasFailed || (result?.errors ?? 0) > 0))) run.stop();
  }

  if (run.hasNoForm) {
    if (changed) context.note(nothingChanged(changed.since));
    else if (!flags.ignoreUnknown) run.fail('', noForm(places, run.skipped.length));
  }
  await reports.close(flags.quiet ?? false);
  annotator?.close();
  await run.attempt('', () => baseline?.close(context));
  const tooMany = maxWarnings !== undefined && run.warnings > maxWarnings;
  const outcome = run.end({
    findings: run.errors > 0 || tooMany,
    failFast: flags.failFast,
    isStrict: flags.strict,
  });
  if (tooMany) context.complain(tooManyWarnings(run.warnings, maxWarnings));
  return { ...outcome, failed: outcome.failed || isCutShort };
}

/** @throws UserError for a way of fixing without `--fix` */
function fixModeOf({ fix, dryRun, diff }: ValidateFlags): FixMode | undefined {
  if (!fix && (dryRun || diff)) {
    throw new UserError({
      vi: '“--dry-run” và “--diff” chỉ dùng cùng với “--fix”.',
      en: '“--dry-run” and “--diff” go with “--fix” only.',
    });
  }
  return diff ? 'diff' : dryRun ? 'dry-run' : fix ? 'write' : undefined;
}

/** @throws UserError for a number that is none */
function warningsAllowed({ maxWarnings: text }: ValidateFlags): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new UserError({
    vi: `“--max-warnings” cần một số nguyên không âm, không phải ${quoteName(text)}.`,
    en: `“--max-warnings” takes a whole number from 0 on, not ${quoteName(text)}.`,
  });
}

async function annotatorFor(
  { annotate, annotateDir }: ValidateFlags,
  inputs: readonly Input[],
  context: Context,
): Promise<Annotator | undefined> {
  if (annotate === undefined && annotateDir === undefined) return undefined;
  const { annotatorOfAll, annotatorOfOne } = await import('./annotate-file.ts');
  if (annotate !== undefined) return annotatorOfOne(annotate, inputs, context);
  return annotatorOfAll(annotateDir ?? '', inputs, context);
}

const changedSince = async (base: string | true, io: Context['io']) =>
  (await import('../files/changed-files.ts')).changedFiles(base === true ? undefined : base, io);

const nothingChanged = (since: string) => ({
  vi: `Không có biểu nào thay đổi so với ${quoteName(since)}.`,
  en: `No form has changed since ${quoteName(since)}.`,
});

const tooManyWarnings = (count: number, limit: number) =>
  new UserError({
    vi: `Có ${viNumber(count)} cảnh báo, chỉ chấp nhận tối đa ${viNumber(limit)}.`,
    en: `${enCount(count, 'warning')}; at most ${enCount(limit, 'is', 'are')} allowed.`,
  });
