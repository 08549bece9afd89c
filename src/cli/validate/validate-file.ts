import { resolve } from 'node:path';
import { baselineEntries, withoutKnown } from '../../config/baseline.ts';
import { countFindings, errorsOnly } from '../../diagnostics/count-findings.ts';
import type { FileReport } from '../../diagnostics/finding.ts';
import { reporters } from '../../reporters/index.ts';
import { type FileCounts, fileCounts } from '../../reporters/overview.ts';
import { inBlocks } from '../../reporters/report-text.ts';
import type { FindingText, Reporter } from '../../reporters/reporter.ts';
import { plainDiagnostic } from '../../worded-finding.ts';
import { type CheckOptions, checkFile, checkPlan } from '../check/check-file.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import { nameFromRoot } from '../files/paths.ts';
import type { FileResult, FileWork, Job } from '../run/job.ts';
import { baselineFile, type FileBaseline } from './baseline-file.ts';
import type { ValidateFlags } from './command.ts';
import type { FixedFile, FixMode } from './fix-file.ts';
import type { ReportTarget } from './report-targets.ts';

export interface ValidateSettings {
  readonly flags: ValidateFlags;
  readonly reports: readonly ReportTarget[];
  /** The root of the repository, to which file names are relative in some formats. */
  readonly root?: string;
  readonly baseline?: string;
  readonly fix?: { readonly mode: FixMode; readonly isTerminal: boolean };
  readonly keepsReport: boolean;
}

export type ReportPiece = Iterable<string | FindingText>;

/** The result of one file. */
export interface ValidatedFile extends FileResult, FileBaseline {
  /** One for each format, generated while it is consumed; see `Reporter.file`. */
  readonly pieces: readonly ReportPiece[];
  /** As reported: without warnings under `--quiet`. */
  readonly counts: FileCounts;
  readonly fixed?: Pick<FixedFile, 'out' | 'note'>;
  readonly report?: FileReport;
}

/** Makes a function that checks one file. @param plan if already known */
export async function fileValidator(
  settings: ValidateSettings,
  context: Context,
  plan?: CheckOptions,
): Promise<FileWork<Input, ValidatedFile>> {
  const options = plan ?? (await checkPlan(settings.flags, context)).options;
  const { fix, flags, keepsReport, root } = settings;
  const { strict = false, stdinFilename } = flags;
  const { cwd } = context.io;
  const reports = await Promise.all(
    settings.reports.map(async ({ format, style }) => ({ reporter: await reporters[format](), style })),
  );
  const fixFile = fix && (await import('./fix-file.ts')).fixFile;
  const baseline = settings.baseline === undefined ? undefined : baselineFile(settings.baseline, cwd);

  return async (input) => {
    let fixed: FixedFile | undefined;
    const beforeCheck: CheckOptions['beforeCheck'] =
      fixFile &&
      (async (source, bytes, own) => {
        fixed = await fixFile(source, input, bytes, own, fix.mode, fix.isTerminal, context);
        return fixed.source;
      });
    const reading = { takesWord: true, sparesMemory: true, strict };
    const own = { ...options, ...reading, ...(beforeCheck && { beforeCheck }) };
    const checked = await checkFile(input, context.io, own);
    if (!checked) return undefined;
    const entries = flags.updateBaseline ? baselineEntries(checked.report) : undefined;
    const path = input.path ?? (stdinFilename === undefined ? undefined : resolve(cwd, stdinFilename));
    const inBaseline = { ...input, path };
    // The entries of the new baseline are already known.
    const old = entries ?? baseline?.entriesFor(inBaseline) ?? [];
    const { report: all, known, stale } = withoutKnown(checked.report, old);
    const report = flags.quiet ? errorsOnly(all) : all;
    const nameFor = ({ namesFromRoot }: Reporter) =>
      (namesFromRoot && root !== undefined && path !== undefined && nameFromRoot(path, root)) || report.file;
    return {
      ...countFindings(all),
      counts: fileCounts(report),
      pieces: reports.map(({ reporter, style }) =>
        reporter.file({ ...report, file: nameFor(reporter) }, style),
      ),
      known,
      stale,
      ...(entries && baseline && { entries: [baseline.keyOf(inBaseline), entries] as const }),
      ...(fixed && { fixed: { out: fixed.out, note: fixed.note } }),
      ...(keepsReport && { report }),
    };
  };
}

/** As `fileValidator`, with results that can be sent between threads. */
export const threadValidator: Job<ValidateSettings, Input, ValidatedFile> = async (settings, context) => {
  const work = await fileValidator(settings, context);
  return async (input) => {
    const result = await work(input);
    if (!result) return undefined;
    const { pieces, report } = result;
    return {
      ...result,
      pieces: pieces.map((piece) => [...inBlocks(piece)]),
      ...(report && { report: { ...report, diagnostics: report.diagnostics.map(plainDiagnostic) } }),
    };
  };
};
