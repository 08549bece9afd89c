import { checkPlan } from '../check/check-file.ts';
import { configPlaces } from '../check/load-config.ts';
import type { Context } from '../context.ts';
import { namedFiles, refuseInputs } from '../files/file-target.ts';
import { findForms } from '../files/find-forms.ts';
import type { Input } from '../files/find-inputs.ts';
import { repositoryRoot } from '../files/paths.ts';
import { readSource } from '../files/read-source.ts';
import type { Io } from '../io/io.ts';
import { UserError, userError } from '../user-error.ts';
import { baselineRun } from './baseline-file.ts';
import type { ValidateFlags } from './command.ts';
import type { FixMode } from './fix-file.ts';
import { reportTargets } from './report-targets.ts';
import type { ValidateSettings } from './validate-file.ts';

export type ValidatePlan = Readonly<Awaited<ReturnType<typeof planValidate>>>;

/** Prepares everything that can fail before the first file is read. @throws UserError */
export async function planValidate(names: readonly string[], flags: ValidateFlags, callContext: Context) {
  const mode = fixModeOf(flags);
  const { context, settings, options } = await checkPlan(flags, callContext);
  const { io } = context;
  const { schema = settings?.schema, baseline: baselineName = settings?.baseline } = flags;
  const baseline = baselineRun(baselineName, flags.updateBaseline ?? false, context);

  const changed = flags.changed ? await changedSince(flags.changed, io) : undefined;
  const found = await findForms(names, settings?.include, io, {
    ...options,
    areFound: flags.ignoreUnknown === true,
    ...(changed && { isWanted: changed.has }),
  });
  const { inputs } = found;
  // The fixed text may go to standard output; then the report goes to standard error.
  const isOutTaken = mode !== undefined && (mode !== 'write' || names.includes('-'));
  const output = isOutTaken ? io.stderr : io.stdout;
  const usual = !output.isTTY ? 'line' : (await areMany(inputs, io)) ? 'files' : 'pretty';
  const reports = reportTargets(flags.format ?? [], usual, flags.statistics ?? false, output, context);
  const read = namedFiles([...configPlaces(flags.config, io), schema, baselineName], io.cwd);
  const written = reports.map(({ file }) => file);
  refuseInputs(namedFiles(written, io.cwd), [...inputs, ...read]);
  const annotator =
    flags.annotate === undefined && flags.annotateDir === undefined
      ? undefined
      : (await import('./annotate-file.ts')).makeAnnotator(flags, found, context);

  const root = repositoryRoot(io);
  const fileSettings: ValidateSettings = {
    flags,
    reports,
    ...(root !== undefined && { root }),
    keepsReport: annotator !== undefined,
    ...(baselineName !== undefined && { baseline: baselineName }),
    ...(mode && { fix: { mode, isTerminal: io.stdout.isTTY ?? false } }),
  };
  return {
    ...found,
    context,
    isOutTaken,
    config: settings?.file,
    options,
    settings: fileSettings,
    baseline,
    annotator,
    /** The revision to which `--changed` compares. */
    since: changed?.since,
  };
}

/** From this many forms on, a terminal shows only a line for each. */
const many = 21;

/** Whether that many files are forms: files found in folders are read until this is certain. */
async function areMany(inputs: readonly Input[], io: Io): Promise<boolean> {
  const found = inputs.filter(({ named }) => !named);
  let count = inputs.length - found.length;
  for (const [index, input] of found.entries()) {
    if (count >= many || count + found.length - index < many) break;
    try {
      if (await readSource(input, io, { takesWord: true })) count += 1;
    } catch (error) {
      // Reported when the file is checked.
      if (!(error instanceof UserError)) throw error;
    }
  }
  return count >= many;
}

function fixModeOf({ fix, dryRun, diff }: ValidateFlags): FixMode | undefined {
  if (!fix && (dryRun || diff)) throw onlyWithFix();
  return diff ? 'diff' : dryRun ? 'dry-run' : fix ? 'write' : undefined;
}

const onlyWithFix = userError(
  '“--dry-run” và “--diff” chỉ dùng cùng với “--fix”.',
  '“--dry-run” and “--diff” go with “--fix” only.',
);

const changedSince = async (base: string | true, io: Context['io']) =>
  (await import('../files/changed-files.ts')).changedFiles(base === true ? undefined : base, io);
