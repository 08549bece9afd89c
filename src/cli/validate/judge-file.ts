import { type BaselineEntry, baselineEntries, withoutKnown } from '../../config/baseline.ts';
import { countFindings } from '../../diagnostics/count-findings.ts';
import type { FileReport } from '../../diagnostics/diagnostic.ts';
import { reporters } from '../../reporters/index.ts';
import type { Reporter, ReporterOptions } from '../../reporters/reporter.ts';
import { type CheckOptions, checkFile } from '../check/check-file.ts';
import { type CheckFlags, checkPlan } from '../check/check-options.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import type { Job } from '../run/job.ts';
import { jobContext } from '../run/job-context.ts';
import type { BaselineFile } from './baseline-file.ts';
import type { FixedFile, FixMode } from './fix-file.ts';
import type { Format } from './report-targets.ts';

/** How `validate` judges each file; plain data. */
export interface JudgeSettings {
  readonly flags: CheckFlags;
  /** The reports that are written, and how. */
  readonly formats: readonly { readonly format: Format; readonly style: ReporterOptions }[];
  readonly isStrict: boolean;
  readonly isQuiet: boolean;
  readonly baseline?: string;
  /** What is found becomes the baseline. */
  readonly updatesBaseline: boolean;
  readonly fix?: { readonly mode: FixMode; readonly isTerminal: boolean };
  /** The report itself is wanted, too. */
  readonly keepsReport: boolean;
  /** Rows for GitHub's summary are wanted, too. */
  readonly keepsRows: boolean;
}

/** What there is to tell of one file. */
export interface Verdict {
  readonly errors: number;
  readonly warnings: number;
  /** One for each format. */
  readonly pieces: readonly string[];
  readonly rows?: readonly string[];
  /** Findings that the baseline knows, and entries of it that are there no more. */
  readonly known: number;
  readonly stale: number;
  readonly entries?: readonly [key: string, readonly BaselineEntry[]];
  readonly fixed?: Pick<FixedFile, 'out' | 'note'>;
  readonly report?: FileReport;
}

/** How a thread makes ready to judge files. */
export const judgeJob: Job<JudgeSettings, Input, Verdict | undefined> = async (settings, world) => {
  const { context, options } = await checkPlan(settings.flags, jobContext(world));
  return makeJudge(settings, options, context);
};

/** Gives what judges one file: undefined for one that was met in a folder and is no form. */
export async function makeJudge(
  settings: JudgeSettings,
  options: CheckOptions,
  context: Context,
): Promise<(input: Input) => Promise<Verdict | undefined>> {
  const { io } = context;
  const { fix, isStrict, isQuiet, keepsReport, keepsRows } = settings;
  const loaded = await Promise.all(settings.formats.map(({ format }) => reporters[format]()));
  const reports = settings.formats.map(({ style }, index) => [loaded[index], style] as const);
  const githubRows = keepsRows ? (await import('../../reporters/github-summary.ts')).githubRows : undefined;
  const fixFile = fix && (await import('./fix-file.ts')).fixFile;
  const baseline =
    settings.baseline === undefined
      ? undefined
      : new (await import('./baseline-file.ts')).BaselineFile(settings.baseline, io.cwd);

  return async (input) => {
    let fixed: FixedFile | undefined;
    const amend: CheckOptions['amend'] =
      fixFile &&
      (async (source, _input, bytes, own) => {
        fixed = await fixFile(source, input, bytes, own, fix.mode, fix.isTerminal, context);
        return fixed.source;
      });
    const checked = await checkFile(input, io, { ...options, takesWord: true, ...(amend && { amend }) });
    if (!checked) return undefined;
    const entries = settings.updatesBaseline ? baselineEntries(checked.report) : undefined;
    const { report: rest, known, stale } = remainder(checked.report, input, baseline, entries);
    const all = isStrict ? withoutWarnings(rest) : rest;
    const report = isQuiet ? errorsOnly(all) : all;
    return {
      ...countFindings(all),
      pieces: reports.map(([reporter, style]) => (reporter ? pieceOf(reporter, report, style) : '')),
      known,
      stale,
      ...(githubRows && { rows: githubRows(report, context.language) }),
      ...(entries && baseline && { entries: [baseline.keyOf(input), entries] as const }),
      ...(fixed && { fixed: { out: fixed.out, note: fixed.note } }),
      ...(keepsReport && { report }),
    };
  };
}

const pieceOf = (reporter: Reporter, report: FileReport, style: ReporterOptions) =>
  reporter.file(report, style);

/** What the baseline leaves of a report; what becomes the baseline is known already. */
function remainder(
  report: FileReport,
  input: Input,
  baseline: BaselineFile | undefined,
  entries: readonly BaselineEntry[] | undefined,
) {
  const known = entries ?? baseline?.entriesFor(input);
  return known ? withoutKnown(report, known) : { report, known: 0, stale: 0 };
}

const withoutWarnings = (file: FileReport): FileReport => ({
  ...file,
  diagnostics: file.diagnostics.map((diagnostic) => ({ ...diagnostic, severity: 'error' })),
});

const errorsOnly = (file: FileReport): FileReport => ({
  ...file,
  diagnostics: file.diagnostics.filter(({ severity }) => severity === 'error'),
});
