import type { UnreadFile } from './reporters/reporter.ts';
import { formFacts } from './summary/form-facts.ts';
import { type SummaryFigures, summaryFigures } from './summary/summary-json.ts';
import { Tally } from './summary/tally.ts';
import type { Validation } from './validate.ts';
import { version } from './version.ts';

/**
 * The figures of many forms, as in `bieu2 summary --format json`: by unit and group, with unusual units and
 * tasks that several units share. Forms are added one by one and not kept.
 *
 * @param validations the results of `validate`; one without a form counts as unreadable
 */
export function summarizeForms(validations: Iterable<Validation>): SummaryFigures {
  const tally = new Tally();
  const unreadable: UnreadFile[] = [];
  for (const { form, report } of validations) {
    if (form) tally.add(formFacts(form, report));
    else unreadable.push({ file: report.file, reason: report.diagnostics[0]?.message ?? '' });
  }
  return summaryFigures(tally.finish({ toolVersion: version, unreadable, skipped: [] }));
}
