import { resolve } from 'node:path';
import type { Summary } from '../../summary/summary.ts';
import { Tally } from '../../summary/tally.ts';
import { version } from '../../version.ts';
import { checkPlan } from '../check/check-options.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import { type WriteNow, writeStreamAtomic } from '../files/atomic-file.ts';
import { findForms } from '../files/find-forms.ts';
import { namedFiles, refuseInputs } from '../files/same-file.ts';
import { terminalText, wrote } from '../io/quote-name.ts';
import { chooseOutput, type SummaryFormat, summaryFormats } from '../output-format.ts';
import { eachFile } from '../run/each-file.ts';
import { RunRecord } from '../run/run-record.ts';
import type { SummaryFlags } from './command.ts';
import { fileSummarizer } from './summarize-file.ts';

/** Sums up forms. Their findings are counted and do not matter to the exit code. */
export async function runSummary(
  names: readonly string[],
  flags: SummaryFlags,
  callContext: Context,
): Promise<Outcome> {
  const { context, settings, options } = await checkPlan(flags, callContext);
  const { io } = context;
  const output = {
    formats: summaryFormats,
    usual: 'text',
    example: { vi: 'tong-hop.xlsx', en: 'summary.xlsx' },
  } as const;
  const { format, target } = chooseOutput(flags, output, io);
  const { inputs, failures, places } = await findForms(names, settings?.include, io, options);
  refuseInputs(namedFiles([target], io.cwd), inputs);

  const run = new RunRecord(inputs, failures, context);
  const tally = new Tally();
  const here = await fileSummarizer(flags, context, options);
  const work = { job: 'summary', settings: flags, here, threads: flags.jobs } as const;
  for await (const { result } of eachFile(inputs, work, run)) {
    if (!result) continue;
    run.count(result);
    tally.add(result.facts);
  }

  // What was done before Ctrl-C is shown, but replaces no file.
  if (run.files > 0 && !(run.isInterrupted && target !== undefined)) {
    const unreadable = [...run.failures, ...run.unread].map(({ file = '', wording }) => ({
      file,
      reason: context.say(wording),
    }));
    const summary = tally.finish({ toolVersion: version, unreadable, skipped: run.skipped });
    await run.attempt('', () => writeSummary(summary, format, target, flags.all ?? false, context));
  }
  return run.end({ findings: false, places });
}

async function writeSummary(
  summary: Summary,
  format: SummaryFormat,
  target: string | undefined,
  all: boolean,
  { io, note, styleFor, forPeople }: Context,
): Promise<void> {
  const style = { ...styleFor(io.stdout), all };
  if (target === undefined) {
    const isRaw = io.stdout.isTTY && format === 'html';
    await writers[format](summary, style, (piece) => {
      if (typeof piece !== 'string') io.stdout.write(piece);
      else if (format === 'text') io.stdout.write(forPeople(piece));
      else io.stdout.write(isRaw ? terminalText(piece) : piece);
    });
    return;
  }
  io.holdInterrupts();
  await writeStreamAtomic(resolve(io.cwd, target), target, (write) =>
    writers[format](summary, { ...style, colorLevel: 0, width: 100 }, write),
  );
  note(wrote(target));
}

type Style = ReturnType<Context['styleFor']> & { readonly all: boolean };
type Writer = (summary: Summary, style: Style, write: WriteNow) => Promise<void>;

/** Each is loaded when it is asked for. */
const writers: Readonly<Record<SummaryFormat, Writer>> = {
  async text(summary, style, write) {
    write((await import('../../summary/summary-text.ts')).summaryText(summary, style));
  },
  async json(summary, _, write) {
    write((await import('../../summary/summary-json.ts')).summaryJson(summary));
  },
  async html(summary, style, write) {
    write((await import('../../summary/summary-html.ts')).summaryHtml(summary, style));
  },
  async xlsx(summary, { language }, write) {
    const { summarySheets } = await import('../../summary/summary-sheets.ts');
    const { writeXlsx } = await import('../../tables/write-xlsx.ts');
    await writeXlsx(summarySheets(summary, language), write);
  },
};
