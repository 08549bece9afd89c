import { resolve } from 'node:path';
import { printable } from '../../reporters/printable.ts';
import type { Summary } from '../../units/summary.ts';
import { Tally } from '../../units/tally.ts';
import { type CheckFlags, checkPlan } from '../check-options.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import { findInputs, noForm } from '../find-inputs.ts';
import { quoteName } from '../quote-name.ts';
import { type SummarizedFile, summarizeFile } from '../summarize-file.ts';
import { type SummaryFormat, summaryFormatNames, summaryFormats } from '../summary-formats.ts';
import { UserError } from '../user-error.ts';
import { version } from '../version.ts';
import type { Input } from '../walk.ts';
import { writeAtomic } from '../write-atomic.ts';

/** The options of `summary` as the command line gives them. */
export interface SummaryFlags extends Omit<CheckFlags, 'rule'> {
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
  const { io, complain, styleFor } = context;
  const format = formatOf(flags);
  const target = flags.output === '-' ? undefined : flags.output;
  if (format === 'xlsx' && target === undefined && io.stdout.isTTY) throw notToTerminal();

  const include = names.length > 0 ? undefined : settings?.include;
  const places = names.length > 0 ? names : (include ?? ['.']);
  const { inputs, failures } = await findInputs(places, io.cwd, 'text-or-word', {
    ...options,
    areFound: include !== undefined,
  });
  for (const failure of failures) complain(failure);
  if (target !== undefined) refuseInput(target, inputs, io.cwd);

  const tally = new Tally();
  let forms = 0;
  let others = 0;
  let unreadable = failures.length;
  const take = (result: SummarizedFile) => {
    if (result.kind === 'form') {
      tally.add(result.facts);
      forms += 1;
    } else if (result.kind === 'unreadable') {
      complain(unreadableForm(result));
      unreadable += 1;
    } else {
      others += 1;
    }
  };
  for (const input of inputs) {
    try {
      take(await summarizeFile(input, io, options));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      complain(error);
      unreadable += 1;
    }
  }

  if (forms === 0) {
    if (unreadable === 0) complain(noForm(places, others));
    return { findings: false, failed: true };
  }
  const summary = tally.finish({ toolVersion: version, unreadable });
  const style = { ...styleFor(io.stdout), all: flags.all ?? false };
  if (target === undefined) {
    io.stdout.write(await writers[format](summary, style));
  } else {
    const content = await writers[format](summary, { ...style, colorLevel: 0, width: 100 });
    io.holdInterrupts();
    await writeAtomic(resolve(io.cwd, target), target, content);
    io.stderr.write(`${context.say(written(target))}\n`);
  }
  return { findings: false, failed: unreadable > 0 };
}

type Style = ReturnType<Context['styleFor']> & { readonly all: boolean };

/** Each is loaded when it is asked for. */
const writers: Readonly<
  Record<SummaryFormat, (summary: Summary, style: Style) => Promise<string | Uint8Array>>
> = {
  text: async (summary, style) => (await import('../../units/summary-text.ts')).summaryText(summary, style),
  json: async (summary) => (await import('../../units/summary-json.ts')).summaryJson(summary),
  md: async (summary, style) =>
    (await import('../../units/summary-markdown.ts')).summaryMarkdown(summary, style),
  html: async (summary, style) => (await import('../../units/summary-html.ts')).summaryHtml(summary, style),
  csv: async (summary, { language }) => {
    const { unitGroupTable } = await import('../../units/summary-tables.ts');
    const { csvOf } = await import('../../tables/write-csv.ts');
    return csvOf(unitGroupTable(summary, language));
  },
  xlsx: async (summary, { language }) => {
    const { summaryTables } = await import('../../units/summary-tables.ts');
    const { writeXlsx } = await import('../../tables/write-xlsx.ts');
    const chunks: Uint8Array[] = [];
    await writeXlsx(summaryTables(summary, language), (chunk) => {
      chunks.push(chunk);
    });
    return Buffer.concat(chunks);
  },
};

function formatOf({ format, output = '-' }: SummaryFlags): SummaryFormat {
  if (format !== undefined) return format;
  if (output === '-') return 'text';
  const found = summaryFormatNames.find((name) => summaryFormats[name].test(output));
  if (found) return found;
  throw new UserError({
    vi: `Chưa rõ cần ghi ${quoteName(output)} theo định dạng nào: hãy đặt tên tệp có đuôi .xlsx, .csv, .html, .md, .json hoặc .txt, hoặc thêm --format.`,
    en: `It is not clear in which format to write ${quoteName(output)}: give the file a name that ends in .xlsx, .csv, .html, .md, .json or .txt, or add --format.`,
  });
}

function refuseInput(target: string, inputs: readonly Input[], cwd: string) {
  const path = resolve(cwd, target);
  if (!inputs.some((input) => input.path === path)) return;
  throw new UserError({
    vi: `Bản tổng hợp sẽ ghi đè lên ${quoteName(target)}, một tệp được tổng hợp. Hãy chọn tên khác.`,
    en: `The summary would replace ${quoteName(target)}, one of the files that are summed up. Choose another name.`,
  });
}

const notToTerminal = () =>
  new UserError({
    vi: 'Sổ tính .xlsx không in ra màn hình được: hãy ghi ra tệp, ví dụ -o tong-hop.xlsx.',
    en: 'A workbook (.xlsx) cannot be shown on a terminal: write it into a file, as in -o summary.xlsx.',
  });

function unreadableForm({ file, line, reason }: Extract<SummarizedFile, { kind: 'unreadable' }>): UserError {
  const name = quoteName(file);
  const at = line === undefined ? ['', ''] : [` tại dòng ${line}`, `, line ${line}`];
  const why = printable(reason);
  return new UserError({
    vi: `Không đọc được biểu ${name}${at[0]}: ${why}. Xem: bieu2 validate`,
    en: `Cannot read the form ${name}${at[1]}: ${why}. See: bieu2 validate`,
  });
}

const written = (target: string) => ({
  vi: `Đã ghi ${quoteName(target)}`,
  en: `Wrote ${quoteName(target)}`,
});
