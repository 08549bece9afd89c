import { countFindings } from '../../diagnostics/count-findings.ts';
import { defaultRuleOptions } from '../../rules/rule.ts';
import { formFacts } from '../../summary/form-facts.ts';
import { type Summary, Tally } from '../../summary/tally.ts';
import { version } from '../../version.ts';
import { type CheckFlags, type CheckOptions, checkFile, checkPlan } from '../check/check-file.ts';
import { unreadableForm } from '../check/read-unchecked.ts';
import type { Context } from '../context.ts';
import type { WorkOf } from '../define-command.ts';
import { outputTarget, type Target } from '../files/file-target.ts';
import { findForms } from '../files/find-forms.ts';
import type { Input } from '../files/find-inputs.ts';
import { printOrWrite, type WriteNow } from '../files/write-target.ts';
import { terminalText } from '../io/quote-name.ts';
import { chooseFormat } from '../options.ts';
import { eachFile } from '../run/each-file.ts';
import { RunRecord } from '../run/run-record.ts';
import { type SummaryFormat, type summaryCommand, summaryFormats } from './command.ts';

/** Sums up forms. Findings are counted and do not affect the exit code. */
export const runSummary: WorkOf<typeof summaryCommand> = async (names, flags, callContext) => {
  const { context, settings, options } = await checkPlan(flags, callContext);
  const { io } = context;
  const example = { vi: 'tong-hop.xlsx', en: 'summary.xlsx' };
  const format = chooseFormat(flags, summaryFormats, 'text', io, example);
  const { inputs, failures, places } = await findForms(names, settings?.include, io, options);
  const target = outputTarget(flags, io, inputs);

  const run = new RunRecord(inputs, failures, context);
  const tally = new Tally();
  const here = await fileSummarizer(flags, context, options);
  const work = { job: 'summary', settings: flags, here, threads: flags.jobs } as const;
  for await (const { result } of eachFile(inputs, work, run)) {
    if (!result) continue;
    run.count(result);
    tally.add(result.facts);
  }

  // The results before Ctrl-C are shown, but do not replace a file.
  if (run.files > 0 && !(run.isInterrupted && target !== undefined)) {
    const unreadable = [...run.failures, ...run.unread].map(({ file = '', wording }) => ({
      file,
      reason: context.say(wording),
    }));
    const summary = tally.finish({ toolVersion: version, unreadable, skipped: run.skipped });
    await run.attempt('', () => writeSummary(summary, format, target, flags.all ?? false, context));
  }
  return run.end({ findings: false, places });
};

/** Makes a function that reads and checks one file for a summary. @param plan if already known */
export async function fileSummarizer(flags: CheckFlags, context: Context, plan?: CheckOptions) {
  const options = plan ?? (await checkPlan(flags, context)).options;
  return async (input: Input) => {
    const checked = await checkFile(input, context.io, { ...options, takesWord: true });
    if (!checked) return undefined;
    const { form, report } = checked;
    if (!form) throw unreadableForm(input.name, report);
    const name = input.path === undefined ? report.file : input.name;
    const { ruleOptions } = { ...options, ...options.forFile?.({ ...input, name }) };
    const { leadership } = { ...defaultRuleOptions, ...ruleOptions }['task-complexity'];
    return { ...countFindings(report), facts: formFacts(form, report, leadership) };
  };
}

async function writeSummary(
  summary: Summary,
  format: SummaryFormat,
  target: Target | undefined,
  all: boolean,
  context: Context,
): Promise<void> {
  const { io, styleFor, forPeople } = context;
  const style = { ...styleFor(io.stdout), all, ...(target && { colorLevel: 0 as const, width: 100 }) };
  const shown = (text: string) => {
    if (format === 'text') return forPeople(text);
    return io.stdout.isTTY && format === 'html' ? terminalText(text) : text;
  };
  const fill = (write: WriteNow) =>
    writers[format](summary, style, (piece) =>
      write(target || typeof piece !== 'string' ? piece : shown(piece)),
    );
  await printOrWrite(fill, target, context);
}

type Style = ReturnType<Context['styleFor']> & { readonly all: boolean };
type Writer = (summary: Summary, style: Style, write: WriteNow) => Promise<void>;

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
