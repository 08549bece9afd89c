import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reporters } from '../../reporters/index.ts';
import { Overview } from '../../reporters/overview.ts';
import { inBlocks, type OpenReport, openReport } from '../../reporters/report-text.ts';
import { outcomeSentence } from '../../reporters/report-words.ts';
import type { Reporter } from '../../reporters/reporter.ts';
import { rules } from '../../rules/index.ts';
import { version } from '../../version.ts';
import type { Context } from '../context.ts';
import { type OpenTarget, openTarget } from '../files/write-target.ts';
import { fileError } from '../io/file-error.ts';
import type { Io, Output } from '../io/io.ts';
import type { RunRecord } from '../run/run-record.ts';
import type { ReportTarget } from './report-targets.ts';
import type { ReportPiece, ValidatedFile } from './validate-file.ts';
import type { ValidatePlan } from './validate-plan.ts';

/** A report whose file is open; without `report` once it has failed. */
interface Writing {
  readonly target: ReportTarget;
  readonly reporter: Reporter;
  file?: ReportFile;
  report?: OpenReport | undefined;
}

/** Begins everything that `validate` writes while it checks files. A report that cannot be written does not stop the others: `close` records its failure. */
export async function openReports({ settings, isOutTaken, config }: ValidatePlan, run: RunRecord) {
  const { context, progress } = run;
  const { io, say, note } = context;
  const stdout = progress.beside(io.stdout);
  // Opened on demand: few runs need it, and opening a terminal takes time.
  const stderr = () => progress.beside(io.stderr);
  const output = isOutTaken ? stderr() : stdout;
  const failures: unknown[] = [];
  const attempt = async (one: Writing, work: () => Promise<void> | void) => {
    try {
      await work();
    } catch (error) {
      failures.push(error);
      one.file?.abandon?.();
      one.report = undefined;
    }
  };
  const all = await Promise.all(
    settings.reports.map(
      async (target): Promise<Writing> => ({ target, reporter: await reporters[target.format]() }),
    ),
  );
  for (const one of all)
    await attempt(one, async () => {
      one.file = openFile(one.target, output, io);
      one.report = await begin(one, one.file, context);
    });
  const overview = new Overview(
    rules,
    all.some(({ reporter }) => reporter.listsFiles),
  );
  const toOutput = all.filter(({ target }) => target.file === undefined);

  return {
    /** Whether standard output is all that is written, and has lost its reader. */
    isUnread: () => output.failure !== undefined && toOutput.length === all.length,

    async add({ fixed, pieces, counts }: ValidatedFile): Promise<void> {
      if (fixed?.out) stdout.write(fixed.out);
      if (fixed?.note) stderr().write(fixed.note);
      for (const [index, one] of all.entries())
        await attempt(one, () => one.report?.add(whileRead(pieces[index] ?? [], one.file)));
      overview.add(counts);
    },

    /** @param isQuiet without warnings */
    async close(isQuiet: boolean): Promise<void> {
      const { allFailures, stopped, unread, counts } = run;
      const end = {
        summary: isQuiet ? { ...counts, warnings: 0 } : counts,
        overview,
        isQuiet,
        failures: allFailures.map(({ wording }) => say(wording)),
        ...(config !== undefined && { config }),
        failedFiles: allFailures.flatMap(({ file, wording }) =>
          file === undefined ? [] : { file, reason: say(wording) },
        ),
        unread: unread.map(({ file = '', reason }) => ({ file, reason: say(reason) })),
        ...(stopped && { stopped }),
      };
      // The text for the terminal comes last.
      for (const one of [...all.filter((each) => !toOutput.includes(each)), ...toOutput]) {
        // If nothing was read, people get no report; a report for a program is always complete.
        if (counts.files === 0 && toOutput.includes(one) && one.reporter.isForPeople) continue;
        await attempt(one, async () => {
          const warning = await one.report?.close(end);
          if (one.report) await one.file?.commit?.();
          if (warning)
            stderr().write(`${say({ vi: `Cảnh báo: ${warning.vi}`, en: `Warning: ${warning.en}` })}\n`);
        });
      }
      for (const failure of failures) run.fail('', failure);
      if (toOutput.length > 0) return;
      run.report();
      note(outcomeSentence(end));
    },
  };
}

async function begin({ target, reporter }: Writing, { write }: ReportFile, { language, forPeople }: Context) {
  if (target.format === 'xlsx')
    return (await import('../../reporters/workbook-report.ts')).openWorkbook(language, write);
  const isForPeople = target.file === undefined && reporter.isForPeople;
  const put = (text: string) => write(isForPeople ? forPeople(text) : text);
  return openReport(reporter, { toolVersion: version, rules }, target.style, put);
}

type ReportFile = Output & Partial<OpenTarget>;

/** @throws UserError when the file cannot be written */
function openFile({ file, appends }: ReportTarget, output: Output, io: Io): ReportFile {
  if (file === undefined) return output;
  io.holdInterrupts();
  const path = resolve(io.cwd, file);
  if (!appends) return openTarget({ path, name: file });
  // Another program has started the file.
  return {
    write(chunk: string | Uint8Array) {
      try {
        appendFileSync(path, chunk);
      } catch (error) {
        throw fileError('write', file, error);
      }
    },
  };
}

/** Ends where the output has lost its reader: a file may have half a million findings. */
function* whileRead(piece: ReportPiece, file: ReportFile | undefined): ReportPiece {
  for (const block of inBlocks(piece)) {
    if (file?.failure !== undefined) return;
    yield block;
  }
}
