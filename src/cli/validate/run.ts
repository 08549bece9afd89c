import type { WorkOf } from '../define-command.ts';
import { noForm } from '../files/find-inputs.ts';
import { quoteName } from '../io/quote-name.ts';
import { eachFile } from '../run/each-file.ts';
import { RunRecord } from '../run/run-record.ts';
import { userError } from '../user-error.ts';
import type { validateCommand } from './command.ts';
import { openReports } from './reports.ts';
import { fileValidator } from './validate-file.ts';
import { planValidate } from './validate-plan.ts';

export const runValidate: WorkOf<typeof validateCommand> = async (names, flags, callContext) => {
  const plan = await planValidate(names, flags, callContext);
  const { context, inputs, failures, settings, baseline, annotator } = plan;
  const { maxWarnings } = flags;
  if (flags.showFiles) {
    const { showFiles } = await import('./show-files.ts');
    return showFiles(plan, context, flags.stdinFilename);
  }

  const run = new RunRecord(inputs, failures, context);
  const here = await fileValidator(settings, context, plan.options);
  const reports = await openReports(plan, run);
  const isFixing = settings.fix?.mode === 'write';
  const isWriting = isFixing || flags.updateBaseline || annotator !== undefined;
  let isCutShort = false;
  const work = { job: 'validate', settings, here, writes: isFixing, threads: flags.jobs } as const;
  for await (const { item, result, hasFailed } of eachFile(inputs, work, run)) {
    if (result) {
      const { report } = result;
      run.count(result);
      baseline?.count(result);
      await reports.add(result);
      if (report) await run.attempt(item.name, () => annotator?.annotate(item, report));
    }
    // If the only output has lost its reader (`| head`), there is nothing left to do.
    isCutShort = reports.isUnread() && !isWriting;
    if (isCutShort || (flags.failFast && (hasFailed || (result?.errors ?? 0) > 0))) run.stop();
  }

  if (run.hasNoForm) {
    if (plan.since !== undefined) context.note(nothingChanged(plan.since));
    else if (!flags.ignoreUnknown) run.fail('', noForm(plan.places, run.skipped.length));
  }
  annotator?.close();
  await run.attempt('', () => baseline?.close());
  run.report(flags);
  const tooMany = maxWarnings !== undefined && run.warnings > maxWarnings;
  if (tooMany) {
    const error = tooManyWarnings({ count: run.warnings, limit: maxWarnings });
    if (flags.exitZero) context.note(error.wording);
    else context.complain(error);
  }
  await reports.close(flags.quiet ?? false);
  const { failFast, strict: isStrict } = flags;
  const outcome = run.end({ findings: run.errors > 0 || tooMany, failFast, isStrict });
  return { ...outcome, failed: outcome.failed || isCutShort };
};

const nothingChanged = (since: string) => ({
  vi: `Không có biểu nào thay đổi so với ${quoteName(since)}.`,
  en: `No form has changed since ${quoteName(since)}.`,
});

const tooManyWarnings = userError(
  'Có {count} cảnh báo, chỉ chấp nhận tối đa {limit}.',
  '{count warning|warnings}; at most {limit is|are} allowed.',
);
