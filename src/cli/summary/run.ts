import { resolve } from 'node:path';
import type { Summary } from '../../summary/summary.ts';
import { Tally } from '../../summary/tally.ts';
import { version } from '../../version.ts';
import { type CheckFlags, checkFlagsOf, checkPlan } from '../check/check-options.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import type { Input } from '../files/find-inputs.ts';
import { findForms, noForm } from '../files/find-inputs.ts';
import { realPath } from '../files/real-path.ts';
import { type WriteNow, writeStreamAtomic } from '../files/write-stream-atomic.ts';
import { quoteName } from '../io/quote-name.ts';
import { refuseTerminal } from '../io/refuse-terminal.ts';
import { terminalText } from '../io/terminal-text.ts';
import { Batch } from '../run/batch.ts';
import { type BatchFlags, batchOptions } from '../run/batch-flags.ts';
import { Losses } from '../run/failures.ts';
import { unreadableForm } from '../run/unreadable-form.ts';
import { UserError } from '../user-error.ts';
import { type SummarizedFile, summarizeFile } from './summarize-file.ts';
import { type SummaryFormat, summaryFormatNames, summaryFormats } from './summary-formats.ts';

/** The options of `summary` as the command line gives them. */
export interface SummaryFlags extends Pick<CheckFlags, 'config' | 'schema'>, Pick<BatchFlags, 'jobs'> {
  readonly format?: SummaryFormat;
  readonly output?: string;
  readonly all?: boolean;
}

/** Sums up forms. It is no judgement: what is wrong with the forms is counted, and the exit code is that of reading. */
export async function runSummary(
  names: readonly string[],
  flags: SummaryFlags,
  callContext: Context,
): Promise<Outcome> {
  const { context, settings, options } = await checkPlan(flags, callContext);
  const { io } = context;
  const format = formatOf(flags);
  const target = flags.output === '-' ? undefined : flags.output;
  if (format === 'xlsx' && target === undefined && io.stdout.isTTY)
    throw refuseTerminal({ vi: 'tong-hop.xlsx', en: 'summary.xlsx' });

  const { inputs, failures, places } = await findForms(names, settings?.include, io.cwd, options);
  if (target !== undefined) refuseInput(target, inputs, io.cwd);

  const here = (input: Input) => summarizeFile(input, io, options);
  const work = { job: 'summary', settings: checkFlagsOf(flags), here } as const;
  const batch = new Batch(inputs, work, context, batchOptions(flags));
  const losses = new Losses(failures);
  const tally = new Tally();
  let others = 0;
  for await (const done of batch.results()) {
    const result = 'result' in done ? done.result : undefined;
    if ('error' in done) losses.add(done.item.name, done.error);
    if (result?.kind === 'form') tally.add(result.facts);
    if (result?.kind === 'unreadable') losses.add(done.item.name, unreadableForm(done.item.name, result));
    if (result?.kind === 'other') others += 1;
    batch.progress.advance(findingsOf(result));
  }

  if (tally.forms === 0 && losses.count === 0 && !batch.isInterrupted) losses.add('', noForm(places, others));
  const unreadable = losses.count;
  for (const interruption of batch.interruption) losses.add('', interruption);
  // What was done before Ctrl-C is shown, but replaces no file.
  if (tally.forms > 0 && !(batch.isInterrupted && target !== undefined)) {
    const summary = tally.finish({ toolVersion: version, unreadable });
    const failure = await writeSummary(summary, format, target, flags.all ?? false, context);
    if (failure) losses.add('', failure);
  }
  losses.tell(context);
  return { findings: false, failed: losses.count > 0, interrupted: batch.isInterrupted };
}

/** That a form cannot be read is one. */
function findingsOf(result: SummarizedFile | undefined): number {
  if (result?.kind !== 'form') return result?.kind === 'unreadable' ? 1 : 0;
  return result.facts.findings.reduce((sum, { errors, warnings }) => sum + errors + warnings, 0);
}

/** Gives back why it could not be written. */
async function writeSummary(
  summary: Summary,
  format: SummaryFormat,
  target: string | undefined,
  all: boolean,
  { io, say, styleFor }: Context,
): Promise<UserError | undefined> {
  const style = { ...styleFor(io.stdout), all };
  if (target === undefined) {
    const isRaw = io.stdout.isTTY && format === 'html';
    await writers[format](summary, style, (piece) => {
      io.stdout.write(isRaw && typeof piece === 'string' ? terminalText(piece) : piece);
    });
    return undefined;
  }
  try {
    io.holdInterrupts();
    await writeStreamAtomic(resolve(io.cwd, target), target, (write) =>
      writers[format](summary, { ...style, colorLevel: 0, width: 100 }, write),
    );
    io.stderr.write(`${say(written(target))}\n`);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
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
    const { summaryTables } = await import('../../summary/summary-tables.ts');
    const { writeXlsx } = await import('../../tables/write-xlsx.ts');
    await writeXlsx(summaryTables(summary, language), write);
  },
};

function formatOf({ format, output = '-' }: SummaryFlags): SummaryFormat {
  if (format !== undefined) return format;
  if (output === '-') return 'text';
  const found = summaryFormatNames.find((name) => summaryFormats[name].test(output));
  if (found) return found;
  throw new UserError({
    vi: `Chưa rõ cần ghi ${quoteName(output)} theo định dạng nào: hãy đặt tên tệp có đuôi .xlsx, .html, .json hoặc .txt, hoặc thêm --format.`,
    en: `It is not clear in which format to write ${quoteName(output)}: give the file a name that ends in .xlsx, .html, .json or .txt, or add --format.`,
  });
}

/** @throws UserError when the summary would replace a form, be it through a link */
function refuseInput(target: string, inputs: readonly Input[], cwd: string) {
  const real = realPath(resolve(cwd, target));
  if (real === undefined) return;
  if (!inputs.some(({ path }) => path !== undefined && realPath(path) === real)) return;
  throw new UserError({
    vi: `Bản tổng hợp sẽ ghi đè lên ${quoteName(target)}, một tệp được tổng hợp. Hãy chọn tên khác.`,
    en: `The summary would replace ${quoteName(target)}, one of the files that are summed up. Choose another name.`,
  });
}

const written = (target: string) => ({
  vi: `Đã ghi ${quoteName(target)}`,
  en: `Wrote ${quoteName(target)}`,
});
